import { AskDialog, PastDialog } from '../panels/ask-dialog.tsx';
import { skipTo } from './film-turn.ts';
import { slideOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

/** Asks before a part of the film is skipped, and says what the board shows then. */
export function SkipFilmDialog({
  presenter: { deck, store, change },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'change'>;
}) {
  const close = () => change({ dialog: null });
  const from = store.state().slide;
  const to = skipTo(deck, store.state());
  // The film may come to its stop while this is open: then there is nothing left to skip.
  if (to === null) {
    return (
      <PastDialog title="Skip this part of the film" close={close}>
        <p>This part of the film is over.</p>
      </PastDialog>
    );
  }

  function skip(next: string): void {
    change({ dialog: null, skippedFilm: { from, to: next } });
    store.send({ type: 'go', slide: next });
  }

  return (
    <AskDialog
      title="Skip this part of the film?"
      yes="Skip this part"
      act={() => skip(to)}
      close={close}
    >
      <p>
        The class won’t see it. You can come back to it from the next slide: “
        {slideOf(deck, to)?.heading}”
      </p>
    </AskDialog>
  );
}
