import type { PictureSize } from '../document/nodes.ts';
import { DECORATIVE } from '../document/pictures.ts';

/** What a picture shows, in words for those who cannot see it; null where it only decorates. */
type Described = { readonly words: string | null; readonly size: PictureSize };

/** The Markdown of a picture, on a line of its own: `large` is as it is without a word. */
export function pictureText(path: string, { words, size }: Described): string {
  const plain = (words ?? '').replaceAll(/[\s‹›]+/g, ' ').trim();
  const written = plain.replaceAll(/[\\[\]*_`<>&{}$!]/g, String.raw`\$&`);
  return `![${written}](${path}${pictureTitle({ isDecorative: words === null, size })})\n`;
}

/** What is behind a picture’s address, with the blank before it: `large` has no word. */
export function pictureTitle({
  isDecorative,
  size,
}: {
  readonly isDecorative: boolean;
  readonly size: PictureSize;
}): string {
  const words = [...(isDecorative ? [DECORATIVE] : []), ...(size === 'large' ? [] : [size])];
  return words.length === 0 ? '' : ` "${words.join(' ')}"`;
}
