import { Button } from '../../look/controls.view.tsx';
import { filmTurn, skipTo } from './film-turn.ts';
import { keyOf } from './keys.ts';
import { isAtEnd } from './moves.ts';
import type { Presenter } from './presenter.view.ts';

type NextProps = { readonly presenter: Presenter };

/** The main button of the bar: it turns the page, and at the film it plays and pauses it. Its words are what it does. */
export function NextButton({ presenter: { deck, store, act } }: NextProps) {
  const desk = store.desk();
  const isOver = desk.cover === 'pause' || (isAtEnd(deck, desk, 'next') && desk.cover !== 'help');
  const press = () => act('next');
  switch (filmTurn(deck, desk)) {
    case 'play':
      return (
        <Button press={press} icon="play" look="film" shortcut={keyOf('next')}>
          Play the film
        </Button>
      );
    case 'pause':
      return (
        <Button press={press} icon="pause" look="film" shortcut={keyOf('next')}>
          Pause the film
        </Button>
      );
    case 'choose':
      return (
        <Button press={press} icon="film" look="film" shortcut={keyOf('next')}>
          Choose the film
        </Button>
      );
    case null:
      return (
        <Button press={press} icon="next" look="main" shortcut={keyOf('next')} disabled={isOver}>
          Next
        </Button>
      );
  }
}

/** Beside it while a part of the film is at hand: leaves the part out, and asks first. */
export function SkipFilmButton({ presenter: { deck, store, act } }: NextProps) {
  const desk = store.desk();
  if (filmTurn(deck, desk) === null || skipTo(deck, desk) === null) return null;
  return (
    <Button press={() => act('skip-film')} look="quiet" shortcut={keyOf('skip-film')}>
      Skip this part
    </Button>
  );
}
