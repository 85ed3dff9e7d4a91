import type { PresenterState } from '../session/presenter-state.ts';
import type { Ui } from '../session/presenter.view.ts';

/** Dialogs with something for the teacher alone in them, and one that asks of what the board shows. */
const veiled: readonly Ui['dialog'][] = ['hands', 'box', 'room', 'rejoin', 'discard', 'skip-film'];

/** True where a dialog is out of sight until the lesson carries on, because the board is paused. */
export function isVeiled({ cover }: Pick<PresenterState, 'cover'>, dialog: Ui['dialog']): boolean {
  return cover === 'pause' && veiled.includes(dialog);
}
