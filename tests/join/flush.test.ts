import { describe, expect, it } from 'vitest';
import { serialisePage } from '../../src/pages/join/saved-page.ts';
import { pendingOf, spentOf, type PupilEvent } from '../../src/pages/join/visit.ts';
import type { Picks } from '../../src/poll/question.ts';
import {
  acknowledged,
  asked,
  askedPage,
  asking,
  chose,
  closing,
  pageAfter,
  saw,
  seated,
  typed,
} from './pages.ts';

const at = (...happenings: readonly PupilEvent[]) => askedPage(...happenings).visit.at;

describe('what is picked and not sent when the room closes', () => {
  const picked = (...ids: readonly string[]): PupilEvent => ({ type: 'picked', ids });
  /** What goes out when the room closes on a page where this happened; null for nothing. */
  const flushed = (picks: Picks, ...more: readonly PupilEvent[]) => {
    const question = { ...asked('one'), picks };
    return pendingOf(
      pageAfter(typed, seated, saw({ ...asking, question }), ...more, saw({ ...closing, question }))
        .visit,
    );
  };

  it('[R7] sends at once what is picked and not sent, as if it had been sent', () => {
    expect(flushed('several', picked('b', 'a'))).toMatchObject({
      answer: 'b,a',
      turn: { spent: { n: 1 } },
    });
    expect(flushed('order', picked('b', 'a', 'c'))?.answer).toBe('b,a,c');
    expect([
      flushed('several', picked('pass'))?.answer,
      flushed('order', picked('pass'))?.answer,
    ]).toEqual(['pass', 'pass']);
  });

  it('[R7] sends nothing where nothing is picked any more, or an order is not whole', () => {
    expect([
      flushed('several'),
      flushed('several', picked('a'), picked()),
      flushed('order', picked('b', 'a')),
    ]).toEqual([null, null, null]);
  });

  it('[R7] leaves a sent answer as it is, whatever is picked after it', () => {
    const page = askedPage(
      chose('a'),
      acknowledged(1),
      { type: 'again' },
      picked('a', 'b', 'c'),
      saw(closing),
    );
    expect([pendingOf(page.visit), spentOf(page.visit)?.n]).toEqual([null, 1]);
  });

  it('[R7] [R10] looks the same with and without a pick, and saves the pick nowhere', () => {
    expect(at(picked('a', 'b', 'c'), saw(closing))).toBe(at(saw(closing)));
    expect(serialisePage(askedPage(picked('a', 'b', 'c')))).toBe(serialisePage(askedPage()));
  });
});
