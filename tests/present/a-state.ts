import {
  coverOf,
  freshState,
  isLanding,
  isLive,
  openedRoomOf,
  screensOf,
  viewOf,
  type Phase,
  type PresenterState,
  type Room,
} from '../../src/pages/present/session/presenter-state.ts';
import { deck as plain } from './a-deck.ts';

type Teaching = Extract<Phase, { readonly is: 'teaching' }>;
type OpenRoom = Extract<Room, { readonly is: 'open' }>;

/** The code and key of a room. */
export const opened = { code: 'BKT472', roomKey: 'a-key', address: '' } as const;

/** A room that is open and answers, with whatever the test is about. */
export function openRoom(part: Partial<OpenRoom> = {}): OpenRoom {
  return { is: 'open', opened, link: 'live', view: null, ...part };
}

/** A lesson that is being taught, since 0 ms, with whatever of that the test is about. */
export function teaching(part: Partial<Teaching> = {}): Teaching {
  return {
    is: 'teaching',
    screens: 'two',
    since: 0,
    room: { is: 'none' },
    cover: { is: 'none' },
    ...part,
  };
}

/** The presenter of a lesson that was started beside a board of its own. */
export function started(part: Partial<PresenterState> = {}, deck = plain): PresenterState {
  return { ...freshState(deck), phase: teaching(), ...part };
}

/** A state as its readers see it. */
export function seen(state: PresenterState) {
  return {
    ...state,
    screens: screensOf(state),
    cover: coverOf(state),
    landing: isLanding(state),
    finished: state.phase.is === 'finished',
    room: openedRoomOf(state),
    view: viewOf(state),
    isLive: isLive(state),
  };
}
