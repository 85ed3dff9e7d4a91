import { Button } from '../../../ui/controls.view.tsx';
import { keyOf } from '../session/keys.ts';
import { lacksWords } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

/** How the film is shown on the board: its speed, its captions, and what is seen in words. */
export function FilmLook({
  presenter: { deck, store, act },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act'>;
}) {
  const { speed, captions, described } = store.state().showing;
  const lacks = lacksWords(deck, store.state());
  return (
    <div class="film-look">
      <Button onPress={() => act('speed')} shortcut={keyOf('speed')}>
        Speed {speed}
      </Button>
      <Button
        onPress={() => act('captions')}
        shortcut={keyOf('captions')}
        pressed={captions && !lacks.captions}
        disabled={lacks.captions}
      >
        Captions
      </Button>
      <Button
        onPress={() => act('described')}
        shortcut={keyOf('described')}
        pressed={described && !lacks.descriptions}
        disabled={lacks.descriptions}
      >
        Descriptions
      </Button>
    </div>
  );
}
