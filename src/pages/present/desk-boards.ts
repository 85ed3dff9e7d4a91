import type { DeskEvent } from './desk-event.ts';
import type { Desk } from './desk.ts';

type OfBoards = Extract<
  DeskEvent,
  { readonly type: 'screens' | 'boards' | 'board-lost' | 'keep-board' | 'close-board' }
>;

/** What changes at the desk with its boards: where one is, how many there are, and when it closes, in ms since 1970. */
export function moveBoards(event: OfBoards, now: number): Partial<Desk> {
  switch (event.type) {
    case 'screens':
      return { screens: event.screens, board: null, boardLost: false };
    case 'boards':
      return { severalBoards: event.areSeveral };
    case 'board-lost':
      return { board: null, boardLost: true };
    case 'keep-board':
      return { ends: null };
    case 'close-board':
      return { ends: now };
  }
}
