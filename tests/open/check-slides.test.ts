import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartChoice } from '../../src/open/check-plan.ts';
import { checkSlides } from '../../src/open/check-slides.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { boardOf, notesOf, opened } from './lesson-seen.ts';
import { lines, pptx, shape } from './make-office.ts';

const TEXT = `---
title: Ice
subject: science
---

# Ice

Why does it float?

## Starter (5 min)

### What floats?

- A cork
- An ice cube

A coin does not.

Notes:
Show the jar.

Ask the back row.

### Laid out

::: reveal
- One
- Two
:::

Notes: Wait.

::: choice floats knowledge
Why?

- [x] It is lighter
- [ ] It is cold
:::

Land safely:
“More next time.”
`;

function check(text: string, turned: Readonly<Record<string, PartChoice>> = {}) {
  const { parts } = checkSlides(text, 'text', new Map());
  const choices = Object.entries(turned).map(
    ([words, choice]) =>
      [parts.find(({ written }) => written.includes(words))?.id ?? -1, choice] as const,
  );
  return checkSlides(text, 'text', new Map(choices));
}

const lessonOf = ({ text }: { readonly text: string }) => readLesson('ice', text).lesson;
const partWith = (checked: ReturnType<typeof check>, words: string) =>
  checked.parts.find(({ written }) => written.includes(words));

describe('“Check what the class will see” of slides', () => {
  test('has the words of each slide and its notes, where they go, and what may be chosen', () => {
    expect(
      check(TEXT).parts.map(({ title, goes, slide, choices }) => [
        title,
        goes,
        slide,
        choices.length,
      ]),
    ).toEqual([
      ['Ice', 'board', 1, 3],
      ['What floats?', 'board', 2, 3],
      ['What floats?', 'teacher', 2, 3],
      ['Laid out', 'board', 3, 0],
      ['Laid out', 'teacher', 3, 0],
      ['Starter', 'board', 4, 0],
      ['Starter', 'teacher', null, 0],
    ]);
  });

  test('stays letter by letter as it is where nothing is turned', () => {
    expect(check(TEXT).text).toBe(TEXT);
  });

  test('takes all words of a slide off the board, and says so itself', () => {
    const turned = check(TEXT, { 'A cork': 'teacher' });
    expect(partWith(turned, 'A cork')).toMatchObject({ goes: 'teacher', slide: 2 });
    expect(boardOf(lessonOf(turned)).join()).not.toMatch(/cork|ice cube|coin/);
    expect(notesOf(lessonOf(turned))).toContain('a cork an ice cube a coin does not');
    expect(notesOf(lessonOf(turned))).toContain('show the jar');
  });

  test('puts notes on their slide, and leaves no empty notes behind', () => {
    const turned = check(TEXT, { 'Show the jar': 'board' });
    expect(partWith(turned, 'Show the jar')).toMatchObject({ goes: 'board', slide: 2 });
    expect(boardOf(lessonOf(turned)).join()).toContain('Show the jar');
    expect(boardOf(lessonOf(turned)).join()).toContain('Ask the back row');
    expect(notesOf(lessonOf(turned))).not.toContain('jar');
    expect(turned.text.match(/^Notes:/gm)).toHaveLength(1);
  });

  test('turns one of two and leaves the other, whatever is turned together', () => {
    for (const [slide, notes] of [
      ['teacher', 'board'],
      ['worksheet', 'board'],
      ['teacher', 'teacher'],
    ] as const) {
      const turned = check(TEXT, { 'A cork': slide, 'Show the jar': notes });
      expect(partWith(turned, 'A cork')?.goes).toBe(slide);
      expect(partWith(turned, 'Show the jar')?.goes).toBe(notes);
      expect(
        readLesson('ice', turned.text).problems.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
    }
  });

  test('writes what is for the worksheet as items to go on with', () => {
    const turned = check(TEXT, { 'A cork': 'worksheet' });
    expect(turned.text).toContain('On your worksheet:');
    expect(turned.text).toContain('- A cork …\n- An ice cube …');
    expect(turned.text).toContain('- A coin does not …');
    expect(turned.text.match(/On your worksheet/g)).toHaveLength(1);
  });

  test('turns the slides and speaker notes of a presentation', () => {
    const made = opened(
      'x.pptx',
      pptx([
        { shapes: shape('ctrTitle', lines(['Volcanoes'])), notes: lines(['Greet them.']) },
        { shapes: shape('title', lines(['Lava'])) + shape('body', lines(['Molten rock'])) },
      ]),
    );
    const turned = check(made.text, { 'Greet them': 'board', 'Molten rock': 'teacher' });
    const board = boardOf(lessonOf(turned)).join();
    expect(board).toContain('Greet them.');
    expect(board).not.toContain('Molten');
    expect(checkSlides(made.text, 'presentation', new Map()).parts[1]?.suggested.reason).toBe(
      'it was in the speaker notes, or beside the slide',
    );
  });

  test('never shows what goes to the teacher, and loses no word, whatever is written and turned', () => {
    const kinds: readonly ((a: string, b: string) => string)[] = [
      (a, b) => `${a} and ${b}`,
      (a, b) => `- ${a}\n- ${b}`,
      (a, b) => `- ${a}\n\n- ${b}`,
      (a, b) => `- ${a}\n  - ${b}`,
      (a, b) => `1. ${a}\n2. ${b}?`,
      (a, b) => `- ${a}\n  ${b}`,
      (a, b) => `| ${a} | ${b} |\n| --- | --- |\n| x | y |`,
      (a, b) => `> ${a}\n> ${b}`,
      (a, b) => `${a}\\\n${b}.`,
      (a, b) => `![${a}](ice/jar.png)\n\n**${b}** …`,
      (a, b) => `#### ${a}\n\n${b}`,
      (a, b) => `<!-- for the class -->\n${a} ${b}`,
      (a, b) => `${a}\n- ${b}`,
    ];
    const slide = fc.record({
      body: fc.array(fc.nat(kinds.length - 1), { maxLength: 3 }),
      notes: fc.array(fc.nat(kinds.length - 1), { maxLength: 2 }),
      isFenced: fc.boolean(),
      after: fc.array(fc.nat(kinds.length - 1), { maxLength: 2 }),
    });
    const choice = fc.constantFrom<PartChoice | null>('teacher', 'board', 'worksheet', null);
    fc.assert(
      fc.property(
        fc.array(slide, { minLength: 1, maxLength: 4 }),
        fc.array(choice, { minLength: 8, maxLength: 8 }),
        (slides, wanted) => {
          let nth = 0;
          const next = () => {
            nth += 1;
            return `word${nth}q`;
          };
          const group = (kind: number) => kinds[kind]?.(next(), next()) ?? '';
          const text = `---\ntitle: Ice\nsubject: science\n---\n\n${slides
            .map(({ body, notes, isFenced, after }) => {
              const shown = body.map(group).join('\n\n');
              const spoken = notes.map(group).join('\n\n');
              const more = after.map(group).join('\n\n');
              const below = isFenced ? `::: notes\n${spoken}\n:::\n\n${more}` : `Notes:\n${spoken}`;
              return `### ${next()}\n\n${shown}\n\n${spoken === '' ? '' : below}\n`;
            })
            .join('\n')}`;
          const { parts } = checkSlides(text, 'text', new Map());
          const choices = new Map(
            parts.flatMap(({ id, choices: may }, at) => {
              const one = wanted[at % wanted.length] ?? null;
              return one !== null && may.includes(one) ? [[id, one] as const] : [];
            }),
          );
          const turned = checkSlides(text, 'text', choices);
          const board = boardOf(lessonOf(turned)).join(' ');
          const all = `${board} ${notesOf(lessonOf(turned))}`;
          const leaked = turned.parts
            .filter(({ goes }) => goes === 'teacher')
            .flatMap(({ written }) => written.match(/word\d+q/g) ?? [])
            .filter((one) => board.includes(one));
          expect(leaked).toEqual([]);
          const known = (text.match(/word\d+q/g) ?? []).filter(
            (one) => !text.includes(`![${one}]`),
          );
          expect(known.filter((one) => !all.includes(one))).toEqual([]);
          const asked = turned.parts.filter(({ id }) => choices.get(id) === 'teacher');
          expect(asked.filter(({ goes }) => goes !== 'teacher')).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
