import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deck, DeckSlide } from '../../../src/outputs/board/deck.ts';
import { deckOfToday, type Chosen } from '../../../src/outputs/board/deck-of-today.ts';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { keepPlace } from '../../../src/outputs/board/renew-deck.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

const TEXT = `---
title: Rivers and us
stage: KS3
minutes: 30
cuts:
  12 minutes: [Start (3 min), Film, Close (2 min)]
  two sessions:
    - [Start, Before, Close (4 min)]
    - [Start, More, Close]
---
## Start (5 min)
# Rivers
### Who can help
::: help
:::
## Before (5 min)
::: scale sure confidence before
How sure are you?
1: Not at all
5: Very
:::
## Film (6 min)
### Look
### Talk
## More (6 min, optional)
### More
## Close (8 min)
::: after sure
:::
### One sentence
### You can always tell someone
::: help
:::
`;
const whole = deckOf(readLesson('rivers', TEXT).lesson, null);
const all: Chosen = { cut: null, session: 0, hiddenBlocks: [], hiddenSlides: [] };
const today = (chosen: Partial<Chosen>, deck = whole) => deckOfToday(deck, { ...all, ...chosen });
const idsOf = ({ slides }: Deck) => slides.map(({ id }) => id);
const blocksOf = ({ blocks }: Deck) => blocks.map(({ id, minutes }) => `${id} ${minutes}`);
const help = 'you-can-always-tell-someone';
const after =
  whole.slides.find((slide) => slide.kind === 'poll' && !slide.rounds.includes(1))?.id ?? '';

describe('a cut', () => {
  test('leaves out the blocks that are not in it, and gives the others its own minutes', () => {
    const deck = today({ cut: '12 minutes' });
    expect(blocksOf(deck)).toEqual(['start 3', 'film 6', 'close 2']);
    expect(idsOf(deck)).toEqual(['rivers', 'who-can-help', 'look', 'talk', 'one-sentence', help]);
  });

  test('without the optional parts leaves those out', () => {
    const deck = today({ cut: 'without the optional parts' });
    expect(blocksOf(deck)).toEqual(['start 5', 'before 5', 'film 6', 'close 8']);
    expect(idsOf(deck)).toContain(after);
  });

  test('asks a second time in the last session that has the question, and nowhere without a first', () => {
    expect(idsOf(today({ cut: '12 minutes' }))).not.toContain(after);
    expect(idsOf(today({ cut: 'two sessions' }))).not.toContain(after);
    expect(idsOf(today({ cut: 'two sessions', session: 1 }))).toContain(after);
    expect(idsOf(whole)).toContain(after);
  });

  test('that the lesson no longer has is the whole lesson, and a session it no longer has is its first', () => {
    expect(today({ cut: 'ten minutes' })).toEqual(whole);
    expect(blocksOf(today({ cut: 'two sessions', session: 7 }))).toEqual([
      'start 5',
      'before 5',
      'close 4',
    ]);
  });

  test('keeps what the lesson calls optional, so that a lesson behind time has a part to skip in every version', () => {
    expect(
      today({ cut: 'two sessions', session: 1 }).blocks.map(({ optional }) => optional),
    ).toEqual([false, true, false]);
  });
});

describe('what is hidden', () => {
  test('is not in the deck, and a block with nothing left to show takes no time', () => {
    const deck = today({ hiddenSlides: ['look', 'more'] });
    expect(idsOf(deck)).not.toContain('look');
    expect(blocksOf(deck)).toEqual(['start 5', 'before 5', 'film 6', 'close 8']);
    expect(blocksOf(today({ hiddenBlocks: ['film', 'before'] }))).toEqual([
      'start 5',
      'more 6',
      'close 8',
    ]);
  });

  test('stays hidden in a cut', () => {
    expect(idsOf(today({ cut: '12 minutes', hiddenSlides: ['look'] }))).toEqual([
      'rivers',
      'who-can-help',
      'talk',
      'one-sentence',
      help,
    ]);
  });

  test('is never the last help slide, even where its block is hidden or in no cut', () => {
    expect(idsOf(today({ hiddenBlocks: ['close'] })).at(-1)).toBe(help);
    expect(blocksOf(today({ hiddenBlocks: ['close'] })).at(-1)).toBe('close 8');
    const open = {
      ...whole,
      cuts: [{ name: 'the film', sessions: [[{ block: 'film', minutes: 6 }]] }],
    };
    expect(idsOf(today({ cut: 'the film' }, open))).toEqual(['look', 'talk', help]);
    expect(blocksOf(today({ cut: 'the film' }, open))).toEqual(['film 6', 'close null']);
  });

  test('is nothing where nothing would be left', () => {
    const open = { ...whole, slides: whole.slides.slice(0, -1) };
    expect(today({ hiddenBlocks: whole.blocks.map(({ id }) => id) }, open)).toEqual(open);
  });
});

const part = (ids: readonly string[]) => fc.subarray([...ids]);
const choices = fc.record({
  cut: fc.constantFrom(null, 'nothing', ...whole.cuts.map(({ name }) => name)),
  session: fc.nat(3),
  hiddenBlocks: part(whole.blocks.map(({ id }) => id)),
  hiddenSlides: part(idsOf(whole)),
});

test('whatever is chosen, slides stay in their order, each in a block that is there, help is last, and all questions are frozen', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const deck = deckOfToday(whole, chosen);
      const ids = idsOf(deck);
      expect(ids).toEqual(idsOf(whole).filter((id) => ids.includes(id)));
      expect(ids.at(-1)).toBe(help);
      const blocks = new Set(deck.blocks.map(({ id }) => id));
      for (const { block } of deck.slides) expect(blocks.has(block)).toBe(true);
      expect(deck.questions).toEqual(whole.questions);
      expect(deckOfToday(whole, chosen)).toEqual(deck);
    }),
  );
});

test('a lesson edited while a cut is shown stays on its slide, and one that is hidden stays out', () => {
  const chosen = { ...all, cut: '12 minutes', hiddenSlides: ['look'] };
  const edited = deckOf(
    readLesson(
      'rivers',
      TEXT.replace('### Talk', '### New\n\n### Talk').replace('### Look', '### Look\n\nAgain.'),
    ).lesson,
    null,
  );
  const [before, now] = [deckOfToday(whole, chosen), deckOfToday(edited, chosen)];
  expect(keepPlace(before, now, 'talk')).toBe('talk');
  expect(idsOf(now)).toEqual(['rivers', 'who-can-help', 'new', 'talk', 'one-sentence', help]);
  const kinds = now.slides.map((slide: DeckSlide) => slide.kind);
  expect(kinds.at(-1)).toBe('help');
});
