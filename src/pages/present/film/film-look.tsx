import { Button } from '../../../ui/controls.view.tsx';
import { keyOf } from '../session/keys.ts';
import { lacksWords } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type LookProps = { readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act'> };

/** Captions on the board, on and off. */
export function CaptionsButton({ presenter: { deck, store, act } }: LookProps) {
  const lacks = lacksWords(deck, store.state()).captions;
  return (
    <Button
      onPress={() => act('captions')}
      shortcut={keyOf('captions')}
      pressed={store.state().showing.captions && !lacks}
      disabled={lacks}
    >
      Captions
    </Button>
  );
}

/** How else the film is shown on the board: its speed, and what is seen in words. */
export function FilmLook({ presenter: { deck, store, act } }: LookProps) {
  const { speed, described } = store.state().showing;
  const lacks = lacksWords(deck, store.state()).descriptions;
  return (
    <>
      <Button onPress={() => act('speed')} shortcut={keyOf('speed')}>
        Speed {speed}
      </Button>
      <Button
        onPress={() => act('described')}
        shortcut={keyOf('described')}
        pressed={described && !lacks}
        disabled={lacks}
      >
        Descriptions
      </Button>
    </>
  );
}
