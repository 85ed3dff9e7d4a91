import { useState } from 'preact/hooks';
import { Button } from '../../../ui/controls.view.tsx';
import { filmTime } from '../session/block-clock.ts';
import { CaptionsButton, FilmLook } from './film-look.tsx';
import { SkipFilmButton } from '../panels/main-button.tsx';
import { partAt, stopsOf, type FilmStop } from './film-moves.ts';
import { keyOf } from '../session/keys.ts';
import { deckAsPlayed, deckWithStops, slideOf, stopsByHand } from '../session/moves.ts';
import { boardFilmOf, coverOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';

type TransportProps = { readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act' | 'change'> };

/** Where the film is and where it stops, and how it is shown. */
export function FilmTransport({ presenter }: TransportProps) {
  const { store } = presenter;
  const { slide } = store.state();
  const cover = coverOf(store.state());
  const film = boardFilmOf(store.state());
  const isCovered = cover !== 'none';
  const deck = deckAsPlayed(presenter.deck, store.state());
  const here = slideOf(deck, slide);
  const until = here?.kind === 'film' ? here.to : null;
  const at = film?.at ?? 0;
  const length = deck.film?.length ?? 0;
  return (
    <>
      <h2 class="unseen">The film</h2>
      <p class="film-clock">
        <span>
          <b>{filmTime(at)}</b> of {filmTime(length)}
        </span>
        <span>{endWords(until, stopsByHand(presenter.deck, store.state()))}</span>
      </p>
      <FilmPlace
        at={at}
        length={length}
        stops={stopsOf(deck)}
        isHeld={isCovered}
        go={(to) => seek(presenter, to)}
      />
      {/* One row and a line, so that the film above is as large as there is room for; the main button plays it with its stops. */}
      <div class="buttons film-buttons">
        <WholeButton presenter={presenter} isHeld={isCovered} variant="plain" />
        <CaptionsButton presenter={presenter} />
        <Button
          onPress={() => presenter.act('replay')}
          shortcut={keyOf('replay')}
          disabled={isCovered}
        >
          Last 20 s
        </Button>
      </div>
      <div class="film-foot">
        <details class="film-more">
          <summary>More for the film</summary>
          <div class="buttons film-buttons">
            <StopsButton presenter={presenter} isHeld={isCovered} />
            <Button
              onPress={() => presenter.act('restart')}
              shortcut={keyOf('restart')}
              disabled={isCovered}
            >
              Restart part
            </Button>
            {stopsOf(deck).map(({ slide: stop, at: time }, n) => (
              <Button
                key={stop}
                onPress={() => store.send({ type: 'go', slide: stop })}
                disabled={isCovered}
              >
                Stop {n + 1}, {filmTime(time)}
              </Button>
            ))}
            <FilmLook presenter={presenter} />
            <SourceButton presenter={presenter} />
          </div>
        </details>
        <SkipFilmButton presenter={presenter} />
      </div>
    </>
  );
}

// Back to the stops from a film that plays whole; nothing where no stop is ahead.
function StopsButton({ presenter, isHeld }: TransportProps & { readonly isHeld: boolean }) {
  const { store, act } = presenter;
  if (partWithStop(presenter) === null) return null;
  const { slide, showing } = store.state();
  const isPlaying = boardFilmOf(store.state())?.state === 'playing';
  return (
    <Button
      onPress={() => act('film')}
      shortcut={keyOf('film')}
      pressed={isPlaying && showing.whole !== slide}
      disabled={isHeld}
    >
      Play with stops
    </Button>
  );
}

type WholeProps = TransportProps & {
  readonly isHeld: boolean;
  readonly variant: 'plain' | 'quiet';
};

/** Plays the film past every stop that is ahead, in one press; nothing where none is. */
export function WholeButton({ presenter, isHeld, variant }: WholeProps) {
  const { store, act } = presenter;
  const here = partWithStop(presenter);
  if (here === null) return null;
  const { slide, showing } = store.state();
  const isPlaying = boardFilmOf(store.state())?.state === 'playing';
  return (
    <Button
      onPress={() => act('whole')}
      shortcut={keyOf('whole')}
      pressed={isPlaying && showing.whole === slide}
      disabled={isHeld}
      variant={variant}
    >
      {here.from === 0 ? 'Play whole' : 'Play the rest'}
    </Button>
  );
}

/** Asks for a film again that could not be fetched, where it was; it does not play before it is asked to. */
export function FilmAgainButton({ store }: Pick<Presenter, 'store'>) {
  const state = store.state();
  const seek = () =>
    store.send({ type: 'seek', slide: state.slide, at: boardFilmOf(state)?.at ?? 0 });
  return (
    <Button onPress={seek} icon="film" disabled={coverOf(state) !== 'none'}>
      Try the film again
    </Button>
  );
}

// The part of the film that is on the board; null where no stop ends it.
function partWithStop({ deck, store }: Pick<Presenter, 'deck' | 'store'>) {
  const here = slideOf(deckWithStops(deck, store.state()), store.state().slide);
  return here?.kind === 'film' && here.to !== null ? here : null;
}

/** Opens what asks where the film comes from. */
export function SourceButton({
  presenter: { change },
}: {
  readonly presenter: Pick<Presenter, 'change'>;
}) {
  return <Button onPress={() => change({ dialog: 'source' })}>Where the film comes from</Button>;
}

function endWords(until: number | null, isByHand: boolean): string {
  if (isByHand) return 'It does not stop by itself';
  return until === null ? 'Plays to its end' : `Stops by itself at ${filmTime(until)}`;
}

// The order to go there first takes the board to the part that holds the moment.
function seek({ deck, store }: Pick<Presenter, 'deck' | 'store'>, to: number): void {
  const { slide } = store.state();
  const part = partAt(deckAsPlayed(deck, store.state()), to);
  if (!part) return;
  const isPlaying = boardFilmOf(store.state())?.state === 'playing' && slide === part.id;
  store.send({ type: 'seek', slide: part.id, at: to });
  if (isPlaying) store.send({ type: 'film', do: 'play' });
}

type PlaceProps = {
  readonly at: number;
  readonly length: number;
  readonly stops: readonly FilmStop[];
  /** True under a cover, where the film stays where it is. */
  readonly isHeld: boolean;
  readonly go: (to: number) => void;
};

function FilmPlace({ at, length, stops, isHeld, go }: PlaceProps) {
  // While it is dragged it stays where the hand is, not where the film is.
  const [held, hold] = useState<number | null>(null);
  const shown = held ?? at;

  function drop(to: number): void {
    hold(null);
    go(to);
  }

  return (
    <div class="film-place">
      <input
        type="range"
        aria-label="Place in the film"
        aria-valuetext={`${filmTime(shown)} of ${filmTime(length)}`}
        min={0}
        max={Math.max(1, Math.floor(length))}
        step={1}
        value={shown}
        disabled={isHeld}
        onInput={(event) => hold(event.currentTarget.valueAsNumber)}
        onChange={(event) => drop(event.currentTarget.valueAsNumber)}
      />
      <div class="film-place__stops" aria-hidden="true">
        {length > 0 &&
          stops.map(({ slide, at: time }) => (
            <span key={slide} style={{ left: `${Math.min(100, (time / length) * 100)}%` }} />
          ))}
      </div>
    </div>
  );
}
