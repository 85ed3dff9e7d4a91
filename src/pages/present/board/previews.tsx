import {
  coverPreviewHtml,
  insteadPreviewHtml,
  previewHtml,
} from '../../../outputs/board/sections.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { drawnDeck } from '../../../outputs/board/film-source.ts';
import type { Desk } from '../session/desk.ts';
import { boardStateOf } from './board-state.ts';
import { turnPage, withoutBlocks } from '../../../outputs/board/steps.ts';
import { isAtEnd, placeOf, slideOf, stepsShown } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type PreviewProps = { readonly presenter: Presenter };

/** What the class sees now. */
export function OnBoard({ presenter: { deck: whole, store } }: PreviewProps) {
  const deck = deckOnBoard(whole, store.desk());
  const { slide: id, step, cover } = store.desk();
  const { n, of } = placeOf(deck, id);
  const shown = stepsShown(deck, { slide: id, step });
  const html = cover === 'none' ? slideHtml(deck, store.desk()) : coverPreviewHtml(deck, cover);
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
      <Frame html={html} />
    </section>
  );
}

/** What comes after it. */
export function NextPreview({ presenter: { deck: whole, store } }: PreviewProps) {
  const desk = store.desk();
  const deck = deckOnBoard(whole, desk);
  if (desk.cover === 'help') return <AfterHelp deck={deck} desk={desk} />;
  const next = turnPage(withoutBlocks(deck, desk.slide, desk.skipped), desk, 'next');
  const slide = isAtEnd(deck, desk, 'next') ? undefined : slideOf(deck, next.slide);
  const title =
    next.slide === desk.slide ? `Next: ${stepsShown(deck, next)}` : `Next: ${slide?.heading ?? ''}`;
  return (
    <section class="next" aria-label="Next">
      <p class="panel-title">
        <span>{slide ? title : 'This is the last slide'}</span>
      </p>
      {slide && <Frame html={previewHtml(slide, { room: null, step: next.step })} />}
    </section>
  );
}

// From help Next leads to the slide that it covers, and no further.
function AfterHelp({ deck, desk }: { readonly deck: Deck; readonly desk: Desk }) {
  return (
    <section class="next" aria-label="Next">
      <p class="panel-title">
        <span>Back to: {slideOf(deck, desk.slide)?.heading}</span>
      </p>
      <Frame html={slideHtml(deck, desk)} />
    </section>
  );
}

function slideHtml(deck: Deck, desk: Desk): string {
  const { source } = desk.showing;
  const slide = slideOf(deck, desk.slide);
  if (slide?.kind === 'film' && (source === 'elsewhere' || source === 'story')) {
    return insteadPreviewHtml(source);
  }
  return slide ? previewHtml(slide, boardStateOf(desk)) : '';
}

function deckOnBoard(deck: Deck, { showing, board }: Desk): Deck {
  return drawnDeck(deck, showing.source, board?.film.length ?? null);
}

// A picture of the slide: what is in it can be read, and nothing in it can be pressed.
function Frame({ html }: { readonly html: string }) {
  return <div class="slide-frame" inert dangerouslySetInnerHTML={{ __html: html }} />;
}
