import { film } from './slides/film.ts';
import { help } from './slides/help.ts';
import { poll } from './slides/poll.ts';
import { stop } from './slides/stop.ts';
import { text } from './slides/text.ts';
import { title } from './slides/title.ts';
import type { SlideHtml, SlideKind } from './slides/slide-html.ts';

/** Every kind of slide, with what draws it. */
export const slides: { readonly [Kind in SlideKind]: SlideHtml<Kind> } = {
  title,
  text,
  help,
  film,
  stop,
  poll,
};
