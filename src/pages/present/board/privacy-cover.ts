import { coverOf, type PresenterState } from '../session/presenter-state.ts';
import type { Ui } from '../session/presenter.view.ts';

/** Dialogs with something for the teacher alone in them, and one that asks of what the board shows. */
const veiled: readonly Ui['dialog'][] = [
  'hands',
  'box',
  'room',
  'rejoin',
  'discard',
  'skip-film',
  'phone',
];

/** True where a dialog is out of sight: until the lesson carries on, because the board is paused, and while the words for someone who tells are open. */
export function hasPrivacyCover(
  state: Pick<PresenterState, 'phase'>,
  { dialog, isTelling }: Pick<Ui, 'dialog' | 'isTelling'>,
): boolean {
  return isTelling || (coverOf(state) === 'pause' && veiled.includes(dialog));
}
