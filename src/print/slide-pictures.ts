import type { Lessons } from '../site/lessons.ts';
import type { Media } from '../site/media-folders.ts';
import type { Pages } from '../site/pages.ts';
import type { Setting } from '../text/wording.ts';
import type { BrowserQueue } from './browser-queue.ts';
import { NoBrowser, openBrowser, type Browser } from './browser.ts';

/** A slide’s picture as PNG, or why there is none. */
export type SlidePicture =
  | { readonly png: Buffer }
  | 'no lesson'
  | 'no slide'
  | 'busy'
  | 'no browser';

/** Draws slides of lessons, one after the other, each by a browser of its own. */
export type SlidePictures = {
  /** The slide of this number from 1, with all its steps as the class sees it. `busy` where the browser is in use until `signal` is aborted. */
  take(slug: string, slide: number, signal: AbortSignal): Promise<SlidePicture>;
  end(): void;
};

type Places = {
  readonly lessons: Lessons;
  readonly pages: Pages;
  readonly media: Media;
  readonly setting: () => Promise<Setting>;
  readonly turns: BrowserQueue;
};

/** Opens what draws slides of these lessons. */
export function openSlidePictures({ lessons, turns, setting, ...places }: Places): SlidePictures {
  let drawing: Browser | null = null;

  async function draw(slug: string, slide: number): Promise<SlidePicture> {
    const file = await lessons.one(slug);
    if (file === null) return 'no lesson';
    // Loaded where it is needed alone.
    const { shootSlides } = await import('./board-check.ts');
    const browser = await openBrowser().catch((error: unknown) => {
      if (error instanceof NoBrowser) return null;
      throw error;
    });
    if (browser === null) return 'no browser';
    drawing = browser;
    try {
      const { lesson } = file;
      const shown = { ...places, setting: await setting() };
      const [png] = await shootSlides(browser, shown, { lesson, slide });
      return png === undefined ? 'no slide' : { png };
    } finally {
      drawing = null;
      await browser.close();
    }
  }

  return {
    take: (slug, slide, signal) => turns.take(() => draw(slug, slide), signal),
    end: () => void drawing?.close().catch(() => undefined),
  };
}
