import 'reveal.js/reveal.css';
import './slides.css';
import Reveal from 'reveal.js';

/** The slides on a stage that reveal.js scales; it shows one slide at a time and moves by itself never. */
export type DeckStage = {
  show(slide: string): void;
  /** The `.slide` of an id, to draw a question's answers in. */
  find(slide: string): HTMLElement | null;
  close(): void;
};

/** Starts reveal.js on a box that holds the sections; `shown` hears of every slide once it is on. */
export function startDeck(reveal: HTMLElement, shown: (slide: HTMLElement) => void): DeckStage {
  const sections = [...reveal.querySelectorAll<HTMLElement>('section[data-slide]')];
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const deck = new Reveal(reveal, {
    ...{ width: 1280, height: 720, margin: 0, minScale: 0.05, maxScale: 8, center: false, embedded: true, display: 'block' },
    ...{ controls: false, progress: false, hash: false, history: false, respondToHashChanges: false, help: false, pause: false },
    ...{ keyboard: false, touch: false, overview: false, mouseWheel: false, hideInactiveCursor: false, postMessage: false },
    ...{ autoAnimate: false, autoPlayMedia: false, preloadIframes: false, viewDistance: 100, scrollActivationWidth: 0 },
    ...{ transition: calm ? 'none' : 'fade', transitionSpeed: 'fast' },
  });
  let ready = false;
  let wanted: string | null = null;
  let on: Element | null = null;

  function come(section: Element | undefined): void {
    const slide = slideIn(section);
    if (!slide || slide === on) return;
    on = slide;
    shown(slide);
  }

  function show(slide: string): void {
    wanted = slide;
    const at = sections.findIndex((section) => section.dataset['slide'] === slide);
    if (!ready || at < 0) return;
    deck.slide(at);
    come(sections[at]);
  }

  void deck.initialize().then(() => {
    ready = true;
    // A screen reader cannot browse an application, and reveal's own announcer reads every slide a second time.
    reveal.removeAttribute('role');
    reveal.querySelector('.aria-status')?.remove();
    if (wanted !== null) show(wanted);
  });

  return {
    show,
    find: (slide) => slideIn(sections.find((section) => section.dataset['slide'] === slide)),
    close: () => deck.destroy(),
  };
}

function slideIn(section: Element | undefined): HTMLElement | null {
  return section?.querySelector<HTMLElement>('.slide') ?? null;
}
