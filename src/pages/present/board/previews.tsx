import { coverPreviewHtml, insteadPreviewHtml } from '../../../outputs/board/sections.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { joinSlideHtml } from '../../../outputs/board/join-slide.ts';
import { setStep } from '../../../outputs/board/set-step.view.ts';
import { drawnDeck } from '../../../outputs/board/film-source.ts';
import { previewHtml } from '../../../outputs/board/preview.ts';
import { html } from '../../../text/html.ts';
import {
  boardFilmOf,
  boardStatusOf,
  coverOf,
  type PresenterState,
} from '../session/presenter-state.ts';
import { boardStateOf } from './board-state.ts';
import { FilmSmall } from '../film/film-small.tsx';
import { placeWords, slideOf, stepsShown } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type PreviewProps = { readonly presenter: Pick<Presenter, 'deck' | 'store'> };

/** What the class sees now, and the film itself while it plays. */
export function OnBoard({ presenter: { deck: whole, store } }: PreviewProps) {
  const state = store.state();
  const deck = deckOnBoard(whole, state);
  const { slide: id, step } = state;
  const cover = coverOf(state);
  const shown = stepsShown(deck, { slide: id, step });
  const drawn = boardPicture(deck, state);
  const isPlaying = cover === 'none' && boardFilmOf(state)?.state === 'playing';
  // A board that waits to be started shows its one button.
  const isNowhere = state.board.is === 'lost' || boardStatusOf(state)?.started === false;
  const title = {
    none: isPlaying ? 'Playing on the board' : 'On the board',
    pause: 'On the board: paused',
    help: 'On the board: the help slide',
    join: 'On the board: how to join',
  }[cover];
  const looks = [isPlaying ? ' now--film' : '', isNowhere ? ' now--nowhere' : ''].join('');
  return (
    <section class={`now${looks}`} aria-label="On the board">
      <p class="panel-title">
        <b>{isNowhere ? 'Not on the board' : title}</b>
        <span>
          {cover === 'help' || cover === 'join'
            ? `Back to: ${slideOf(deck, id)?.heading}`
            : placeWords(deck, id)}
        </span>
        {shown && <span>{shown}</span>}
      </p>
      <div class="now__box">
        <Frame html={drawn} step={step} />
        {isPlaying && <FilmSmall presenter={{ deck: whole, store }} />}
      </div>
    </section>
  );
}

/** What the class sees, as HTML; the deck is as the board draws it. */
export function boardPicture(deck: Deck, state: PresenterState): string {
  const cover = coverOf(state);
  switch (cover) {
    case 'none':
      return slideHtml(deck, state);
    case 'join':
      return joinPreviewHtml(state);
    case 'pause':
    case 'help':
      return coverPreviewHtml(deck, cover);
  }
}

/** The slide to join by as the board has it; its heading alone while there is no room. */
export function joinPreviewHtml(state: PresenterState): string {
  const { room } = boardStateOf(state);
  return `${html`<div class="slide slide--join">${room === null ? html`<h2>Join in</h2>` : joinSlideHtml(room)}</div>`}`;
}

function slideHtml(deck: Deck, state: PresenterState): string {
  const { source } = state.showing;
  const slide = slideOf(deck, state.slide);
  if (slide?.kind === 'join') return joinPreviewHtml(state);
  if (slide?.kind === 'film' && (source === 'elsewhere' || source === 'story')) {
    return insteadPreviewHtml(source, deck);
  }
  return slide ? previewHtml(slide, { ...deck, ...boardStateOf(state) }) : '';
}

/** The deck as the board draws it: with the cards of the film that plays today. */
export function deckOnBoard(deck: Deck, state: PresenterState): Deck {
  return drawnDeck(deck, state.showing.source, boardFilmOf(state)?.length ?? null);
}

// A picture of the slide: what is in it can be read, and nothing in it can be pressed.
function Frame({ html: inside, step }: { readonly html: string; readonly step: number }) {
  const atStep = (frame: HTMLElement | null) => {
    if (frame !== null) setStep(frame, step);
  };
  return (
    <div class="slide-frame" inert ref={atStep} dangerouslySetInnerHTML={{ __html: inside }} />
  );
}
