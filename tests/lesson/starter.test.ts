import { isEmpty } from '../../src/document/nodes.ts';
import { toText } from '../../src/document/to-text.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headFields } from '../../src/lesson/head-fields.ts';
import { slidesOf, type Lesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { kinds } from '../../src/questions/kinds.ts';

const text = readFileSync(new URL('../../lessons/starter.md', import.meta.url), 'utf8');
const { lesson } = readLesson('starter', text);
const [, head = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];

/** How often a construct is in the plan. */
type Construct = readonly [name: string, count: (lesson: Lesson) => number];

const slides = (kind: string) => (one: Lesson) =>
  slidesOf(one).filter((slide) => slide.kind === kind).length;
const written = (pattern: RegExp) => () => (body.match(pattern) ?? []).length;
const asked =
  (tag: string) =>
  ({ questions }: Lesson) =>
    questions.filter((one) => one.tag === tag).length;

/** What the format has that stands once in a lesson, or at least once. */
const once: readonly Construct[] = [
  ['a title slide', slides('title')],
  ['a stop of the film', slides('stop')],
  ['times of its own for the film', written(/^::: film \d:\d\d-\d:\d\d$/gm)],
  ['a time of its own for a stop', written(/^### Stop [\w-]+ at \d:\d\d: /gm)],
  ['a slide begun by three dashes', written(/^---$/gm)],
  ['notes between ::: notes and :::', written(/^::: notes$/gm)],
  ['a comment', written(/<!--/g)],
  ['a question asked before', written(/^::: \w+ [\w-]+ \w+ before$/gm)],
  ['the same question after', written(/^::: after /gm)],
  ['a fact to be called one', written(/^::: myth [\w-]+ fact$/gm)],
  ['a thread of messages', written(/^::: chat/gm)],
  ['something told between messages', written(/^\([^)]+\)$/gm)],
  ['things shown one by one', written(/^::: reveal$/gm)],
  ['columns', written(/^::: columns$/gm)],
  ['cards to sort', written(/^::: cards$/gm)],
  ['a table', written(/^\|---\|/gm)],
  ['a footnote’s mark', written(/(?<!`)\[\^[\w-]+\](?![:`])/g)],
  ['a footnote’s line', written(/^\[\^[\w-]+\]: /gm)],
  ['a picture with words and a size', written(/^!\[[^\]]{20,}\]\(\S+\.svg "\w+"\)$/gm)],
  ['an optional block', ({ blocks }) => blocks.filter(({ optional }) => optional).length],
  ['a sentence to finish', written(/ …”$/gm)],
];
const several: readonly Construct[] = [
  ['help slides, early and last', slides('help')],
  ['notes', written(/^Notes:$/gm)],
  [
    'ways to end calmly',
    ({ blocks }) => blocks.filter(({ landSafely }) => !isEmpty(landSafely)).length,
  ],
  ['hard questions', ({ staff }) => staff.hardQuestions.length],
  ['names in braces', written(/\{(?:Robin|Jo)\}/g)],
  ['shorter ways through it', ({ cuts }) => cuts.length],
  ['those who are to review it', ({ staff }) => staff.toReview.length],
];

describe('the starter plan', () => {
  it.each(once)('has %s, once', (_, count) => {
    expect(count(lesson)).toBe(1);
  });

  it.each(several)('has %s', (_, count) => {
    expect(count(lesson)).toBeGreaterThan(1);
  });

  it('has every kind of question, and one about each thing a question may be about', () => {
    expect(new Set(lesson.questions.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
    for (const tag of ['character', 'knowledge', 'view', 'confidence']) {
      expect(asked(tag)(lesson), tag).toBeGreaterThan(0);
    }
  });

  it('has every field of the head that an English lesson may have', () => {
    const given = [...head.matchAll(/^([a-z][a-z ]*):/gm)].map(([, field = '']) => field);
    const others = [
      'description',
      'draft',
      'film',
      'follows',
      'language',
      'translation checked by',
    ];
    expect([...given, ...others].toSorted()).toEqual(Object.keys(headFields).toSorted());
  });

  it('has every section for the teacher alone', () => {
    const { alternativeTask, adaptations, grouping } = lesson.staff;
    expect([alternativeTask, adaptations, grouping]).not.toContain('');
  });

  it('says in its notes how each part is written', () => {
    const notes = slidesOf(lesson).map((slide) => slide.notes);
    for (const mark of [
      '::: help',
      '::: film',
      '::: choice',
      '::: choices',
      '::: order',
      '::: myth',
      '::: after',
      '::: chat',
      '::: cards',
      '::: columns',
      '::: reveal',
      '::: notes',
      '[^rules]',
      'End calmly',
      '### Stop',
      'Notes:',
    ]) {
      expect(
        notes.some((document) => toText(document).includes(mark)),
        mark,
      ).toBe(true);
    }
  });
});
