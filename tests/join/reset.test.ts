import { describe, expect, it } from 'vitest';
import { serialisePage } from '../../src/pages/join/saved-page.ts';
import { step } from '../../src/pages/join/visit-step.ts';
import {
  acknowledged,
  askedPage,
  chose,
  leave,
  next,
  pageAfter,
  saw,
  seated,
  typed,
} from './pages.ts';

describe('seats that are reset', () => {
  const door = { at: 'door', trouble: 'reset', typed: '' };

  it('[R20] send the page back to the door with the reason, and leave nothing of its seat', () => {
    for (const page of [
      askedPage(chose('b'), acknowledged(1), next, seated),
      askedPage(chose('b')),
      askedPage(),
    ]) {
      for (const other of [
        step(page, { type: 'reset' }),
        step(page, saw({ state: 'reset', n: 9 })),
      ]) {
        expect(other).toEqual({ visit: door, behind: null, away: false });
        expect(serialisePage(other)).toBe('');
      }
    }
  });

  it('[R20] are nothing to a page that has left, but what it kept for others goes', () => {
    const left = askedPage(chose('b'), acknowledged(1), leave);
    expect(step(left, { type: 'reset' })).toEqual({
      visit: { at: 'left' },
      behind: null,
      away: false,
    });
  });

  it('[R20] say so to a page that types an old code', () => {
    expect(pageAfter(typed, { type: 'refused', code: 'BKT472', trouble: 'reset' }).visit).toEqual(
      door,
    );
  });
});
