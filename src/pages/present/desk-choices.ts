import { safeShowing } from '../../deck/film-source.ts';
import type { DeskEvent } from './desk-event.ts';
import type { Desk } from './desk.ts';

type Choice = Extract<DeskEvent, { readonly type: 'devices' | 'showing' | 'skip' | 'put-back' }>;

/** What changes at the desk with a choice for today: tablets, how the film is shown, which blocks are left out. */
export function choose({ skipped, showing }: Desk, event: Choice): Partial<Desk> {
  switch (event.type) {
    case 'devices':
      return { devices: true };
    case 'showing':
      return { showing: safeShowing({ ...showing, ...event.showing }) };
    case 'skip':
      return { skipped: [...skipped, event.block] };
    case 'put-back':
      return { skipped: skipped.filter((block) => block !== event.block) };
  }
}
