import type { Deck, DeckSlide } from '../../outputs/board/deck.ts';
import { previewHtml } from '../../outputs/board/preview.ts';
import { html } from '../../text/html.ts';

/** The strip of slides, which follows the version that is chosen; `version` is its name, null where there is but one. */
export type SlideStrip = { draw(deck: Deck, version: string | null): void };

/** How many slides are shown before the rest is asked for. */
const SHOWN = 10;

/** Draws the slides of a lesson's page small, each once it comes near the window; null on a page without them. */
export function startStrip(): SlideStrip | null {
  const list = document.querySelector<HTMLElement>('[data-strip]');
  const count = document.querySelector('[data-strip-count]');
  const more = document.querySelector<HTMLButtonElement>('[data-strip-all]');
  if (list === null || count === null || more === null) return null;
  let isWhole = false;
  let drawn: Deck | null = null;
  let seen = new IntersectionObserver(() => undefined);

  function fill(deck: Deck): void {
    seen.disconnect();
    seen = new IntersectionObserver(
      (all) => all.forEach((one) => one.isIntersecting && show(one.target, deck)),
      {
        rootMargin: '300px',
      },
    );
    for (const frame of list?.querySelectorAll('.slide-frame') ?? []) seen.observe(frame);
  }

  function show(frame: Element, deck: Deck): void {
    seen.unobserve(frame);
    const slide = deck.slides.find(({ id }) => id === frame.parentElement?.dataset['shown']);
    if (!slide) return;
    frame.innerHTML = previewHtml(slide, { ...deck, room: null });
    // Nothing in a small picture is found by its name.
    for (const named of frame.querySelectorAll('[id]')) named.removeAttribute('id');
  }

  function draw(deck: Deck, version: string | null): void {
    if (list === null || count === null || more === null) return;
    const { length } = deck.slides;
    drawn = deck;
    list.className = 'strip__list';
    list.innerHTML = deck.slides.map(item).join('');
    itemsOf(list).forEach((one, at) => {
      one.hidden = !isWhole && at >= SHOWN;
    });
    const slides = length === 1 ? 'One slide' : `${length} slides`;
    count.textContent = version === null ? slides : `${slides} in ${inWords(version)}`;
    more.hidden = isWhole || length <= SHOWN;
    more.textContent = `Show all ${length} slides`;
    fill(deck);
  }

  more.addEventListener('click', () => {
    isWhole = true;
    const items = itemsOf(list);
    for (const one of items) one.hidden = false;
    more.hidden = true;
    if (drawn) fill(drawn);
    const next = items[SHOWN];
    if (next === undefined) return;
    next.tabIndex = -1;
    next.focus();
  });
  return { draw };
}

// `50 minutes` is the 50-minute version.
function inWords(version: string): string {
  const [, minutes] = /^(\d+) minutes?$/.exec(version) ?? [];
  return minutes === undefined ? version.replace(/^S/, 's') : `the ${minutes}-minute version`;
}

// Its picture says nothing that its name does not, and what is in it is no part of this page.
function item(slide: DeckSlide, at: number): string {
  return String(
    html`<li data-shown="${slide.id}"><div class="slide-frame" aria-hidden="true" inert></div><p><b>${at + 1}</b> ${nameOf(slide)}</p></li>`,
  );
}

/** What a slide is called in a list of slides that can be seen. */
export function nameOf({ heading, kind }: DeckSlide): string {
  if (heading !== '') return heading;
  return kind === 'film' ? 'The film' : 'A slide';
}

function itemsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > li')];
}
