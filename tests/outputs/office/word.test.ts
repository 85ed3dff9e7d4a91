import { beforeAll, describe, expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { fillWords } from '../../../src/lesson/names.ts';
import { writeWord } from '../../../src/outputs/office/word/write-word.ts';
import { openFile } from '../../../src/open/open-file.ts';
import { lessonNamed, packageTroubles, partsOf, slugs } from './office-parts.ts';

function openedAgain(bytes: Uint8Array) {
  const opened = openFile({ name: 'plan.docx', bytes });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return readLesson('plan', opened.text).lesson;
}

async function documentOf(text: string): Promise<string> {
  const bytes = await writeWord(readLesson('any', text).lesson);
  return partsOf(bytes).get('word/document.xml') ?? '';
}

describe.each(slugs)('the plan of %s as a document of Word', (slug) => {
  const lesson = lessonNamed(slug);
  let bytes = new Uint8Array();
  beforeAll(async () => {
    bytes = await writeWord(lesson);
  });

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
  test('has headings, lists, tables, formulas and links as Word has them', async () => {
    const made = await documentOf(
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
        '4. Again',
        '',
        'Notes:',
        'It is $\\frac{1}{2}$, see [a page](https://example.org).',
      ].join('\n'),
    );
    expect(made).toMatch(/<w:pStyle w:val="Title"\/>.{0,200}>Rocks</);
    expect(made).toMatch(/<w:pStyle w:val="Heading2"\/>.{0,200}>Starter \(5 min\)</);
    expect(made).toContain('<w:tblHeader/>');
    // The objectives’ list of bullets, one list of two that is counted, and one that is another.
    const lists = [...made.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(lists).toHaveLength(4);
    expect(new Set(lists).size).toBe(3);
    expect(lists[1]).toBe(lists[2]);
    expect(made).toMatch(/<m:oMath>\s*<m:f>/);
    expect(made).toMatch(/<w:hyperlink [^>]*r:id="/);
  });

  test('begins a counted list at its own number', async () => {
    const text = '# Rocks\n## One\n### Two\n4. Again\n5. And again';
    const parts = partsOf(await writeWord(readLesson('any', text).lesson));
    expect(parts.get('word/numbering.xml')).toContain('<w:start w:val="4"/>');
  });

  test('runs from the right where its words do', async () => {
    const made = await documentOf('# Rocks\n## One\n### Two\n\nشاهد الصورة\n\nLook at it');
    expect(made.match(/<w:bidi\/>/g)).toHaveLength(1);
    expect(made).toMatch(/<w:rtl\/>.{0,80}شاهد الصورة/);
  });

  test('has no character that XML forbids in any of its parts, its properties among them', async () => {
    const text =
      '---\ntitle: Tide\u0001 & \ufffepool\n---\n# Tide\u0001\n## One\n### Two\n\nx\u0002y';
    const parts = partsOf(await writeWord(readLesson('any', text).lesson));
    for (const xml of parts.values()) expect(xml).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe]/);
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Tide &amp; pool</dc:title>');
  });
});
