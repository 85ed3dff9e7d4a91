import { safeShowing } from '../../deck/film-source.ts';
import type { DeskEvent } from './desk-event.ts';
import type { Desk } from './desk.ts';

type Setting = Extract<
  DeskEvent,
  { readonly type: 'devices' | 'showing' | 'skip' | 'put-back' | 'boards' | 'board-lost' | 'keep-board' | 'close-board' }
>;

/** What changes at the desk where one setting does: how the film is shown, what is left out, which boards are there. */
export function settle({ skipped, showing }: Desk, event: Setting, now: number): Partial<Desk> {
  switch (event.type) {
    case 'devices':
      return { devices: true };
    case 'showing':
      return { showing: safeShowing({ ...showing, ...event.showing }) };
    case 'skip':
      return { skipped: [...skipped, event.block] };
    case 'put-back':
      return { skipped: skipped.filter((block) => block !== event.block) };
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
