import { describe, expect, it } from 'vitest';
import { resultHtml } from '../../src/outputs/board/poll-result.ts';
import { handsSteps } from '../../src/pages/present/room/hands-steps.ts';
import { disclose, discloseAfter } from '../../src/poll/disclose.ts';
import { askedOf, mayCountHands, mayShowOnBoard } from '../../src/poll/question.ts';
import type { Question, SharedQuestion } from '../../src/poll/question.ts';
import type { Count } from '../../src/poll/tally.ts';
import type { PollView } from '../../src/room/protocol.ts';
import type { Open } from '../../src/room/room.ts';
import { law, pressure, sure } from './questions.ts';

const many: Count = { answering: 30, chose: { a: 15, b: 15 } };
const tally = { tablets: many, hands: null };

// The compiler reads these, and `npm run typecheck` fails when one of them compiles.
describe('what a question is about decides, before anything runs', () => {
  it('whether its hands may be written down', () => {
    const allowed: Open = { question: pressure, round: 1, hands: many, cards: null };
    // @ts-expect-error no one raises a hand for how sure they are (M7a)
    const forbidden: Open = { question: sure, round: 1, hands: many, cards: null };
    expect([allowed, forbidden]).toHaveLength(2);
  });

  it('whether its cards may be written down', () => {
    const allowed: Open = { question: law, round: 1, hands: null, cards: many };
    // @ts-expect-error no camera reads how sure anyone is (R53)
    const forbidden: Open = { question: sure, round: 1, hands: null, cards: many };
    expect([allowed, forbidden]).toHaveLength(2);
  });

  it('whether hands can be asked for', () => {
    expect(handsSteps(pressure)).toHaveLength(4);
    // @ts-expect-error there are no words to ask for hands about a view (M7a)
    expect(handsSteps({ ...askedOf(sure), tag: 'view' })).not.toBeNull();
  });

  it('whether its tally has a way to the class', () => {
    expect(disclose(law, tally).rung).toBe('bands');
    // @ts-expect-error how sure a class is goes to no board (M7)
    expect(disclose(sure, tally).rung).toBe('bands');
  });

  it('whether a result of it can be on the board', () => {
    const published = disclose(law, tally);
    const allowed: PollView = { state: 'shown', question: askedOf(law), round: 1, published };
    // @ts-expect-error the board has no state in which it shows a confidence question (M7)
    const forbidden: PollView = { state: 'shown', question: askedOf(sure), round: 1, published };
    const drawn = () =>
      // @ts-expect-error what the teacher learns after the lesson is no result to draw (M7)
      resultHtml(askedOf(pressure), discloseAfter(sure, { round: 1, tally }).told);
    expect([allowed, forbidden, drawn]).toHaveLength(3);
  });

  it('whether it has a right answer', () => {
    // @ts-expect-error a view is never right
    const view: Question = { ...pressure, tag: 'view', right: ['a'] };
    // @ts-expect-error a knowledge question says what is right
    const knowledge: SharedQuestion = { ...pressure, tag: 'knowledge' };
    expect([view, knowledge]).toHaveLength(2);
  });

  it('and the two questions that code may ask of a tag agree with the types', () => {
    const byTag = (['knowledge', 'character', 'view', 'confidence'] as const).map((tag) => [
      mayCountHands({ tag }),
      mayShowOnBoard({ tag }),
    ]);
    expect(byTag).toEqual([
      [true, true],
      [true, true],
      [false, false],
      [false, false],
    ]);
  });
});
