import { Button } from '../../../ui/controls.view.tsx';
import { isWatching } from '../session/desk.ts';
import { NextButton, SkipFilmButton } from './next-button.tsx';
import { BoxButton, OpenBoxButton } from '../room/box-dialog.tsx';
import { keyOf, pauseKey } from '../session/keys.ts';
import { WatchingBar } from '../start/watching.tsx';
import { deckOfDesk, filmInReach, isAtEnd, slideOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type BarProps = { readonly presenter: Presenter };

/** What moves the lesson on, and what stops it: the pause is always in the corner. */
export function BottomBar({ presenter }: BarProps) {
  return (
    <nav class="bar" aria-label="The lesson">
      {isWatching(presenter.store.desk()) ? (
        <WatchingBar presenter={presenter} />
      ) : (
        <LeadingBar presenter={presenter} />
      )}
    </nav>
  );
}

function LeadingBar({ presenter }: BarProps) {
  const { deck, act } = presenter;
  const desk = presenter.store.desk();
  const { cover } = desk;
  const isPaused = cover === 'pause';
  const isLast = isAtEnd(deck, desk, 'next');
  return (
    <>
      <Button
        press={() => act('back')}
        icon="back"
        shortcut={keyOf('back')}
        disabled={isPaused || isAtEnd(deck, desk, 'back')}
      >
        Back
      </Button>
      <NextButton presenter={presenter} />
      <SkipFilmButton presenter={presenter} />
      {!isPaused && <FilmButtons presenter={presenter} />}
      <BoxButton presenter={presenter} />
      <OpenBoxButton presenter={presenter} />
      <span class="bar__gap" />
      {isLast && (
        <Button press={() => act('finish')} look="main" shortcut={keyOf('finish')}>
          Finish
        </Button>
      )}
      <Button
        press={() => act('help')}
        icon="help"
        shortcut={keyOf('help')}
        pressed={cover === 'help' && !desk.landing}
        disabled={isPaused}
      >
        Help slide
      </Button>
      <Button
        press={() => act('pause')}
        icon={isPaused ? 'check' : 'cover'}
        look="dark"
        shortcut={pauseKey(presenter.ui().letters)}
      >
        {isPaused ? 'Carry on' : 'Pause the board'}
      </Button>
    </>
  );
}

function FilmButtons({ presenter: { deck: whole, store, act } }: BarProps) {
  const { slide, showing, cover } = store.desk();
  const deck = deckOfDesk(whole, store.desk());
  if (!filmInReach(deck, slide) || showing.source === 'elsewhere') return null;
  if (slideOf(deck, slide)?.kind === 'film') return null;
  return (
    <Button
      press={() => act('replay')}
      icon="replay"
      shortcut={keyOf('replay')}
      disabled={cover !== 'none'}
    >
      Last 20 s
    </Button>
  );
}
