import { describe, expect, it } from 'vitest';
import {
  canUndo,
  clearSlide,
  eraseAt,
  NO_INK,
  remember,
  strokesOn,
  takeInk,
  undo,
  type Ink,
} from '../../../src/outputs/board/ink.ts';

function drawn(ink: Ink, id: string, points: readonly number[], slide = 'one'): Ink {
  return takeInk(remember(ink, slide), { do: 'points', slide, id, tool: 'pen', points });
}

describe('ink', () => {
  it('belongs to its slide, and goes on where a stroke does', () => {
    const ink = takeInk(drawn(NO_INK, 'a', [0, 0, 0.5]), {
      do: 'points',
      slide: 'one',
      id: 'a',
      tool: 'pen',
      points: [100, 0, 0.5],
    });
    expect(strokesOn(ink, 'one')).toEqual([
      { id: 'a', tool: 'pen', points: [0, 0, 0.5, 100, 0, 0.5] },
    ]);
    expect(strokesOn(ink, 'two')).toEqual([]);
  });

  it('is erased by whole strokes, between their points too', () => {
    const ink = drawn(drawn(NO_INK, 'a', [0, 0, 0.5, 100, 0, 0.5]), 'b', [0, 200, 0.5]);
    expect(strokesOn(eraseAt(ink, 'one', [50, 21]), 'one').map(({ id }) => id)).toEqual(['b']);
    expect(eraseAt(ink, 'one', [50, 22])).toBe(ink);
    expect(strokesOn(eraseAt(ink, 'one', [0, 200]), 'one').map(({ id }) => id)).toEqual(['a']);
  });

  it('is taken back change by change, a cleared slide as well', () => {
    const two = drawn(drawn(NO_INK, 'a', [0, 0, 0.5]), 'b', [0, 9, 0.5]);
    const cleared = clearSlide(two, 'one');
    expect(strokesOn(cleared, 'one')).toEqual([]);
    expect(strokesOn(undo(cleared, 'one'), 'one')).toHaveLength(2);
    const none = undo(undo(undo(cleared, 'one'), 'one'), 'one');
    expect([strokesOn(none, 'one'), canUndo(none, 'one')]).toEqual([[], false]);
    expect(undo(none, 'one')).toBe(none);
    expect(clearSlide(none, 'one')).toBe(none);
  });

  it('of another window replaces what is on a slide, and a question changes nothing', () => {
    const ink = drawn(NO_INK, 'a', [0, 0, 0.5]);
    const strokes = [{ id: 'b', tool: 'highlighter', points: [1, 2, 0.5] }] as const;
    expect(strokesOn(takeInk(ink, { do: 'all', slide: 'one', strokes }), 'one')).toEqual(strokes);
    expect(takeInk(ink, { do: 'ask' })).toBe(ink);
  });

  it('has an end: so many points to a stroke, so many strokes to a slide', () => {
    const long = drawn(
      NO_INK,
      'a',
      Array.from({ length: 15_000 }, () => 1),
    );
    expect(drawn(long, 'a', [1, 1, 1]).slides.get('one')?.[0]?.points).toHaveLength(15_000);
    const strokes = Array.from({ length: 600 }, (_, at) => ({
      id: `${at}`,
      tool: 'pen' as const,
      points: [0, 0, 1],
    }));
    expect(strokesOn(takeInk(NO_INK, { do: 'all', slide: 'one', strokes }), 'one')).toHaveLength(
      500,
    );
  });
});
