import lessonParts from '../../ui/lesson-parts.css?inline';
import mathsLook from '../../ui/maths.css?inline';
import { MATHS_FAMILY, type SlideFont } from '../../ui/named-fonts.ts';
import pageTokens from '../../ui/page-tokens.css?inline';
import { slideFonts } from '../../ui/slide-fonts.view.ts';
import tokens from '../../ui/tokens.css?inline';
import { showWording } from '../../ui/wording.view.ts';
import { html } from '../../text/html.ts';
import type { Setting } from '../../text/wording.ts';
import type { Deck, DeckSlide } from './deck.ts';
import { previewHtml } from './preview.ts';
import slides from './slides.css?inline';

/** A slide to draw, as its deck has it. `pictureAt` has the bytes of a picture by its address in the slide; null where this page cannot read them. */
export type SlideToDraw = {
  readonly slide: DeckSlide;
  readonly deck: Pick<Deck, 'formulas'>;
  readonly setting: Setting;
  readonly pictureAt: (address: string) => Promise<Blob | null>;
};

/** A slide as PNG, or why there is none: one of its pictures cannot be read by this page, or this browser draws none: Firefox before 126, and any that lets no page read a canvas that a page was drawn on. */
export type DrawnSlide = { readonly png: Blob } | 'no picture' | 'not drawn';

/** Full HD, as the program’s own pictures: so many times the board’s own stage, on which a picture has its natural size. */
const SIZE = { width: 1920, height: 1080, zoom: 1.5 } as const;

/** Draws a slide as the class sees it with all its steps, as large as full HD: no note, and no result of a question. Nothing is fetched but its fonts and pictures, and no script of a lesson runs in it. Rejects where a font did not come. */
export async function drawSlide({
  slide,
  deck,
  setting,
  pictureAt,
}: SlideToDraw): Promise<DrawnSlide> {
  if (!CSS.supports('zoom', String(SIZE.zoom))) return 'not drawn';
  // A document of its own loads nothing and runs nothing.
  const page = new DOMParser().parseFromString(
    previewHtml(slide, { ...deck, room: null }),
    'text/html',
  );
  showWording(page, setting);
  for (const film of page.querySelectorAll<HTMLElement>('.slide--film')) {
    film.dataset['film'] = 'paused';
  }
  for (const picture of page.querySelectorAll('img')) {
    if (!(await takeIn(picture, pictureAt))) return 'no picture';
  }
  const fonts = slideFonts.filter(
    ({ family }) => family !== MATHS_FAMILY || page.querySelector('math') !== null,
  );
  const faces = await Promise.all(fonts.map(fontFace));
  const drawing = drawingOf(page.body, [...LOOKS, ...faces, OWN].join('\n'));
  const png = await paint(drawing).catch(() => null);
  return png === null ? 'not drawn' : { png };
}

// What a style sheet names by an address is none of a picture’s, which may load nothing.
const LOOKS = [tokens, pageTokens, slides, mathsLook, lessonParts].map((sheet) =>
  sheet.replaceAll(/@font-face\s*\{[^}]*\}/g, ''),
);
// Not scaled as a drawing is: WebKit would leave out what stands within it.
const OWN = `body { margin: 0; zoom: ${SIZE.zoom}; text-rendering: geometricPrecision; }`;

/** Puts the bytes of a picture in the place of its address; false where they cannot be had. */
async function takeIn(
  picture: HTMLImageElement,
  pictureAt: SlideToDraw['pictureAt'],
): Promise<boolean> {
  const address = picture.getAttribute('src') ?? '';
  picture.removeAttribute('loading');
  if (address === '' || address.startsWith('data:')) return true;
  const bytes = await pictureAt(address);
  if (bytes === null) return false;
  picture.setAttribute('src', await dataAddress(bytes));
  return true;
}

async function fontFace({ family, weight, style, address }: SlideFont): Promise<string> {
  const data = await fontData(address);
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; src: url('${data}') format('woff2'); }`;
}

const fontsRead = new Map<string, Promise<string>>();

/** Reads what nearly every slide is set in, so that one can be drawn without a network later. */
export async function prepareFonts(): Promise<void> {
  const text = slideFonts.filter(({ family }) => family !== MATHS_FAMILY);
  await Promise.all(text.map(({ address }) => fontData(address)));
}

function fontData(address: string): Promise<string> {
  const known = fontsRead.get(address) ?? readFont(address);
  fontsRead.set(address, known);
  known.catch(() => fontsRead.delete(address));
  return known;
}

async function readFont(address: string): Promise<string> {
  if (address.startsWith('data:')) return address;
  // The page was shown in it: without a network it may still be there.
  const file = await fetch(address, { cache: 'force-cache' });
  if (!file.ok) throw new Error(`Cannot read a font: ${address}`);
  return dataAddress(await file.blob());
}

/** The slide within a drawing, as XML; no part of it is an element of this page, whose policy lets it have no style. */
function drawingOf(body: HTMLElement, look: string): string {
  body.lang = document.documentElement.lang;
  const slide = new XMLSerializer().serializeToString(body);
  const size = `width="${SIZE.width}" height="${SIZE.height}"`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${html`${look}`}</style><foreignObject ${size}>${slide}</foreignObject></svg>`;
  // A character that XML has no place for is none that is seen.
  return drawing.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** More turns than any drawing needs until its fonts and pictures are there. */
const MAX_TURNS = 20;

async function paint(drawing: string): Promise<Blob | null> {
  const image = new Image(SIZE.width, SIZE.height);
  image.src = await dataAddress(new Blob([drawing], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: SIZE.width,
    height: SIZE.height,
  });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return null;
  // Some engines set fonts and pictures within a drawing a moment after it is there.
  let before: number | null = null;
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    pen.drawImage(image, 0, 0);
    const now = markOf(pen);
    if (now === before) break;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Throws where the engine lets no page read what it has drawn. */
function markOf(pen: CanvasRenderingContext2D): number {
  const { data } = pen.getImageData(0, 0, SIZE.width, SIZE.height);
  let mark = 0;
  for (const value of new Uint32Array(data.buffer)) mark = (Math.imul(mark, 31) + value) | 0;
  return mark;
}

function dataAddress(bytes: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result : ''),
    );
    reader.addEventListener('error', () => reject(new Error('Cannot read a picture')));
    reader.readAsDataURL(bytes);
  });
}
