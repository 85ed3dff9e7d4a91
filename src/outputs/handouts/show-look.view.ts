import type { PaperLook } from './paper-look.ts';

/** Sets a page in a style and a typeface; `paper.css` does the rest. Resolves when the faces of its feet are there: a browser leaves out words of a foot whose face it has not fetched, as where no figure is on the sheet itself. */
export function showLook(page: Document, { style, font }: PaperLook): Promise<unknown> {
  page.documentElement.dataset['style'] = style;
  page.documentElement.dataset['font'] = font;
  const face = getComputedStyle(page.documentElement).getPropertyValue('--sheet-face');
  return page.fonts.load(`12pt ${face}`, 'page 1 of 2').catch(() => undefined);
}
