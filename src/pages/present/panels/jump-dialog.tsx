import { AskDialog } from './ask-dialog.tsx';
import { placeOf, slideOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

/** Asks before a jump leaves an open question, or a film that plays. */
export function JumpDialog({
  presenter: { deck, store, card, ui, change },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'card' | 'ui' | 'change'>;
}) {
  const to = ui().jump;
  const close = () => change({ dialog: null, jump: null });
  if (to === null) return null;
  const { n } = placeOf(deck, to);

  function go(slide: string): void {
    close();
    store.send({ type: 'go', slide });
  }

  return (
    <AskDialog
      title={`Go to slide ${n}?`}
      yes={`Go to slide ${n}`}
      act={() => go(to)}
      close={close}
    >
      <p>
        “{slideOf(deck, to)?.heading}”{' '}
        {card()?.state === 'asking'
          ? 'The question here stays open until you close it.'
          : 'The film is playing: it stops where it is.'}
      </p>
    </AskDialog>
  );
}
