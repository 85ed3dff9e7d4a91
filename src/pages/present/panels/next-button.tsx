import { Button } from '../../../ui/controls.view.tsx';
import type { IconName } from '../../../ui/icons.ts';
import { filmTurn, skipTo, type FilmTurn } from '../film/film-turn.ts';
import { keyOf } from '../session/keys.ts';
import { isAtEnd } from '../session/moves.ts';
import { coverOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';

type NextProps = { readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act'> };

const NEXT = { icon: 'next', words: 'Next' } as const;
const UNDER_HELP = { icon: 'check', words: 'Back to the slide' } as const;

const looks: Readonly<Record<FilmTurn, { readonly icon: IconName; readonly words: string }>> = {
  play: { icon: 'play', words: 'Play the film' },
  pause: { icon: 'pause', words: 'Pause the film' },
  choose: { icon: 'film', words: 'Choose the film' },
};

/** The main button of the bar: it turns the page, takes help off the board, and at the film it plays and pauses it. Its words are what it does. */
export function NextButton({ presenter: { deck, store, act } }: NextProps) {
  const state = store.state();
  const cover = coverOf(state);
  const isOver = cover === 'pause' || (isAtEnd(deck, state, 'next') && cover !== 'help');
  const turn = filmTurn(deck, state);
  const { icon, words } = cover === 'help' ? UNDER_HELP : turn === null ? NEXT : looks[turn];
  return (
    <Button
      onPress={() => act('next')}
      icon={icon}
      variant={turn === null ? 'main' : 'film'}
      shortcut={keyOf('next')}
      disabled={turn === null && isOver}
    >
      {words}
    </Button>
  );
}

/** Beside it while a part of the film is at hand: leaves the part out, and asks first. */
export function SkipFilmButton({ presenter: { deck, store, act } }: NextProps) {
  const state = store.state();
  if (filmTurn(deck, state) === null || skipTo(deck, state) === null) return null;
  return (
    <Button onPress={() => act('skip-film')} variant="quiet" shortcut={keyOf('skip-film')}>
      Skip this part
    </Button>
  );
}
