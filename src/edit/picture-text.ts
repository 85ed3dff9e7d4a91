import type { PictureSize } from '../document/nodes.ts';
import { DECORATIVE } from '../document/pictures.ts';

/** What a picture shows, in words for those who cannot see it; null where it only decorates. */
type Described = { readonly words: string | null; readonly size: PictureSize };

/** The Markdown of a picture, on a line of its own: `large` is as it is without a word. */
export function pictureText(path: string, { words, size }: Described): string {
  const plain = (words ?? '').replaceAll(/[\s‹›]+/g, ' ').trim();
  const written = plain.replaceAll(/[\\[\]*_`<>&{}$!]/g, String.raw`\$&`);
  const title = [...(words === null ? [DECORATIVE] : []), ...(size === 'large' ? [] : [size])];
  return `![${written}](${path}${title.length === 0 ? '' : ` "${title.join(' ')}"`})\n`;
}
