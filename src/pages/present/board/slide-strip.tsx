import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeckSlide } from '../../../outputs/board/deck.ts';
import { previewHtml } from '../../../outputs/board/preview.ts';
import { withoutBlocks } from '../../../outputs/board/steps.ts';
import { Icon } from '../../../ui/controls.view.tsx';
import { keyOf } from '../session/keys.ts';
import { placeOf } from '../session/moves.ts';
import { coverOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { deckOnBoard, joinPreviewHtml } from './previews.tsx';
import './slide-strip.css';

type StripProps = {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'jump' | 'act'>;
  /** True while the board is paused: no slide can be gone to. */
  readonly isHidden: boolean;
};

/** Where the strip is: how far it was scrolled and how much of it is seen, in pixels. */
type Seen = { readonly left: number; readonly width: number };

/** From one slide of the strip to the next, in pixels, as its styles have it. */
const PITCH = 108;
/** How many slides are drawn besides those in sight, on either side. */
const BESIDE = 2;

/** The slides of today's version in a row: the one on the board ringed, any of them a press away. */
export function SlideStrip({ presenter, isHidden }: StripProps) {
  const { deck: whole, store, jump, act } = presenter;
  const state = store.state();
  const deck = deckOnBoard(whole, state);
  const { slides } = withoutBlocks(deck, state.slide, state.skipped);
  const list = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Seen>({ left: 0, width: 1200 });
  // The slide that the keyboard is at; null where it is at the one on the board.
  const [chosen, choose] = useState<string | null>(null);
  const here = slides.findIndex(({ id }) => id === state.slide);
  const look = () => {
    const { scrollLeft = 0, clientWidth = 1200 } = list.current ?? {};
    setSeen({ left: scrollLeft, width: clientWidth });
  };

  useLayoutEffect(() => {
    choose(null);
    showMiddle(list.current, here);
    look();
  }, [here, isHidden]);
  useEffect(() => {
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);

  const first = Math.floor(seen.left / PITCH) - BESIDE;
  const last = Math.ceil((seen.left + seen.width) / PITCH) + BESIDE;
  const at = chosen ?? state.slide;

  function press(target: EventTarget | null): void {
    const option = target instanceof Element ? target.closest<HTMLElement>('[data-n]') : null;
    const pressed = option === null ? undefined : slides[Number(option.dataset['n'])];
    if (pressed !== undefined) jump(pressed.id);
  }

  function onKey(event: KeyboardEvent): void {
    const now = slides.findIndex(({ id }) => id === at);
    const to = {
      ArrowRight: now + 1,
      ArrowLeft: now - 1,
      Home: 0,
      End: slides.length - 1,
    }[event.key];
    const isPress = (event.key === 'Enter' || event.key === ' ') && chosen !== null;
    if (to === undefined && !isPress) return;
    event.preventDefault();
    if (isPress) return jump(chosen);
    const next = slides[to ?? 0];
    if (next === undefined) return;
    choose(next.id);
    showMiddle(list.current, slides.indexOf(next));
  }

  return (
    <section class="strip" aria-label="Slides" hidden={isHidden}>
      <ScrollButton list={list} to="back" />
      {/* One stop for Tab, arrows within; a click leaves the keyboard to the lesson. */}
      <div
        class="strip__list"
        ref={list}
        role="listbox"
        aria-label="Slides, to go to"
        aria-orientation="horizontal"
        aria-activedescendant={`strip-${at}`}
        aria-disabled={coverOf(state) !== 'none'}
        tabIndex={0}
        onKeyDown={onKey}
        onScroll={look}
        onClick={({ target }) => press(target)}
        onMouseDown={(event) => event.preventDefault()}
      >
        {slides.map((slide, i) => (
          <div
            key={slide.id}
            id={`strip-${slide.id}`}
            class={slide.id === at ? 'strip__slide strip__slide--at' : 'strip__slide'}
            role="option"
            aria-selected={slide.id === state.slide}
            tabIndex={-1}
            data-n={i}
          >
            {i >= first && i <= last && (
              <div
                class="slide-frame"
                inert
                aria-hidden="true"
                dangerouslySetInnerHTML={{
                  __html: slide.kind === 'join' ? joinPreviewHtml(state) : drawn(slide),
                }}
              />
            )}
            <span class="strip__n">
              {numberOf(slide, placeOf(deck, slide.id).n)}
              <span class="unseen"> {slide.heading}</span>
            </span>
          </div>
        ))}
      </div>
      <ScrollButton list={list} to="next" />
      <button
        type="button"
        class="button strip__press"
        aria-label="Find a slide"
        aria-keyshortcuts={keyOf('find')}
        onClick={() => act('find')}
      >
        <Icon name="find" />
      </button>
    </section>
  );
}

// For a pointer: a keyboard goes along the row itself.
function ScrollButton({
  list,
  to,
}: {
  readonly list: { readonly current: HTMLDivElement | null };
  readonly to: 'back' | 'next';
}) {
  const press = () => {
    const row = list.current;
    row?.scrollBy({ left: (to === 'next' ? 1 : -1) * (row.clientWidth - PITCH) });
  };
  return (
    <button
      type="button"
      class="button strip__press"
      tabIndex={-1}
      aria-label={to === 'next' ? 'Later slides' : 'Earlier slides'}
      onClick={press}
    >
      <Icon name={to} />
    </button>
  );
}

function showMiddle(row: HTMLDivElement | null, at: number): void {
  if (row !== null) row.scrollLeft = at * PITCH - (row.clientWidth - PITCH) / 2;
}

function numberOf({ kind }: DeckSlide, n: number): string {
  if (kind === 'join') return 'Join';
  if (kind === 'film') return `Film ${n}`;
  return kind === 'stop' ? `Stop ${n}` : `${n}`;
}

const drawings = new WeakMap<DeckSlide, string>();

// The same slide is drawn many times a minute.
function drawn(slide: DeckSlide): string {
  const before = drawings.get(slide);
  if (before !== undefined) return before;
  const html = previewHtml(slide, { room: null });
  drawings.set(slide, html);
  return html;
}
