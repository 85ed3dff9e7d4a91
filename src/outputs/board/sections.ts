import type { BoardView, PollView } from '../../room/protocol.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import type { Cover } from './board-link.ts';
import type { Deck, DeckSlide } from './deck.ts';
import type { PollingRoom } from './poll-panel.ts';

/** The slide the board's window opens on, until its button is pressed. */
export const START = 'board:start';

/** The slide of a cover; no slide of a lesson has a colon in its id. */
export function coverSlide(cover: Exclude<Cover, 'none'>): string {
  return `board:${cover}`;
}

/** The slide in place of the film, where it plays elsewhere or the teacher tells its story. */
export function insteadSlide(source: Instead): string {
  return `board:${source}`;
}

type Instead = 'elsewhere' | 'story';

/** The section of a slide on the board's page. */
export type Section = { readonly slide: string; readonly markup: string };

/** All of a deck as the `<section>`s of the board's page: the start, the two covers, then the lesson. */
export function boardSections(deck: Deck): string {
  return sectionsOf(deck)
    .map(({ markup }) => markup)
    .join('\n');
}

/** The same, one by one. */
export function sectionsOf(deck: Deck): readonly Section[] {
  const { slides } = deck;
  return [
    section(START, 'start', startHtml()),
    section(coverSlide('pause'), 'pause', coverHtml(deck, 'pause')),
    section(coverSlide('help'), 'help', coverHtml(deck, 'help')),
    ...(slides.some(({ kind }) => kind === 'film')
      ? insteads.map((source) => section(insteadSlide(source), 'pause', insteadHtml(source, deck)))
      : []),
    ...slides.map(({ id, kind, html: inside }) => section(id, kind, trusted(inside))),
  ];
}

/** A cover as the presenter previews it; how to join is a slide of its own (`join-slide.ts`). */
export function coverPreviewHtml(deck: Deck, cover: OwnCover): string {
  return `${html`<div class="slide slide--${cover}">${coverHtml(deck, cover)}</div>`}`;
}

/** The room, if it is at this slide's question: asking, closing, closed or shown. */
export function pollingRoom(slide: DeckSlide, room: BoardView | null): PollingRoom | null {
  if (slide.kind !== 'poll' || !room?.poll || !isPollOf(slide, room.poll)) return null;
  return { ...room, poll: room.poll };
}

/** True where the room is at this slide's question, in one of the rounds that belong to the slide. */
export function isPollOf({ question, rounds }: PollSlide, poll: PollView): boolean {
  return poll.question.id === question && rounds.includes(poll.round);
}

const insteads: readonly Instead[] = ['elsewhere', 'story'];

/** What stands in the film's place, as the presenter previews it. */
export function insteadPreviewHtml(source: Instead, deck: Deck): string {
  return `${html`<div class="slide slide--pause">${insteadHtml(source, deck)}</div>`}`;
}

function insteadHtml(source: Instead, { wayOut }: Deck): Html {
  const [heading, words] =
    source === 'story'
      ? ['A story, told to you', 'You can just listen. The questions come here.']
      : ['We are watching the film', 'The questions come here.'];
  return html`<h2>${heading}</h2>
<div class="slide__body"><p>${words}</p></div>${
    wayOut
      ? html`
<p class="slide__foot">You can look away, or step out quietly, at any time.</p>`
      : ''
  }`;
}

type PollSlide = Extract<DeckSlide, { readonly kind: 'poll' }>;

function section(slide: string, kind: string, inside: Html): Section {
  const markup = html`<section data-slide="${slide}"><div class="slide slide--${kind}">${inside}</div></section>`;
  return { slide, markup: `${markup}` };
}

function startHtml(): Html {
  return html`<h2>One moment, please</h2>
<button type="button" class="start-button" data-start>Start the board</button>
<p class="slide__foot">Full screen, and a short soft sound to check the speakers.</p>`;
}

type OwnCover = Exclude<Cover, 'none' | 'join'>;

function coverHtml({ help }: Deck, cover: OwnCover): Html {
  switch (cover) {
    case 'pause':
      return html`<h2>Pause and think</h2>
<div class="slide__body"><p>Take a quiet minute. Think about what you have heard so far.</p></div>`;
    case 'help':
      return trusted(help);
  }
}
