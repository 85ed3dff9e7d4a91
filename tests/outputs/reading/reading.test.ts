import { describe, expect, it } from 'vitest';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { readingOf, type ReadingPlace } from '../../../src/outputs/reading/reading.ts';
import { askedOf } from '../../../src/poll/question.ts';
import type { PollView } from '../../../src/room/protocol.ts';
import type { SharedAsked } from '../../../src/poll/question.ts';
import { everyKind } from '../board/lesson.ts';

const lesson = everyKind();
const deck = deckOf(lesson, null);
const poll = deck.slides.find(({ kind }) => kind === 'poll')?.id ?? '';
const place: ReadingPlace = { slide: null, cover: 'none', poll: null };
const question = askedOf(lesson.questions[0] ?? raise()) as SharedAsked;

function raise(): never {
  throw new Error('the lesson has no question');
}

describe('a lesson to read', () => {
  it('[R16] says what is right only while the board shows the result', () => {
    const at = (view: PollView) =>
      JSON.stringify(readingOf(deck, { ...place, slide: poll, poll: view }));
    expect(at({ state: 'asking', question, round: 1, answersIn: 5 })).not.toMatch(
      /Telling one adult|is-right|answers in/,
    );
    expect(at({ state: 'closed', question, round: 1 })).not.toMatch(/Telling one adult|is-right/);
    const published = {
      rung: 'words',
      answering: 20,
      right: ['a'],
      explanation: 'Telling one adult is enough.',
    } as never;
    expect(at({ state: 'shown', question, round: 1, published })).toContain(
      'Telling one adult is enough.',
    );
    expect(at({ state: 'asking', question, round: 2, answersIn: 0 })).not.toContain(
      'Telling one adult',
    );
  });

  it('[R16] says that the room takes answers while a question is open or closing, and at no other time', () => {
    const asking = (view: PollView | null) => readingOf(deck, { ...place, poll: view }).asking;
    const published = { rung: 'words', answering: 20, right: ['a'], explanation: '' } as never;
    expect(asking({ state: 'asking', question, round: 1, answersIn: 5 })).toBe(true);
    expect(asking({ state: 'closing', question, round: 1 })).toBe(true);
    expect(asking({ state: 'closed', question, round: 1 })).toBe(false);
    expect(asking({ state: 'shown', question, round: 1, published })).toBe(false);
    expect(asking(null)).toBe(false);
  });

  it('is all there for staff, with every step', () => {
    expect(readingOf(deck, place).slides.map(({ id }) => id)).toEqual(
      deck.slides.map(({ id }) => id),
    );
  });
});
