import { describe, expect, test } from 'vitest';
import type { SharedAsked } from '../../../src/poll/question.ts';
import {
  countedBefore,
  handsSoFar,
  handsSteps,
  saveHands,
} from '../../../src/pages/present/room/hands-steps.ts';
import { pressure } from '../a-deck.ts';

const several: SharedAsked = { ...pressure, picks: 'several' };
const order: SharedAsked = { ...pressure, picks: 'order' };

describe('counting hands', () => {
  test('goes through the answers one by one, with what to say for each', () => {
    expect(handsSteps(pressure).map(({ place, say }) => `${place} ${say}`)).toEqual([
      'Answer 1 of 2. Ask for eyes down first. “Hands up if you think A: None”',
      'Answer 2 of 2. “Hands up if you think B: A lot”',
    ]);
    expect(saveHands(pressure, { a: 3, b: 20 })).toEqual({
      type: 'hands',
      question: 'pressure',
      counts: { a: 3, b: 20 },
    });
  });

  test('counts those who take part first, where a hand may go up for several answers', () => {
    expect(handsSteps(several).map(({ say }) => say)).toEqual([
      '“Hands up if you are answering this one. You can pass.”',
      '“Hands up if you would pick A: None”',
      '“Hands up if you would pick B: A lot”',
    ]);
    expect(saveHands(several, { everyone: 22, a: 3, b: 20 })).toMatchObject({
      counts: { a: 3, b: 20 },
      answering: 22,
    });
    expect(saveHands(several, { everyone: 18, a: 3, b: 20 })).toMatchObject({ answering: 20 });
  });

  test('asks what came first, where the answer is an order', () => {
    expect(handsSteps(order).map(({ say }) => say)).toEqual([
      '“Hands up if you put A first: None”',
      '“Hands up if you put B first: A lot”',
    ]);
  });

  test('says how far it has come, and when there are more hands than pupils', () => {
    expect(handsSoFar(pressure, { a: 3, b: 20 }, 30)).toBe('23 of 30 {pupils} so far.');
    expect(handsSoFar(several, { everyone: 22, a: 20, b: 20 }, 30)).toBe(
      '22 of 30 {pupils} take part.',
    );
    expect(handsSoFar(pressure, { a: 20, b: 20 }, 30)).toContain('more hands than {pupils}');
  });

  test('starts from what was saved before', () => {
    expect(
      saveHands(several, countedBefore({ hands: { a: 3, b: 20 }, handsOf: 22 })),
    ).toMatchObject({ counts: { a: 3, b: 20 }, answering: 22 });
    expect(saveHands(several, countedBefore({ hands: null, handsOf: 0 }))).toMatchObject({
      counts: { a: 0, b: 0 },
      answering: 0,
    });
  });
});
