import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/document/lines.ts';
import { isDraftText, withDraft } from '../../src/edit/lesson-draft.ts';
import { headOf } from '../../src/edit/lesson-head.ts';
import { titleIn, titlePlace, withTitle } from '../../src/edit/lesson-title.ts';
import { findHead } from '../../src/lesson/head.ts';
import { headFields } from '../../src/lesson/head-fields.ts';
import { isHeadName } from '../../src/lesson/head-names.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { runs } from '../thorough.ts';

/** The lines that the reader reads as fields; null for a text without a head. */
function readerFields(text: string): readonly string[] | null {
  const lines = readLines(text);
  const head = findHead(lines, isHeadName);
  if (head === null) return null;
  const end = lines.length - head.rest.length;
  const all = lines.slice(head.start + 1, end).map((line) => line.text);
  // The line that ends it is of the head, and no field.
  return head.isClosed && /^(?:---|\.\.\.)\s*$/.test(all.at(-1) ?? '') ? all.slice(0, -1) : all;
}

const LINES = [
  '',
  '  ',
  '---',
  '---  ',
  '...',
  'title: Ice',
  '"title": "Ice"',
  'stage: KS2',
  'draft: yes',
  "'draft' : 'yes'",
  'draft:',
  'vocabulary:\n  draft: a first text',
  'objectives:\n  - Say why',
  'colour: red',
  'Words of a slide',
  'More words: see below',
  '# Ice',
  '## Talk (10 min)',
  '### Why?',
  '::: chat',
  'Notes:',
  '<!-- a note',
  'of mine -->',
  '![A jar](jar.png)',
];
const anyHead = fc
  .tuple(
    fc.constantFrom('---\n', '\n  \n---\n', '--- \n', '---\n- Say why\n', ''),
    fc.array(fc.constantFrom(...LINES), { maxLength: 9 }),
    fc.constantFrom('', '\n'),
  )
  .map(([start, lines, end]) => start + lines.join('\n') + end);

describe('the head of a text that is written', () => {
  test('is the one that the reader of lessons finds, whatever is around it', () => {
    fc.assert(
      fc.property(anyHead, (text) => {
        const head = headOf(text);
        expect(head?.fields ?? null).toEqual(readerFields(text));
        if (head === null) return;
        expect([...head.above, ...head.fields, ...head.below].join('\n')).toBe(text);
      }),
      runs(3000),
    );
  });

  test('has the names that the reader knows', () => {
    expect(Object.keys(headFields).every(isHeadName)).toBe(true);
    expect(isHeadName('colour')).toBe(false);
  });

  test.for([
    '\n\n---\ntitle: Ice\n---\n# Ice\n',
    '---  \ntitle: Ice\n---\t\n# Ice\n',
    '---\ntitle: Ice\n...\n# Ice\n',
    '---\ntitle: Ice\n\n# Ice\n\nCold.\n',
    '---\ntitle: Ice\n\n## Talk (5 min)\n\n---\n\n### Cold\n',
    '---\ntitle: Ice\nstage: KS2',
    '---\n"title": Ice\n"draft": no\n---\n# Ice\n',
    '---\n  title: Ice\n  stage: KS2\n---\n# Ice\n',
    '---\nvocabulary:\n  draft: a first text\ntitle: Ice\n---\n# Ice\n',
    '---\n---\n# Ice\n',
  ])('is where a draft is said, and no second one is put above it: %j', (text) => {
    const before = readLesson('ice', text).lesson;
    const draft = withDraft(text, true);
    expect(draft.match(/^---\s*$/gm)).toEqual(text.match(/^---\s*$/gm));
    expect(isDraftText(draft)).toBe(true);
    const { lesson } = readLesson('ice', draft);
    expect(lesson).toMatchObject({ isDraft: true, title: before.title, stage: before.stage });
    expect(lesson.blocks).toEqual(
      readLesson('ice', draft.replace('draft: yes', 'draft: no')).lesson.blocks,
    );
    expect(isDraftText(withDraft(draft, false))).toBe(false);
    expect(readLesson('ice', withDraft(draft, false)).lesson.isDraft).toBe(false);
  });

  test.for([
    '---\n\n### Cold\n\n---\n\n### Colder\n',
    '---\nWords\n---\n\n### Colder\n',
    '---\nHello: all\n\n### Cold\n',
  ])('is none where a text begins with the edge of a slide, which stays as it is: %j', (text) => {
    expect(headOf(text)).toBeNull();
    expect(isDraftText(text)).toBe(false);
    expect(withDraft(text, true).endsWith(`\n---\n\n${text}`)).toBe(true);
    expect(readLesson('ice', withDraft(text, true)).lesson.isDraft).toBe(true);
  });

  test('has the title, wherever the head begins and ends', () => {
    const text = '\n---\ntitle: "Ice"\n...\n\n# Ice\n';
    expect(titleIn(text)).toBe('Ice');
    expect(withTitle(text, 'Snow')).toBe('\n---\ntitle: Snow\n...\n\n# Snow\n');
    expect(withTitle('---\ntitle: Ice\n\n# Ice\n', 'Snow')).toBe('---\ntitle: Snow\n\n# Snow\n');
  });
});

test.for([
  ['---\nstage: KS3\n---\n\n# Ice floats\n\n## A\n', 'Ice floats'],
  ['# Ice\n# More\n', 'Ice'],
  ['---\ntitle: Ice\n---\n# Ice\n', null],
  ['No heading\n', null],
] as const)('the title of %j is found where its first heading has it', ([text, words]) => {
  const place = titlePlace(text);
  expect(place && text.slice(place.from, place.to)).toBe(words);
});
