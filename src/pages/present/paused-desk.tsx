import { useEffect } from 'preact/hooks';
import { Button } from '../../look/controls.view.tsx';
import { keyOf, pauseKey } from './keys.ts';
import { placeOf, slideOf } from './moves.ts';
import type { Presenter } from './presenter.view.ts';
import { said } from '../../look/said.view.ts';
import './paused-desk.css';

/** In place of notes, results and the box while the board is paused: this screen may be one that the class can see after all. */
export function PausedDesk({ presenter: { deck, store, act, ui } }: { readonly presenter: Presenter }) {
  const { slide, landing } = store.desk();
  useEffect(() => focusPauseWhenGone, []);
  const { n, of } = placeOf(deck, slide);
  const isFilm = deck.film !== null && slideOf(deck, slide)?.kind === 'film';
  return (
    <main class="paused">
      <section class="card paused__card">
        <h1>The board is paused</h1>
        <p>{said('The class sees an ordinary “Pause and think” slide. Film and sound have stopped, and pupils’ tablets are covered.')}</p>
        <p>Your notes, results and the question box are hidden here too, in case this screen can be seen.</p>
        <p>
          <b>
            {landing ? 'Carry on goes back to the help slide and your closing words.' : `Carry on goes back to slide ${n} of ${of}, just as it was.`}
          </b>{' '}
          {isFilm && !landing && 'The film waits where it stopped until you press play.'}
        </p>
        <p class="buttons">
          <Button press={() => act('pause')} icon="check" look="main" shortcut={pauseKey(ui().letters)}>
            Carry on
          </Button>
          <Button press={() => act('land')} shortcut={keyOf('land')}>
            Land safely
          </Button>
        </p>
      </section>
    </main>
  );
}

// The button that was pressed is gone, and its key, pressed twice, must not turn the page.
function focusPauseWhenGone(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.bar .button--dark')?.focus();
  });
}
