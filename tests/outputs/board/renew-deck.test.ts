import { careParts } from '../../../src/subjects/pack.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deck, DeckSlide } from '../../../src/outputs/board/deck.ts';
import { newMistake } from '../../../src/outputs/board/lesson-change.ts';
import { keepPlace, keepQuestions } from '../../../src/outputs/board/renew-deck.ts';
import type { AskedQuestion } from '../../../src/poll/question.ts';
import type { Problem } from '../../../src/document/problem.ts';

const slide = (id: string): DeckSlide => ({
  id,
  block: 'one',
  heading: id,
  html: `<h2>${id}</h2>`,
  steps: 0,
  kind: 'text',
});
const deckOf = (ids: readonly string[]): Deck => ({
  slug: 'a-lesson',
  title: 'A lesson',
  audience: 'pupils',
  staff: { approval: 'each term', care: careParts, reviewedBy: [] },
  wayOut: true,
  help: '<h2>You can tell someone</h2>',
  boardTitle: 'A lesson',
  blocks: [{ id: 'one', title: 'One', minutes: 5, optional: false, carries: [] }],
  cuts: [],
  slides: ids.map(slide),
  names: {},
  film: null,
  awaited: null,
  questions: [],
});
const place = (before: string, at: string, after: string) =>
  keepPlace(deckOf([...before]), deckOf([...after]), at);

describe('the slide in sight', () => {
  test.for([
    ['stays where slides come before and behind it', 'abc', 'b', 'xaybzc', 'b'],
    ['stays where it moved', 'abc', 'b', 'bca', 'b'],
    ['is the one in its place where it has another name', 'abc', 'b', 'axc', 'x'],
    [
      'is the one in its place where it is renamed and one comes behind it',
      'abc',
      'b',
      'axyc',
      'x',
    ],
    ['is the one behind where it is taken out', 'abc', 'b', 'ac', 'c'],
    ['is the last where the last is taken out', 'abc', 'c', 'ab', 'b'],
    ['is the last where all behind it goes too', 'abcd', 'c', 'ab', 'b'],
    ['is the first of a lesson that is another', 'abc', 'a', 'xyz', 'x'],
    ['is as it was where the lesson never had it', 'abc', 'board:pause', 'abx', 'board:pause'],
  ] as const)('%s', ([, before, at, after, wanted]) =>
    expect(place(before, at, after)).toBe(wanted),
  );

  test('is always one of the lesson', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });
    fc.assert(
      fc.property(ids, ids, fc.nat(7), (before, after, at) => {
        const now = keepPlace(deckOf(before), deckOf(after), before[at % before.length] ?? '');
        expect(after).toContain(now);
      }),
    );
  });
});

test('[R1] questions of an open room stay as they were asked, new ones and other slides come in', () => {
  const question = (id: string, prompt: string): AskedQuestion => ({
    id,
    kind: 'choice',
    picks: 'one',
    tag: 'character',
    prompt,
    options: [],
  });
  const poll = (id: string, html: string): DeckSlide => ({
    ...slide(`question-${id}`),
    html,
    heading: html,
    kind: 'poll',
    question: id,
    rounds: [1],
  });
  const before: Deck = {
    ...deckOf([]),
    slides: [slide('a'), poll('one', 'Old')],
    questions: [question('one', 'Old?')],
  };
  const after: Deck = {
    ...deckOf([]),
    slides: [
      { ...slide('a'), html: 'New words' },
      { ...poll('one', 'New'), block: 'two' },
      poll('two', 'Two'),
    ],
    questions: [question('one', 'New?'), question('two', 'Two?')],
  };
  const merged = keepQuestions(before, after);
  expect(merged.slides.map(({ html }) => html)).toEqual(['New words', 'Old', 'Two']);
  // The block it is in is the lesson's as it is now: times are counted by it.
  expect(merged.slides.map(({ block }) => block)).toEqual(['one', 'two', 'one']);
  expect(merged.questions.map(({ prompt }) => prompt)).toEqual(['Old?', 'Two?']);
});

test('a room that is open through many edits has the drawing of each formula once', () => {
  const withFormula = (words: string): Deck => ({
    ...deckOf(['a']),
    formulas: [{ words, html: `<math>${words}</math>`, lines: 1 }],
  });
  const edits = ['$x$', '$x$', '$y$', '$x$'].map(withFormula);
  const last = edits.reduce(keepQuestions, withFormula('$x$'));
  expect(last.formulas?.map(({ words }) => words)).toEqual(['$x$', '$y$']);
});

test('a mistake is new where there are more of its kind than before, and advice is none', () => {
  const problem = (
    code: string,
    line: number,
    severity: Problem['severity'] = 'error',
  ): Problem => ({
    code,
    severity,
    line,
    column: 1,
    message: code,
  });
  expect(newMistake([problem('a', 1)], [problem('a', 7)])).toBeNull();
  expect(newMistake([problem('a', 1)], [problem('a', 1), problem('a', 7)])).toMatchObject({
    line: 7,
  });
  expect(newMistake([], [problem('a', 1, 'warning'), problem('b', 2, 'info')])).toBeNull();
  expect(newMistake([problem('a', 1)], [problem('b', 2)])).toMatchObject({ code: 'b' });
});
