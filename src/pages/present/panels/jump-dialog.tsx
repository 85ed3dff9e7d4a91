import { JOIN } from '../../../outputs/board/joining.ts';
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
  const words = to === JOIN ? 'Show how to join?' : `Go to slide ${placeOf(deck, to).n}?`;

  function go(slide: string): void {
    close();
    store.send({ type: 'go', slide });
  }

  return (
    <AskDialog title={words} yes={words.slice(0, -1)} act={() => go(to)} close={close}>
      <p>
        “{slideOf(deck, to)?.heading}”{' '}
        {card()?.state === 'asking'
          ? 'The question here stays open until you close it.'
          : 'The film is playing: it stops where it is.'}
      </p>
    </AskDialog>
  );
}
