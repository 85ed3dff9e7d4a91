import { describe, expect, it } from 'vitest';
import type { PupilEvent } from '../../src/pages/join/visit.ts';
import { step } from '../../src/pages/join/visit-step.ts';
import {
  acknowledged,
  askedPage,
  asking,
  chose,
  closing,
  finished,
  leave,
  pageAfter,
  saw,
  seated,
  typed,
} from './pages.ts';

describe('a cover', () => {
  const paused = { ...asking, cover: 'pause' } as const;
  const picked: PupilEvent = { type: 'picked', ids: ['b'] };

  it('[R15] comes and goes with the board, and leaves what was picked or answered as it was', () => {
    const before = askedPage(picked);
    for (const cover of ['pause', 'help'] as const) {
      const covered = step(before, saw({ ...asking, cover }));
      expect(covered).toEqual({ ...before, cover });
      expect(step(covered, saw(asking))).toEqual(before);
    }
    expect(askedPage(chose('b'), acknowledged(1), saw(paused))).toMatchObject({
      cover: 'pause',
      visit: { at: 'answered' },
    });
  });

  it('[R15] is there for pupils who come in meanwhile, and for no page outside the room', () => {
    expect(pageAfter(typed, seated, saw(paused)).cover).toBe('pause');
    expect(askedPage(saw(paused), leave).cover).toBeUndefined();
    expect(askedPage(leave, saw(paused)).cover).toBeUndefined();
    expect(askedPage(saw(paused), saw(finished)).cover).toBeUndefined();
  });

  it('[R7] [R15] lets what is picked go out when the question is closed under it', () => {
    expect(askedPage(chose('b'), saw({ ...closing, cover: 'pause' })).visit.at).toBe('closing');
  });
});
