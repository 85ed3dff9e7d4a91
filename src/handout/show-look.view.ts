import type { PaperLook } from './paper-look.ts';

/** Sets a page in a style and a typeface; `paper.css` does the rest. */
export function showLook(page: Document, { style, font }: PaperLook): void {
  page.documentElement.dataset['style'] = style;
  page.documentElement.dataset['font'] = font;
}
