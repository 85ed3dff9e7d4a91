import { Button } from '../../../ui/controls.view.tsx';
import { coverOf, isLanding, isWatching } from '../session/presenter-state.ts';
import { NextButton, SkipFilmButton } from './next-button.tsx';
import { BoxButton, OpenBoxButton } from '../room/box-dialog.tsx';
import { isOffered, keyOf, pauseKey } from '../session/keys.ts';
import { WatchingBar } from '../start/watching.tsx';
import { deckAsPlayed, filmInReach, isAtEnd, slideOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type BarProps = { readonly presenter: Presenter };

/** What moves the lesson on, and what stops it: the pause is always in the corner. */
export function BottomBar({ presenter }: BarProps) {
  return (
    <nav class="bar" aria-label="The lesson">
      {isWatching(presenter.store.state()) ? (
        <WatchingBar takeOver={() => presenter.lease.take()} />
      ) : (
        <LeadingBar presenter={presenter} />
      )}
    </nav>
  );
}

function LeadingBar({ presenter }: BarProps) {
  const { deck, act } = presenter;
  const state = presenter.store.state();
  const cover = coverOf(state);
  const isPaused = cover === 'pause';
  const isLast = isAtEnd(deck, state, 'next');
  return (
    <>
      <Button
        onPress={() => act('back')}
        icon="back"
        shortcut={keyOf('back')}
        disabled={isPaused || isAtEnd(deck, state, 'back')}
      >
        Back
      </Button>
      <NextButton presenter={presenter} />
      <SkipFilmButton presenter={presenter} />
      {!isPaused && <FilmButtons presenter={presenter} />}
      {isOffered(deck, 'box') && (
        <>
          <BoxButton presenter={presenter} />
          <OpenBoxButton presenter={presenter} />
        </>
      )}
      <span class="bar__gap" />
      {isLast && (
        <Button onPress={() => act('finish')} variant="main" shortcut={keyOf('finish')}>
          Finish
        </Button>
      )}
      {isOffered(deck, 'help') && (
        <Button
          onPress={() => act('help')}
          icon="help"
          shortcut={keyOf('help')}
          pressed={cover === 'help' && !isLanding(state)}
          disabled={isPaused}
        >
          Help slide
        </Button>
      )}
      <Button
        onPress={() => act('pause')}
        icon={isPaused ? 'check' : 'cover'}
        variant="dark"
        shortcut={pauseKey(presenter.ui().letters)}
      >
        {isPaused ? 'Carry on' : 'Pause the board'}
      </Button>
    </>
  );
}

function FilmButtons({ presenter: { deck: whole, store, act } }: BarProps) {
  const { slide, showing } = store.state();
  const deck = deckAsPlayed(whole, store.state());
  if (!filmInReach(deck, slide) || showing.source === 'elsewhere') return null;
  if (slideOf(deck, slide)?.kind === 'film') return null;
  return (
    <Button
      onPress={() => act('replay')}
      icon="replay"
      shortcut={keyOf('replay')}
      disabled={coverOf(store.state()) !== 'none'}
    >
      Last 20 s
    </Button>
  );
}
