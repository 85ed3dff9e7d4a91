import './stage.css';
import './slides.css';
import Reveal from 'reveal.js';
import { holdSections, slideIn, type Renamed } from './renew-sections.view.ts';
import type { Section } from './sections.ts';
import { setStep } from './set-step.view.ts';

/** The slides on a stage that reveal.js scales; it shows one slide at a time and moves by itself never. */
export type DeckStage = {
  /** Shows a slide, with as many of its steps as are named. */
  show(slide: string, step: number): void;
  /** The `.slide` of an id, to draw a question's answers in. */
  find(slide: string): HTMLElement | null;
  /** The slide that is on; null before the first. */
  at(): string | null;
  /** Takes other sections, among which the slide in sight may have another name; returns the slides that are new. */
  renew(sections: readonly Section[], named: Renamed): ReadonlySet<string>;
  close(): void;
};

/** Starts reveal.js on a box that holds the sections; `shown` hears of every slide once it is on, and of the last step that came or is left, if the slide stays. */
export function startDeck(
  reveal: HTMLElement,
  shown: (slide: HTMLElement, step: HTMLElement | null) => void,
): DeckStage {
  const sections = holdSections(reveal.querySelector<HTMLElement>('.slides') ?? reveal);
  const sectionOf = (slide: string) =>
    sections.all().find((section) => section.dataset['slide'] === slide);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const deck = new Reveal(reveal, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.05,
    maxScale: 8,
    center: false,
    embedded: true,
    controls: false,
    progress: false,
    respondToHashChanges: false,
    keyboard: false,
    overview: false,
    jumpToSlide: false,
    autoAnimate: false,
    help: false,
    pause: false,
    touch: false,
    hideInactiveCursor: false,
    postMessage: false,
    viewDistance: 100,
    scrollActivationWidth: 0,
    transition: calm ? 'none' : 'fade',
  });
  let ready = false;
  let wanted: { readonly slide: string; readonly step: number } | null = null;
  let on: HTMLElement | null = null;

  function come(section: Element | undefined, step: number): void {
    const slide = slideIn(section);
    if (!slide) return;
    const isNew = slide !== on;
    const hasStepped = setStep(slide, step);
    on = slide;
    if (isNew) shown(slide, null);
    else if (hasStepped) {
      shown(
        slide,
        [...slide.querySelectorAll<HTMLElement>('[data-step]:not([data-later])')].at(-1) ?? null,
      );
    }
  }

  function show(slide: string, step: number): void {
    wanted = { slide, step };
    const section = sectionOf(slide);
    if (!ready || section === undefined) return;
    const at = sections.all().indexOf(section);
    // The same slide is not laid out again: a key that is typed into it would wait for that.
    if (deck.getCurrentSlide() !== section || deck.getIndices().h !== at) deck.slide(at);
    come(section, step);
  }

  function renew(next: readonly Section[], named: Renamed): ReadonlySet<string> {
    const { changed, moved } = sections.renew(next, named);
    if (moved && ready) deck.sync();
    // What has focus is gone, and the page may have another name.
    if (on !== null && changed.has(on.parentElement?.dataset['slide'] ?? '')) shown(on, null);
    return changed;
  }

  void deck.initialize().then(() => {
    ready = true;
    // A screen reader cannot browse an application, and reveal's own announcer reads every slide a second time.
    reveal.removeAttribute('role');
    reveal.querySelector('.aria-status')?.remove();
    if (wanted !== null) show(wanted.slide, wanted.step);
  });

  return {
    show,
    find: (slide) => slideIn(sectionOf(slide)),
    at: () => on?.parentElement?.dataset['slide'] ?? null,
    renew,
    close: () => deck.destroy(),
  };
}
