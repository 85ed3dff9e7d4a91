import { drawLater } from '../board/draw-later.view.ts';
import type { Deck, DeckSlide } from '../board/deck.ts';
import { offerFile } from '../../ui/offer-file.view.ts';
import { fileMadeHere, isInFolder } from '../../text/site-file.view.ts';

/** A slide to save as a picture, `<name>.png`; `pictureAt` where the page has the pictures of its lesson in a place of its own. */
type SlideToSave = {
  readonly name: string;
  readonly slide: DeckSlide;
  readonly deck: Pick<Deck, 'formulas'>;
  readonly pictureAt?: (address: string) => Promise<Blob | null>;
};

/** Saves the picture of a slide, which this page draws: for a page that no program serves. Resolves to what to tell the teacher. */
export async function saveDrawnSlide({
  name,
  slide,
  deck,
  pictureAt = pictureHere,
}: SlideToSave): Promise<string> {
  const setting =
    document.documentElement.dataset['setting'] === 'youth-work' ? 'youth-work' : 'school';
  const drawn = await drawLater({ slide, deck, setting, pictureAt }).catch(
    (): typeof NOT_LOADED => NOT_LOADED,
  );
  if (typeof drawn === 'string') return WORDS[drawn];
  offerFile(`${name}.png`, drawn.png);
  return `${name}.png is in your downloads.`;
}

const NOT_LOADED = 'not loaded' as const;
const WORDS = {
  [NOT_LOADED]: 'What draws it did not load. Check the connection, then try again.',
  'no picture':
    'This page can’t read a picture that is on the slide. Open the lesson from its web address, or in the Wholeclass program.',
  'not drawn':
    'This browser can’t draw a slide as a picture. Open this page in a newer one, or in Edge or Chrome.',
} as const;

/** A picture that the page itself makes, or that lies in the site; a page that was opened by double-click reads none of those. */
async function pictureHere(address: string): Promise<Blob | null> {
  const made = fileMadeHere(address);
  if (made === null && isInFolder()) return null;
  const file = await (made ?? fetch(address)).catch(() => null);
  return file?.ok === true ? file.blob() : null;
}
