import { describe, expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { fillWords } from '../../../src/lesson/names.ts';
import { writeWord } from '../../../src/outputs/office/word/write-word.ts';
import { openFile } from '../../../src/open/open-file.ts';
import { lessonNamed, packageTroubles, partsOf, slugs } from './office-parts.ts';

const DAY = '2026-11-28';

function openedAgain(bytes: Uint8Array) {
  const opened = openFile({ name: 'plan.docx', bytes });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return readLesson('plan', opened.text).lesson;
}

function documentOf(text: string): string {
  const bytes = writeWord(readLesson('any', text).lesson, DAY);
  return partsOf(bytes).get('word/document.xml') ?? '';
}

describe.each(slugs)('the plan of %s as a document of Word', (slug) => {
  const lesson = lessonNamed(slug);
  const bytes = writeWord(lesson, DAY);

  test('is a whole package: each part is XML, has its type, and leads to what is there', () => {
    expect(packageTroubles(bytes)).toEqual([]);
  });

  test('opened again has its title, its objectives, its resources and the minutes of its parts', () => {
    const again = openedAgain(bytes);
    const named = (all: readonly string[]) => all.map((words) => fillWords(words, lesson.names));
    expect(again.title).toBe(fillWords(lesson.title, lesson.names));
    expect(again.objectives).toEqual(named(lesson.objectives));
    expect(again.resources).toEqual(named(lesson.resources));
    expect(again.blocks.flatMap(({ minutes }) => minutes ?? [])).toEqual(
      lesson.blocks.flatMap(({ minutes }) => minutes ?? []),
    );
  });
});

describe('a plan as a document of Word', () => {
  test('has headings, lists and tables as Word has them', () => {
    const made = documentOf(
      [
        '---',
        'title: Rocks',
        'objectives: [I can name three rocks]',
        '---',
        '# Rocks',
        '## Starter (5 min)',
        '### One',
        '1. First',
        '2. Second',
        '',
        'Between.',
        '',
        '1. Again',
        '',
        'Notes:',
        'It is $\\frac{1}{2}$, see [a page](https://example.org).',
      ].join('\n'),
    );
    expect(made).toContain('<w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">Rocks');
    expect(made).toMatch(/<w:pStyle w:val="Heading2"\/>.{0,80}Starter \(5 min\)/);
    expect(made).toContain('<w:tblHeader/>');
    expect([...made.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)).toEqual([
      '1',
      '2',
      '2',
      '3',
    ]);
    expect(made).toContain('<m:f>');
    expect(made).toContain('<w:hyperlink r:id="rId20">');
  });

  test('of the same lesson and day has the same bytes', () => {
    const lesson = lessonNamed('starter');
    expect(writeWord(lesson, DAY)).toEqual(writeWord(lesson, DAY));
  });

  test('has no character that XML forbids in any of its parts, its properties among them', () => {
    const text =
      '---\ntitle: Tide\u0001 & \ufffepool\n---\n# Tide\u0001\n## One\n### Two\n\nx\u0002y';
    const parts = partsOf(writeWord(readLesson('any', text).lesson, DAY));
    for (const xml of parts.values()) expect(xml).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe]/);
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Tide &amp; pool</dc:title>');
  });
});
