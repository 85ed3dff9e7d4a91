import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';
import {
  boardFilmOf,
  isRunning,
  isWatching,
  type PresenterState,
} from '../session/presenter-state.ts';
import { keyOf } from '../session/keys.ts';
import type { Presenter } from '../session/presenter.view.ts';

/** True while this window leads a lesson: leaving it asks first. A page that has to be loaded again may be. */
export function isLeading(state: PresenterState): boolean {
  const { phase, mode, isOutdated } = state;
  return isRunning(phase) && mode === 'lesson' && !isOutdated && !isWatching(state);
}

const PLAYING = 'If you leave, the film pauses, and nothing moves until you come back.';
const RESTING = 'The board stays as it is, and nothing moves until you come back.';

/** Asks before a link leads away from a lesson that is running. */
export function LeaveDialog({
  presenter: { store, ui, act, change, leave },
}: {
  readonly presenter: Pick<Presenter, 'store' | 'ui' | 'act' | 'change' | 'leave'>;
}) {
  const to = ui().leaving;
  const isPlaying = boardFilmOf(store.state())?.state === 'playing';
  const close = () => change({ dialog: null, leaving: null });

  function go(): void {
    close();
    if (to !== null) leave(to);
  }

  function finish(): void {
    change({ leaving: null });
    act('finish');
  }

  return (
    <Dialog title="Leave the lesson?" close={close} isCareful>
      <p>{wording(`This lesson is still running. ${isPlaying ? PLAYING : RESTING}`)}</p>
      <p>Open this lesson again within 90 minutes to go on from this slide.</p>
      <p class="dialog__row">
        <Button onPress={close} variant="main" shortcut="Esc">
          Stay in the lesson
        </Button>
        <Button onPress={go}>Leave</Button>
        <Button onPress={finish} variant="quiet" shortcut={keyOf('finish')}>
          Finish lesson
        </Button>
      </p>
    </Dialog>
  );
}
