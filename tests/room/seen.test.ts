import { describe, expect, it } from 'vitest';
import type { RoomEvent, Running } from '../../src/room/room.ts';
import { boardView, pupilView, staffView } from '../../src/room/views.ts';
import { aRoom, after } from './a-room.ts';

const film = { order: 0, do: 'none' } as const;
const at = (slide: string, step = 0, cover: 'none' | 'pause' | 'help' = 'none'): RoomEvent => ({
  type: 'slide',
  slide,
  stage: { step, cover, film },
});
const seenAfter = (...events: readonly RoomEvent[]) => (after(aRoom(), events) as Running).seen;

describe('what a class has been shown', () => {
  it('[R16] is each slide the board was at, with the most of its steps that were', () => {
    expect(
      seenAfter(at('one'), at('two', 1), at('two', 3), at('one'), at('two', 2), {
        type: 'slide',
        slide: 'three',
      }),
    ).toEqual({
      one: 0,
      two: 3,
      three: 0,
    });
  });

  it('[R16] is nothing that was under a cover', () => {
    expect(seenAfter(at('one'), at('two', 0, 'pause'), at('three', 2, 'help'))).toEqual({ one: 0 });
    expect(seenAfter(at('two', 2, 'pause'), at('two', 1))).toEqual({ two: 1 });
  });

  it('[R16] stays while questions are asked, is in no other view, and goes at finish', () => {
    const asked = after(aRoom(), [
      at('a-slide-of-it'),
      at('last'),
      { type: 'ask', question: 'pressure' },
      { type: 'close' },
    ]);
    expect((asked as Running).seen).toEqual({ 'a-slide-of-it': 0, last: 0 });
    expect(
      JSON.stringify([
        staffView({ room: asked, answersIn: 0 }),
        boardView({ room: asked, answersIn: 0 }),
        pupilView(asked),
      ]),
    ).not.toContain('a-slide-of-it');
    expect(JSON.stringify(after(asked, [{ type: 'finish' }]))).not.toContain('a-slide-of-it');
  });

  it('[R16] does not trip over a slide that is called like something every object has', () => {
    expect(seenAfter(at('constructor', 1))).toEqual({ constructor: 1 });
  });
});
