import type { PictureSize } from '../document/nodes.ts';
import type { PicturePlace } from '../document/parse.ts';
import { readPictureTitle } from '../document/pictures.ts';
import { pictureTitle } from './picture-text.ts';

/** The sizes of a picture, from the smallest, as a teacher reads them. */
export const SIZES: Readonly<Record<PictureSize, string>> = {
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
  full: 'Full slide',
};

/** A picture as a line of the text writes it. */
export type WrittenPicture = {
  /** Its path under `media/`. */
  readonly path: string;
  /** How many pictures of that path are before it on its slide. */
  readonly nth: number;
  readonly size: PictureSize;
  readonly isDecorative: boolean;
  /** Where its size is, or would be: from the end of its address up to its closing bracket. */
  readonly from: number;
  readonly to: number;
};

/** One of Markdown, as everything in the menu writes it: its words, its address, and what is in quotes behind that. */
const PICTURE =
  /(!\[(?:\\.|\[[^[\]]*\]|[^\\[\]])*\]\((?:<[^<>]*>|[^\s<>()]+))(?:\s+["'“”]([^"'“”]*)["'“”])?\s*\)/g;

/** The picture on the line of the cursor, of several the one at it, or the first; null where there is none, or one whose size cannot be changed by a word. `pictures` are those of its slide. */
export function pictureAt(
  text: string,
  cursor: number,
  pictures: readonly PicturePlace[],
): WrittenPicture | null {
  const start = text.lastIndexOf('\n', cursor - 1) + 1;
  const line = text.slice(0, start).split('\n').length;
  const [words = ''] = text.slice(start).split('\n', 1);
  const written = [...words.matchAll(PICTURE)].flatMap((match) => {
    const [whole, before = '', title = ''] = match;
    const read = readPictureTitle(title);
    const isHere = (place: PicturePlace) =>
      place.line === line &&
      place.column > match.index &&
      place.column <= match.index + whole.length;
    const at = pictures.findIndex(isHere);
    const place = pictures[at];
    if (read === null || place === undefined) return [];
    const from = start + match.index + before.length;
    return [
      {
        path: place.path,
        nth: pictures.slice(0, at).filter(({ path }) => path === place.path).length,
        size: read.size ?? 'large',
        isDecorative: read.isDecorative,
        from,
        to: start + match.index + whole.length - 1,
      },
    ];
  });
  return written.find(({ to }) => cursor <= to + 1) ?? written[0] ?? null;
}

/** The text with another size of a picture in it. */
export function withSize(
  text: string,
  { from, to, isDecorative }: WrittenPicture,
  size: PictureSize,
): string {
  return text.slice(0, from) + pictureTitle({ isDecorative, size }) + text.slice(to);
}
