import { deckFor } from '../../deck/film-source.ts';
import { Button } from '../../look/controls.view.tsx';
import { filmTime } from './block-clock.ts';
import { isWatching } from './desk.ts';
import { BoxButton, OpenBoxButton } from './box-dialog.tsx';
import { keyOf, pauseKey } from './keys.ts';
import { WatchingBar } from './watching.tsx';
import { filmInReach, isAtEnd, slideOf } from './moves.ts';
import type { Presenter } from './presenter.view.ts';

type BarProps = { readonly presenter: Presenter };

/** What moves the lesson on, and what stops it: the pause is always in the corner. */
export function BottomBar({ presenter }: BarProps) {
  return (
    <nav class="bar" aria-label="The lesson">
      {isWatching(presenter.store.desk()) ? <WatchingBar presenter={presenter} /> : <LeadingBar presenter={presenter} />}
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
      <Button press={() => act('back')} icon="back" shortcut={keyOf('back')} disabled={isPaused || isAtEnd(deck, desk, 'back')}>
        Back
      </Button>
      <Button press={() => act('next')} icon="next" look="main" shortcut={keyOf('next')} disabled={isPaused || (isLast && cover !== 'help')}>
        Next
      </Button>
      {!isPaused && <FilmButtons presenter={presenter} />}
      <BoxButton presenter={presenter} />
      <OpenBoxButton presenter={presenter} />
      <span class="bar__gap" />
      {isLast && (
        <Button press={() => act('finish')} look="main" shortcut={keyOf('finish')}>
          Finish
        </Button>
      )}
      <Button press={() => act('help')} icon="help" shortcut={keyOf('help')} pressed={cover === 'help' && !desk.landing} disabled={isPaused}>
        Help slide
      </Button>
      <Button press={() => act('pause')} icon={isPaused ? 'check' : 'cover'} look="dark" shortcut={pauseKey(presenter.ui().letters)}>
        {isPaused ? 'Carry on' : 'Pause the board'}
      </Button>
    </>
  );
}

function FilmButtons({ presenter: { deck: whole, store, act } }: BarProps) {
  const { slide, board, showing } = store.desk();
  const deck = deckFor(whole, showing.source, board?.film.length ?? null);
  if (!filmInReach(deck, slide) || showing.source === 'elsewhere') return null;
  const isPlaying = board?.film.state === 'playing';
  return (
    <>
      {slideOf(deck, slide)?.kind === 'film' && (
        <Button press={() => act('film')} icon={isPlaying ? 'pause' : 'play'} shortcut={keyOf('film')} look={isPlaying ? 'plain' : 'film'}>
          Film {filmTime(board?.film.at ?? 0)}
          <span class="unseen">{isPlaying ? ', pause' : ', play'}</span>
        </Button>
      )}
      {slideOf(deck, slide)?.kind !== 'film' && (
        <Button press={() => act('replay')} icon="replay" shortcut={keyOf('replay')}>
          Last 20 s
        </Button>
      )}
    </>
  );
}
