import type { PictureSize } from '../document/nodes.ts';

/** The Markdown of a picture, on a line of its own: `large` is as it is without a word. */
export function pictureText(
  path: string,
  { words, size }: { readonly words: string; readonly size: PictureSize },
): string {
  const plain = words.replaceAll(/[\s‹›]+/g, ' ').trim();
  const written = plain.replaceAll(/[\\[\]*_`<>&{}$!]/g, String.raw`\$&`);
  return `![${written}](${path}${size === 'large' ? '' : ` "${size}"`})\n`;
}
