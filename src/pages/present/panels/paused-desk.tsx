import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/controls.view.tsx';
import type { Phase } from '../session/presenter-state.ts';
import { isOffered, pauseKey } from '../session/keys.ts';
import { placeWords, slideOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import './paused-desk.css';

/** In place of notes, results and the box while the board is paused: this screen may be one that the class can see after all. */
export function PausedDesk({
  presenter: { deck, store, act, ui },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'ui' | 'act'>;
}) {
  const { slide, phase } = store.state();
  const byKeyRef = useRef(false);
  useEffect(() => () => void (byKeyRef.current && focusPauseWhenGone()), []);
  const where = placeWords(deck, slide);
  const isFilm = deck.film !== null && slideOf(deck, slide)?.kind === 'film';
  return (
    <main class="paused" onClickCapture={({ detail }) => (byKeyRef.current = detail === 0)}>
      <section class="card paused__card">
        <h1>The board is paused</h1>
        <p>
          {wording(
            'The {class} sees an ordinary “Pause and think” slide. Film and sound have stopped, and {pupils’} tablets are covered.',
          )}
        </p>
        <p>
          {isOffered(deck, 'box')
            ? 'Your notes, results and the question box are hidden here too, in case this screen can be seen.'
            : 'Your notes and results are hidden here too, in case this screen can be seen.'}
        </p>
        <p>
          <b>{carryOnWords(phase, `${where.slice(0, 1).toLowerCase()}${where.slice(1)}`)}</b>{' '}
          {isFilm && !isOverHelp(phase) && 'The film waits where it stopped until you press play.'}
        </p>
        <p class="buttons">
          <Button
            onPress={() => act('pause')}
            icon="check"
            variant="main"
            shortcut={pauseKey(ui().letters)}
          >
            Carry on
          </Button>
        </p>
      </section>
    </main>
  );
}

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
