import { expect, test } from 'vitest';
import type { PresenterState, Room } from '../../../src/pages/present/session/presenter-state.ts';
import {
  filmFailedNote,
  filmFailedNotice,
  heldWords,
  joinOf,
  noticesOf,
  statusOf,
} from '../../../src/pages/present/session/words.ts';
import type { BoardStatus } from '../../../src/outputs/board/board-link.ts';
import type { Published } from '../../../src/poll/disclose.ts';
import type { PollView } from '../../../src/room/protocol.ts';
import { aView, asking, deck, pressure } from '../a-deck.ts';
import { opened, openRoom, started, teaching } from '../a-state.ts';

const two = started();
const lost: PresenterState = { ...two, board: { is: 'lost' } };
const film = { state: 'ready', at: 0 } as const;
const withStatus = (status: BoardStatus): PresenterState => ({
  ...two,
  board: { is: 'connected', status, areSeveral: false },
});
const inRoom = (room: Room): PresenterState => ({ ...two, phase: teaching({ room }) });
const ids = (state: PresenterState) => noticesOf(state, false).map(({ id }) => id);

test('nothing is said while all is well', () => {
  expect(ids(withStatus({ started: true, slide: 'title', film }))).toEqual([]);
});

test('a board that waits for its button is named, and one that is nowhere can be opened', () => {
  expect(ids(withStatus({ started: false, slide: 'title', film }))).toEqual(['waiting']);
  expect(noticesOf(lost, false)).toMatchObject([{ id: 'no-board', offer: 'open-board' }]);
  expect(ids(two)).toEqual([]);
});

test('a board that cannot be reached from a folder is not said to be closed, and one window is offered', () => {
  const [notice] = noticesOf(lost, true);
  expect(notice).toMatchObject({ id: 'no-board', offer: 'open-or-one' });
  expect(notice?.words).toMatch(/If its window is open and doesn’t follow.*one window/);
  expect(notice?.words).not.toContain('not open');
});

test('an error is an alert of its own, and any other notice is in the status', () => {
  const [notice] = noticesOf(lost, true);
  expect(notice?.kind).toBe('error');
  expect(statusOf(lost, deck, true)).not.toContain(notice?.words ?? '');
  const waiting = withStatus({ started: false, slide: 'title', film });
  const [info] = noticesOf(waiting, false);
  expect(info?.kind).toBe('info');
  expect(statusOf(waiting, deck, false)).toContain(info?.words ?? '');
});

test('a room that is gone can be reopened in one press', () => {
  expect(noticesOf(inRoom({ is: 'gone', opened, view: null, why: 'over' }), false)).toMatchObject([
    { offer: 'new-room' },
  ]);
});

test('a program that is away is said plainly', () => {
  expect(noticesOf(inRoom(openRoom({ link: 'away' })), false)[0]?.words).toBe(
    'Connection lost. The board stays as it is. Reconnecting…',
  );
});

test('a teacher who was signed out reads how the lesson goes on', () => {
  expect(noticesOf(inRoom(openRoom({ link: 'signed-out' })), false)).toEqual([
    {
      id: 'signed-out',
      kind: 'error',
      words:
        'You’re signed out. The board stays as it is. Sign in again in another tab, and the lesson goes on here.',
      offer: null,
    },
  ]);
});

test('the status names slide, cover and question', () => {
  const state = started({
    phase: teaching({
      cover: { is: 'pause', over: 'none' },
      room: openRoom({ view: aView({ poll: asking(pressure) }) }),
    }),
  });
  expect(statusOf(state, deck, false)).toBe(
    'Slide 1 of 8: The title. The board is paused. A question of another slide is still open.',
  );
});

test('the status says of a question only what is so on the slide that is on the board', () => {
  const shown = (published: Published): PollView => ({
    state: 'shown',
    question: pressure,
    round: 1,
    published,
  });
  const bands: Published = {
    rung: 'bands',
    bands: { a: 'about-half', b: 'about-half' },
    turnout: 30,
    right: [],
    explanation: '',
  };
  const status = (slide: string, poll: PollView, cover: 'none' | 'help' = 'none') =>
    statusOf(
      started({
        slide,
        phase: teaching({ cover: { is: cover }, room: openRoom({ view: aView({ poll }) }) }),
      }),
      deck,
      false,
    );
  expect(status('pressure', asking(pressure))).toBe(
    'Slide 6 of 8: The pressure. The question is open.',
  );
  expect(status('pressure', shown(bands))).toBe(
    'Slide 6 of 8: The pressure. The result is on the board.',
  );
  expect(status('part-2', shown(bands))).toBe('Slide 7 of 8: The part-2.');
  expect(status('pressure', shown(bands), 'help')).toBe(
    'Slide 6 of 8: The pressure. The help slide is on the board.',
  );
  expect(status('pressure', shown({ rung: 'too-few', right: [], explanation: '' }))).toBe(
    'Slide 6 of 8: The pressure. The board says that no result is shown.',
  );
});

test('the status tells how much of a slide is shown', () => {
  const stepped = { ...deck, slides: deck.slides.map((slide) => ({ ...slide, steps: 3 })) };
  expect(statusOf({ ...two, step: 2 }, stepped, false)).toBe(
    'Slide 1 of 8: The title. 2 of 3 shown.',
  );
});

test('seats are shown where there are tablets, and only there', () => {
  expect(joinOf(aView())).toEqual({
    address: '192.0.2.7',
    code: 'BKT 472',
    joined: '25+ joined',
    isClosed: false,
    isFull: false,
  });
  const few = { seats: { taken: 4, cap: 33 } };
  expect(joinOf(aView(few))?.joined).toBe('Joining…');
  expect(joinOf(aView({ ...few, isJoiningClosed: true }))).toMatchObject({
    joined: 'Under 5 joined',
    isClosed: true,
  });
  expect(joinOf(aView({ seats: { taken: 33, cap: 33 } }))?.isFull).toBe(true);
  expect(joinOf(aView({ devices: false }))).toBeNull();
});

test('a film that cannot play has a notice at its slides alone, whose words name what is there', () => {
  const film = { state: 'failed', at: 4 } as const;
  const state = withStatus({ started: true, slide: 'part-1', film });
  const at = (slide: string, hasWords = true) =>
    filmFailedNotice(deck, { ...state, slide }, hasWords);
  expect(at('title')).toBeNull();
  expect(at('pressure')).toBeNull();
  expect(at('part-1')).toMatchObject({ kind: 'error', offer: 'film-again' });
  expect(at('part-1')?.words).toContain('“Film in words”');
  expect(at('part-1', false)?.words).not.toContain('“Film in words”');
  const chosen = { ...state, slide: 'part-1', showing: { ...state.showing, source: 'laptop' } };
  expect(filmFailedNotice(deck, chosen as PresenterState, false)?.offer).toBe('film-source');
  expect(filmFailedNote(deck, state)).toBeNull();
  expect(filmFailedNote(deck, { ...state, slide: 'part-1' })).toContain('“Try the film again”');
  expect(filmFailedNote(deck, chosen as PresenterState)).toContain('“Where the film comes from”');
});

test('what the board’s film lacks is shown, with what to do', () => {
  const board = (film: Partial<BoardStatus['film']>) =>
    ({ started: true, slide: 'part-1', film: { state: 'playing', at: 4, ...film } }) as const;
  const ids = (film: Parameters<typeof board>[0]) =>
    noticesOf(withStatus(board(film)), false).map(({ id, offer }) => [id, offer]);
  expect(ids({ lacks: { captions: false, sound: false } })).toEqual([]);
  expect(ids({ lacks: { captions: true, sound: true } })).toEqual([
    ['film-captions', null],
    ['film-sound', null],
  ]);
  expect(ids({ state: 'absent', isAwaited: true })).toEqual([['film-awaited', 'film-source']]);
  expect(ids({ state: 'failed' })).toEqual([]);
});

test('what keeps a change from the board is a mistake in its line, or that no lead has reviewed it', () => {
  const mistake = {
    code: 'one-option',
    severity: 'error',
    line: 9,
    column: 1,
    message: 'No',
  } as const;
  expect(heldWords(mistake)).toContain('has a mistake in line 9. No.');
  expect(heldWords({ ...mistake, code: 'unreviewed' })).toBe('The board stays as it was. No.');
});
