import { describe, expect, it } from 'vitest';
import { openClock } from '../../src/room/clock.ts';
import { CLOSING_MS, LEAD_MS } from '../../src/room/room.ts';
import type { RoomEvent } from '../../src/room/room.ts';
import { step } from '../../src/room/step.ts';
import { after, aRoom, NINE, refusal } from './a-room.ts';

const HOUR = 60 * 60_000;

/** A computer whose wall clock anyone may set, and which may sleep. */
function aComputer() {
  const at = { wall: NINE, elapsed: 500, uptime: 90_000 };
  return {
    now: openClock({
      wall: () => at.wall,
      steady: () => at.elapsed,
      uptime: () => Math.floor(at.uptime / 1000) * 1000,
    }),
    passes(ms: number) {
      at.wall += ms;
      at.elapsed += ms;
      at.uptime += ms;
    },
    isSet(ms: number) {
      at.wall += ms;
    },
    sleeps(ms: number) {
      at.wall += ms;
      at.uptime += ms;
    },
  };
}

describe('the clock', () => {
  it('[R30] starts with the wall clock and goes on with the time that passes', () => {
    const { now, passes } = aComputer();
    expect(now()).toBe(NINE);
    passes(90);
    expect(now()).toBe(NINE + 90);
  });

  it.each([
    ['an hour back', -HOUR],
    ['two hours on', 2 * HOUR],
  ])('[R30] takes no notice when the wall clock is set %s', (_, ms) => {
    const { now, passes, isSet } = aComputer();
    passes(5_000);
    now();
    isSet(ms);
    expect(now()).toBe(NINE + 5_000);
    passes(5_000);
    expect(now()).toBe(NINE + 10_000);
  });

  it('[R30] counts the time that the computer sleeps, so that a room ends during it', () => {
    const { now, passes, sleeps } = aComputer();
    passes(5_000);
    now();
    sleeps(HOUR);
    passes(1_000);
    expect(Math.abs(now() - (NINE + HOUR + 6_000))).toBeLessThanOrEqual(1_000);
  });

  it('[R30] takes a count of whole seconds for no sleep, however long it runs', () => {
    const { now, passes } = aComputer();
    for (let at = 0; at < 4_000; at += 1) {
      passes(1_337);
      now();
    }
    expect(now()).toBe(NINE + 4_000 * 1_337);
  });

  it('[R30] never goes back', () => {
    let elapsed = 0;
    const now = openClock({ wall: () => NINE, steady: () => elapsed });
    elapsed = 100;
    expect(now()).toBe(NINE + 100);
    elapsed = 40;
    expect(now()).toBe(NINE + 100);
  });
});

describe('a room whose clock was set back', () => {
  it('[R30] closes its question all the same', () => {
    const closing = after(aRoom(), [{ type: 'ask', question: 'pressure' }, { type: 'close' }]);
    const closed: RoomEvent = { type: 'closed', tablets: { answering: 0, chose: {} } };
    expect(refusal(step(closing, closed, NINE + CLOSING_MS - 1))).toBe('409 still-closing');
    expect(after(closing, [closed], NINE - HOUR).state).toBe('closed');
  });

  it('[R30] takes steps of another window once the lease cannot be measured any more', () => {
    const led = after(aRoom(), [{ type: 'lead', by: 'one' }]);
    const other: RoomEvent = { type: 'lead', by: 'other' };
    expect(refusal(step(led, other, NINE + LEAD_MS - 1))).toBe('409 led-elsewhere');
    expect(after(led, [other], NINE - HOUR)).toMatchObject({ lead: { by: 'other' } });
  });
});
