import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome, RoomHost } from '../../../src/pages/present/room/room-host.ts';
import { renewLease } from '../../../src/pages/present/session/lease.view.ts';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import type { StaffView } from '../../../src/room/protocol.ts';
import { aView } from '../a-deck.ts';
import { opened, openRoom, started, teaching } from '../a-state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const done = { is: 'done', value: aView() } as const;
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The lease of an open room, what was sent to it in turn, and what answers the newest renewal. */
function leased(room = openRoom()) {
  const sent: string[] = [];
  const learnt: PresenterEvent[] = [];
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
      state: () => started({ me: 'this', phase: teaching({ room }) }),
      send: (event) => void learnt.push(event),
      renew: () => undefined,
      reset: () => undefined,
      subscribe: () => undefined,
    },
    false,
  );
  const answer = (outcome: Outcome<StaffView> = done) => waiting.pop()?.(outcome);
  return { lease, sent, learnt, answer };
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

test('a step that the line holds back is learnt from the answer to a renewal', async () => {
  const { learnt, answer } = leased(openRoom({ view: aView({ n: 8 }) }));
  const view = aView({ n: 9 });
  answer({ is: 'done', value: view });
  await later(0);
  expect(learnt).toEqual([{ type: 'view', room: opened.code, view }]);
});

test.each([
  ['what the line has brought already', openRoom({ view: aView({ n: 9 }) })],
  ['anything before the first view of the line', openRoom({ view: null })],
  ['that a line is back which is away', openRoom({ view: aView({ n: 8 }), link: 'away' })],
])('the answer to a renewal does not say %s', async (_what, room) => {
  const { learnt, answer } = leased(room);
  answer({ is: 'done', value: aView({ n: 9 }) });
  await later(0);
  expect(learnt).toEqual([]);
});
