import { describe, expect, it } from 'vitest';
import { addFrame, countSides, startSweep, viewSweep } from '../../src/cards/sweep.ts';
import type { SeenCard } from '../../src/cards/read-cards.ts';
import type { Side } from '../../src/cards/marks.ts';

/** The sweep after so many frames of the same cards, a second apart from 0. */
function sweptOver(...frames: readonly (readonly SeenCard[])[]) {
  return frames.reduce((sweep, seen, at) => addFrame(sweep, seen, at * 1_000), startSweep(0));
}

function on(side: Side, ...cards: readonly number[]): readonly SeenCard[] {
  return cards.map((card) => ({ card, side }));
}

describe('a sweep', () => {
  it('counts a card once two frames that show it agree', () => {
    const cards = on('a', 1, 2, 3, 4, 5);
    expect(viewSweep(sweptOver(cards), 0).seen).toBe(0);
    expect(viewSweep(sweptOver(cards, cards), 0).seen).toBe(5);
    expect(countSides(sweptOver(cards, [], cards))).toEqual({ a: 5, b: 0, c: 0, d: 0 });
  });

  it('takes the newest side of a card that was turned, and of one misread for a moment the one before', () => {
    const turned = sweptOver(on('a', 7), on('a', 7), on('c', 7), on('c', 7));
    expect(countSides(turned)).toEqual({ a: 0, b: 0, c: 1, d: 0 });
    const misread = sweptOver(on('a', 7), on('a', 7), on('c', 7), on('a', 7), on('a', 7));
    expect(countSides(misread)).toEqual({ a: 1, b: 0, c: 0, d: 0 });
  });

  it('says how many cards it has seen in fives alone', () => {
    const all = Array.from({ length: 30 }, (_, card) => card);
    for (const count of all) {
      const cards = on('b', ...all.slice(0, count));
      expect(viewSweep(sweptOver(cards, cards), 0).seen).toBe(count - (count % 5));
    }
  });

  it('is steady once nothing has changed for two seconds, and never while it has seen no card', () => {
    const cards = on('d', 1, 2);
    const sweep = sweptOver(cards, cards);
    expect(viewSweep(sweep, 2_999).isSteady).toBe(false);
    expect(viewSweep(sweep, 3_000).isSteady).toBe(true);
    const more = addFrame(addFrame(sweep, on('a', 9), 2_500), on('a', 9), 2_900);
    expect(viewSweep(more, 4_899).isSteady).toBe(false);
    expect(viewSweep(more, 4_900).isSteady).toBe(true);
    expect(viewSweep(startSweep(0), 60_000).isSteady).toBe(false);
  });

  it('keeps a card that went down', () => {
    const cards = on('b', 3);
    expect(countSides(sweptOver(cards, cards, [], [], []))).toEqual({ a: 0, b: 1, c: 0, d: 0 });
  });
});
