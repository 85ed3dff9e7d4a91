import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshState, type Phase } from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import { parseState, serialiseState } from '../../../src/pages/present/session/saved-state.ts';
import { RETURN_MS } from '../../../src/text/running-lesson.ts';
import { aView, deck } from '../a-deck.ts';
import { opened, openRoom, started, teaching } from '../a-state.ts';

const begun = reduce(
  freshState(deck),
  { type: 'start', screens: 'two', pupils: 28, devices: true },
  { deck, now: 1 },
);
const left = reduce(
  reduce(begun, { type: 'go', slide: 'stop-1' }, { deck, now: 2 }),
  { type: 'cover', cover: 'pause' },
  { deck, now: 3 },
);

test('a state comes back as it was left', () => {
  expect(parseState(serialiseState(left, 10), deck, 20)).toEqual({ ...left, coverPress: null });
});

test('a state with a room comes back to it, and asks how it is', () => {
  const inRoom = started({ phase: teaching({ room: openRoom({ view: aView() }) }) });
  expect(parseState(serialiseState(inRoom, 10), deck, 20).phase).toMatchObject({
    is: 'teaching',
    room: { is: 'open', opened, link: 'opening', view: null },
  });
});

test('a state left longer ago than a room lives is a fresh one, so that no other lesson’s notes open by themselves', () => {
  expect(parseState(serialiseState(left, 0), deck, RETURN_MS + 1)).toEqual(freshState(deck));
});

test('a state on a slide that is no longer in the lesson goes to the first', () => {
  expect(parseState(serialiseState({ ...left, slide: 'taken-out' }, 10), deck, 20).slide).toBe(
    'title',
  );
});

test('whatever else lies in the storage is a fresh state', () => {
  const bad = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('null', '{}', '{"at":1}', '{"screens":"two","slide":"title"}'),
  );
  fc.assert(
    fc.property(
      fc.option(bad),
      (text) => void expect(parseState(text, deck, 0)).toEqual(freshState(deck)),
    ),
  );
});

test('every way to be in a lesson comes back as it was, and nothing comes back of what is no lesson', () => {
  const over = { screens: 'one', since: 7, room: { is: 'none' } } as const;
  const phases: readonly Phase[] = [
    teaching({ cover: { is: 'help' } }),
    teaching({ cover: { is: 'pause', over: 'help' } }),
    { is: 'landing', ...over, isPaused: false },
    { is: 'landing', ...over, isPaused: true },
  ];
  for (const phase of phases) {
    expect(parseState(serialiseState(started({ phase }), 10), deck, 20).phase).toEqual(phase);
  }
  const ended: Phase = { is: 'finished', screens: 'two', closesAt: null };
  expect([
    serialiseState(freshState(deck), 0),
    serialiseState(started({ phase: ended }), 0),
    serialiseState(started({ mode: 'rehearsal' }), 0),
    serialiseState(started({ mode: 'preview' }), 0),
  ]).toEqual([null, null, null, null]);
});

test('a state that was saved before states had versions is read, and one of a later version is set aside', () => {
  const { version, underPause, ...before } = JSON.parse(serialiseState(left, 10) ?? '') as Readonly<
    Record<string, unknown>
  >;
  expect([version, underPause]).toEqual([1, 'none']);
  expect(parseState(JSON.stringify(before), deck, 20)).toEqual({ ...left, coverPress: null });
  expect(parseState(JSON.stringify({ ...before, version: 2 }), deck, 20)).toEqual(freshState(deck));
});

test('a landing that lost its help slide is a lesson that goes on', () => {
  const saved = JSON.parse(serialiseState(started(), 10) ?? '') as object;
  const parsed = parseState(JSON.stringify({ ...saved, landing: true }), deck, 20);
  expect(parsed.phase).toEqual(teaching());
});

test('nothing of the class but its number is kept', () => {
  expect(Object.keys(JSON.parse(serialiseState(left, 1) ?? '') as object).sort()).toEqual([
    'at',
    'bell',
    'cover',
    'devices',
    'film',
    'landing',
    'me',
    'pupils',
    'room',
    'screens',
    'showing',
    'since',
    'skipped',
    'slide',
    'spent',
    'step',
    'underPause',
    'version',
  ]);
});
