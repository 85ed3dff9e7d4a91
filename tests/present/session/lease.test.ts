import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome, RoomHost } from '../../../src/pages/present/room/room-host.ts';
import { renewLease } from '../../../src/pages/present/session/lease.view.ts';
import type { StaffView } from '../../../src/room/protocol.ts';
import { aView } from '../a-deck.ts';
import { openRoom, started, teaching } from '../a-state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const done = { is: 'done', value: aView() } as const;
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The lease of an open room, what was sent to it in turn, and what answers the newest renewal. */
function leased() {
  const sent: string[] = [];
  const waiting: ((outcome: Outcome<StaffView>) => void)[] = [];
  const unused = () => Promise.reject(new Error('unused'));
  const host: RoomHost = {
    hasDevices: true,
    open: unused,
    rejoin: unused,
    record: unused,
    subscribe: () => () => undefined,
    step: (_room, { type }) => {
      sent.push(type);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
  const lease = renewLease(
    host,
    {
      state: () => started({ me: 'this', phase: teaching({ room: openRoom() }) }),
      send: () => undefined,
      renew: () => undefined,
      reset: () => undefined,
      subscribe: () => undefined,
    },
    false,
  );
  return { lease, sent, answer: () => waiting.pop()?.(done) };
}

test('a lease is renewed every two seconds, however late the answers are', async () => {
  const { sent } = leased();
  await later(4_000);
  expect(sent).toEqual(['lead', 'lead', 'lead']);
});

test('the last step waits for each renewal under way, and none is sent before its own answer', async () => {
  const { lease, sent, answer } = leased();
  await later(2_000);
  expect(sent).toEqual(['lead', 'lead']);

  let finish = () => {};
  const finished = lease.pausedFor(() => {
    sent.push('finish');
    return new Promise<void>((resolve) => (finish = resolve));
  });
  await later(2_000);
  answer();
  await later(2_000);
  expect(sent).toEqual(['lead', 'lead']);

  answer();
  await later(2_000);
  expect(sent).toEqual(['lead', 'lead', 'finish']);

  finish();
  await finished;
  await later(2_000);
  expect(sent).toEqual(['lead', 'lead', 'finish', 'lead']);
});
