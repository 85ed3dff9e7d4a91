import {
  coverPreviewHtml,
  insteadPreviewHtml,
  previewHtml,
} from '../../../outputs/board/sections.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { setStep } from '../../../outputs/board/set-step.view.ts';
import { drawnDeck } from '../../../outputs/board/film-source.ts';
import { boardFilmOf, coverOf, type PresenterState } from '../session/presenter-state.ts';
import { boardStateOf } from './board-state.ts';
import { turnPage, withoutBlocks } from '../../../outputs/board/steps.ts';
import { isAtEnd, placeOf, slideOf, stepsShown } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type PreviewProps = { readonly presenter: Pick<Presenter, 'deck' | 'store'> };

/** What the class sees now. */
export function OnBoard({ presenter: { deck: whole, store } }: PreviewProps) {
  const deck = deckOnBoard(whole, store.state());
  const { slide: id, step } = store.state();
  const cover = coverOf(store.state());
  const { n, of } = placeOf(deck, id);
  const shown = stepsShown(deck, { slide: id, step });
  const html = cover === 'none' ? slideHtml(deck, store.state()) : coverPreviewHtml(deck, cover);
  const title = {
    none: 'On the board',
    pause: 'On the board: paused',
    help: 'On the board: the help slide',
  }[cover];
  return (
    <section class="now" aria-label="On the board">
      <p class="panel-title">
        <span>{title}</span>
        <span>
          {shown && `${shown} · `}
          {n} of {of}
        </span>
      </p>
      <Frame html={html} step={step} />
    </section>
  );
}

/** What comes after it. */
export function NextPreview({ presenter: { deck: whole, store } }: PreviewProps) {
  const state = store.state();
  const deck = deckOnBoard(whole, state);
  if (coverOf(state) === 'help') return <AfterHelp deck={deck} state={state} />;
  const next = turnPage(withoutBlocks(deck, state.slide, state.skipped), state, 'next');
  const slide = isAtEnd(deck, state, 'next') ? undefined : slideOf(deck, next.slide);
  const title =
    next.slide === state.slide
      ? `Next: ${stepsShown(deck, next)}`
      : `Next: ${slide?.heading ?? ''}`;
  return (
    <section class="next" aria-label="Next">
      <p class="panel-title">
        <span>{slide ? title : 'This is the last slide'}</span>
      </p>
      {slide && <Frame html={previewHtml(slide, { room: null })} step={next.step} />}
    </section>
  );
}

// From help Next leads to the slide that it covers, and no further.
function AfterHelp({ deck, state }: { readonly deck: Deck; readonly state: PresenterState }) {
  return (
    <section class="next" aria-label="Next">
      <p class="panel-title">
        <span>Back to: {slideOf(deck, state.slide)?.heading}</span>
      </p>
      <Frame html={slideHtml(deck, state)} step={state.step} />
    </section>
  );
}

function slideHtml(deck: Deck, state: PresenterState): string {
  const { source } = state.showing;
  const slide = slideOf(deck, state.slide);
  if (slide?.kind === 'film' && (source === 'elsewhere' || source === 'story')) {
    return insteadPreviewHtml(source, deck);
  }
  return slide ? previewHtml(slide, { ...deck, ...boardStateOf(state) }) : '';
}

function deckOnBoard(deck: Deck, state: PresenterState): Deck {
  return drawnDeck(deck, state.showing.source, boardFilmOf(state)?.length ?? null);
}

// A picture of the slide: what is in it can be read, and nothing in it can be pressed.
function Frame({ html, step }: { readonly html: string; readonly step: number }) {
  const atStep = (frame: HTMLElement | null) => {
    if (frame !== null) setStep(frame, step);
  };
  return <div class="slide-frame" inert ref={atStep} dangerouslySetInnerHTML={{ __html: html }} />;
}
