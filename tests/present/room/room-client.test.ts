import { describe, expect, test } from 'vitest';
import { UNSENT_MS, openRoomClient } from '../../../src/pages/present/room/room-client.view.ts';
import type { Outcome, RoomEvent, RoomHost } from '../../../src/pages/present/room/room-host.ts';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import {
  coverOf,
  freshState,
  roomOf,
  type PresenterState,
} from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import { noticesOf } from '../../../src/pages/present/session/words.ts';
import type { StaffView, Step } from '../../../src/room/protocol.ts';
import { aView, deck } from '../a-deck.ts';
import { opened } from '../a-state.ts';

const PAUSE: PresenterEvent = { type: 'cover', cover: 'pause' };
const AWAY = { is: 'away' } as const;
const FULL = { is: 'refused', message: 'The disk is full.' } as const;

/** A lesson that has begun and whose room has its place: what is sent to it from then on, and the clock. */
async function inLesson() {
  const sent: Extract<Step, { readonly type: 'slide' }>[] = [];
  const waiting: ((outcome: Outcome<StaffView>) => void)[] = [];
  const timers = new Map<() => void, number>();
  const listeners: ((before: PresenterState) => void)[] = [];
  const reported: string[] = [];
  let [now, n] = [0, 1];
  let emit: (event: RoomEvent) => void = () => {};
  let state: PresenterState = { ...freshState(deck), me: 'me' };
  const store = {
    state: () => state,
    send(event: PresenterEvent) {
      const before = state;
      state = reduce(state, event, { deck, now });
      for (const listener of listeners) listener(before);
    },
    subscribe: (listener: (before: PresenterState) => void) => void listeners.push(listener),
  };
  const unused = () => Promise.reject(new Error('unused'));
  const host: RoomHost = {
    hasDevices: true,
    open: () => Promise.resolve({ is: 'done', value: opened }),
    rejoin: unused,
    record: unused,
    subscribe(_room, onEvent) {
      emit = onEvent;
      return () => {};
    },
    step(_room, step) {
      if (step.type === 'slide') sent.push(step);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
  const client = openRoomClient({ now: deck }, host, {
    store,
    report: (words) => void reported.push(words),
    after(ms, act) {
      timers.set(act, now + ms);
      return () => timers.delete(act);
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const answer = async (outcome: Outcome<StaffView>) => {
    await settle();
    waiting.shift()?.(outcome);
    await settle();
  };
  /** The room as it is once it has taken the step that was sent last. */
  const taken = (part: Partial<StaffView> = {}): StaffView => {
    const { slide = null, stage = null } = sent.at(-1) ?? {};
    return aView({ n: (n += 1), slide, stage, lead: 'me', ...part });
  };
  const pass = async (ms: number) => {
    for (const end = now + ms; now < end;) {
      now = Math.min(end, ...[...timers.values()].filter((at) => at > now));
      for (const [act, at] of timers) if (at <= now && timers.delete(act)) act();
      await settle();
    }
  };
  const notices = () => noticesOf(state, false).filter(({ id }) => id === 'unsent');

  store.send({ type: 'start', screens: 'two', pupils: 30, devices: true });
  await client.open();
  emit({ type: 'view', view: aView({ lead: 'me' }) });
  await answer({ is: 'done', value: taken() });
  sent.length = 0;
  return {
    ...{ client, store, sent, reported, answer, settle, taken, pass, notices },
    emit: (event: RoomEvent) => emit(event),
    covers: () => sent.map(({ stage }) => stage?.cover),
  };
}

describe('[R56] the place of the presenter', () => {
  test('is sent again with growing waits until the room has it', async () => {
    const { store, covers, answer, taken, pass } = await inLesson();
    store.send(PAUSE);
    expect(covers()).toEqual(['pause']);
    await answer(AWAY);
    await pass(499);
    expect(covers()).toHaveLength(1);
    await pass(1);
    expect(covers()).toHaveLength(2);
    await answer(FULL);
    await pass(999);
    expect(covers()).toHaveLength(2);
    await pass(1);
    await answer({ is: 'done', value: taken() });
    await pass(60_000);
    expect(covers()).toEqual(['pause', 'pause', 'pause']);
  });

  test('is not sent again where only the answer was lost, and the line brings what the room has', async () => {
    const { store, covers, answer, emit, taken, pass } = await inLesson();
    store.send(PAUSE);
    emit({ type: 'view', view: taken() });
    await answer(AWAY);
    await pass(60_000);
    expect(covers()).toEqual(['pause']);
  });

  test('is the newest alone, one after the other, and what is new waits for no earlier try', async () => {
    const { store, sent, covers, answer, pass } = await inLesson();
    store.send(PAUSE);
    await pass(1_500);
    store.send(PAUSE);
    await pass(1_500);
    store.send({ type: 'turn', to: 'next' });
    expect(covers()).toEqual(['pause']);
    await answer(AWAY);
    expect(sent.map(({ slide, stage }) => [slide, stage?.cover])).toEqual([
      ['title', 'pause'],
      ['rules', 'none'],
    ]);
    await answer(AWAY);
    store.send(PAUSE);
    await answer(AWAY);
    expect(covers()).toEqual(['pause', 'none', 'pause']);
  });

  test('is sent once more where the room says another, and once the program is back', async () => {
    const { store, covers, answer, emit, taken } = await inLesson();
    store.send(PAUSE);
    const before = taken({ stage: { step: 0, cover: 'none', film: { order: 0, do: 'none' } } });
    await answer({ is: 'done', value: taken() });
    emit({ type: 'away' });
    emit({ type: 'view', view: before });
    expect(covers()).toEqual(['pause', 'pause']);
  });

  test.each<[string, (lesson: Awaited<ReturnType<typeof inLesson>>) => void]>([
    [
      'another window leads',
      ({ emit, taken }) => emit({ type: 'view', view: taken({ lead: 'other', slide: 'rules' }) }),
    ],
    ['the room is over', ({ emit }) => emit({ type: 'gone' })],
    ['the lesson is finished', ({ store }) => store.send({ type: 'finish' })],
    ['this page is out of date', ({ emit }) => emit({ type: 'old' })],
    ['the program is away', ({ emit }) => emit({ type: 'away' })],
  ])('is sent no more once %s', async (_what, happen) => {
    const lesson = await inLesson();
    lesson.store.send(PAUSE);
    await lesson.answer(AWAY);
    happen(lesson);
    await lesson.pass(60_000);
    expect(lesson.covers()).toEqual(['pause']);
  });

  test('is reported to be missing after some seconds, with its cause, until it is there', async () => {
    const { store, notices, answer, taken, pass } = await inLesson();
    store.send(PAUSE);
    await answer(AWAY);
    await pass(UNSENT_MS - 1);
    expect(notices()).toEqual([]);
    await pass(1);
    expect(notices()).toMatchObject([
      { kind: 'warning', words: 'Tablets may not show this yet. We’re still trying.' },
    ]);
    await answer(FULL);
    expect(notices()).toMatchObject([
      { words: 'Tablets may not show this yet. The disk is full.' },
    ]);
    await pass(2_000);
    await answer({ is: 'done', value: taken() });
    expect(notices()).toEqual([]);
    await pass(60_000);
    expect(notices()).toEqual([]);
  });

  test('is never reported to be missing where each send is answered soon, or no one answers by tablet', async () => {
    const { store, notices, answer, taken, pass } = await inLesson();
    for (let presses = 0; presses < 5; presses += 1) {
      store.send(PAUSE);
      await pass(UNSENT_MS - 1);
      await answer({ is: 'done', value: taken({ devices: false }) });
    }
    expect(notices()).toEqual([]);
    store.send(PAUSE);
    await pass(60_000);
    expect([coverOf(store.state()), notices()]).toEqual(['none', []]);
  });
});

describe('[R57] a press', () => {
  test('that fails is reported, and what becomes of one in a room before is not', async () => {
    const { client, store, reported, answer, settle } = await inLesson();
    const pressed = client.step({ type: 'hide' });
    await answer(FULL);
    expect([await pressed, reported]).toEqual([false, ['The disk is full.']]);
    for (const outcome of [FULL, AWAY, { is: 'gone' } as const]) {
      const late = client.step({ type: 'hide' });
      await settle();
      store.send({
        type: 'room',
        room: { ...opened, code: `DFG23${reported.length}${outcome.is}` },
      });
      await answer(outcome);
      expect([await late, reported, roomOf(store.state()).is]).toEqual([
        false,
        ['The disk is full.'],
        'open',
      ]);
    }
  });
});
