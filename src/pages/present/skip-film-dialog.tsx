import { Button, Dialog } from '../../look/controls.view.tsx';
import { skipTo } from './film-turn.ts';
import { slideOf } from './moves.ts';
import type { Presenter } from './presenter.view.ts';

/** Asks before a part of the film is skipped, and says what the board shows then. */
export function SkipFilmDialog({ presenter: { deck, store, change } }: { readonly presenter: Presenter }) {
  const close = () => change({ dialog: null });
  const from = store.desk().slide;
  const to = skipTo(deck, store.desk());
  // The film may come to its stop while this is open: then there is nothing left to skip.
  if (to === null) {
    return (
      <Dialog title="Skip this part of the film" close={close}>
        <p>This part of the film is over.</p>
        <p class="dialog__row">
          <Button press={close} look="main" shortcut="Esc">
            Close
          </Button>
        </p>
      </Dialog>
    );
  }

  function skip(next: string): void {
    change({ dialog: null, skippedFilm: { from, to: next } });
    store.send({ type: 'go', slide: next });
  }

  return (
    <Dialog title="Skip this part of the film?" close={close}>
      <p>The class won’t see it. You can come back to it from the next slide: “{slideOf(deck, to)?.heading}”</p>
      <p class="dialog__row">
        <Button press={() => skip(to)} look="main">
          Skip this part
        </Button>
        <Button press={close} shortcut="Esc">
          Cancel
        </Button>
      </p>
    </Dialog>
  );
}
