import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/controls.view.tsx';
import { roomOf, type Phase } from '../session/presenter-state.ts';
import { isOffered, pauseKey } from '../session/keys.ts';
import { hasFilmFailed, placeWords, slideOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { wording } from '../../../ui/wording.view.ts';

/** In place of results and the question box while the board is paused; the notes stay beside it. */
export function PausedCard({
  presenter: { deck, store, act, ui },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'ui' | 'act'>;
}) {
  const { slide, phase } = store.state();
  const byKeyRef = useRef(false);
  useEffect(() => () => void (byKeyRef.current && focusPauseWhenGone()), []);
  const where = placeWords(deck, slide);
  const room = roomOf(store.state());
  // A notice says that tablets may not show it.
  const isUnsent = room.is === 'open' && room.unsent !== undefined;
  const isFilm =
    deck.film !== null &&
    slideOf(deck, slide)?.kind === 'film' &&
    !hasFilmFailed(deck, store.state());
  return (
    <section
      class="card aside"
      aria-labelledby="paused-title"
      onClickCapture={({ detail }) => (byKeyRef.current = detail === 0)}
    >
      <h2 id="paused-title">The board is paused</h2>
      <p class="aside__words">{wording(isUnsent ? BOARD_ONLY : COVERED)}</p>
      <p class="aside__words">
        {isOffered(deck, 'box')
          ? 'Results and the question box are hidden here too, until you carry on.'
          : 'Results are hidden here too, until you carry on.'}
      </p>
      <p class="aside__words">
        <b>{carryOnWords(phase, `${where.slice(0, 1).toLowerCase()}${where.slice(1)}`)}</b>{' '}
        {isFilm && !isOverHelp(phase) && 'The film waits where it stopped until you press play.'}
      </p>
      <div class="buttons">
        <Button
          onPress={() => act('pause')}
          icon="check"
          variant="main"
          shortcut={pauseKey(ui().letters)}
        >
          Carry on
        </Button>
      </div>
    </section>
  );
}

const BOARD_ONLY =
  'The board shows an ordinary “Pause and think” slide. Film and sound have stopped.';
const COVERED =
  'The {class} sees an ordinary “Pause and think” slide. Film and sound have stopped, and {pupils’} tablets are covered.';

function carryOnWords(phase: Phase, place: string): string {
  if (phase.is === 'landing') return 'Carry on goes back to the help slide and your closing words.';
  switch (underPause(phase)) {
    case 'help':
      return 'Carry on goes back to the help slide.';
    case 'join':
      return 'Carry on goes back to how to join.';
    case 'none':
      return `Carry on goes back to ${place}, just as it was.`;
  }
}

function isOverHelp(phase: Phase): boolean {
  return phase.is === 'landing' || underPause(phase) === 'help';
}

function underPause(phase: Phase): 'none' | 'help' | 'join' {
  return phase.is === 'teaching' && phase.cover.is === 'pause' ? phase.cover.over : 'none';
}

// The button that a key has pressed is gone, and the key, pressed twice, must not turn the page.
function focusPauseWhenGone(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>('.bar .button--dark')?.focus();
    }
  });
}
