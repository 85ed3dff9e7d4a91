import { hasDeviceName } from '../text/device-name.ts';
import { slugOf } from '../text/ids.ts';
import { isLessonName } from './lesson-names.ts';

/** A picture that is put into a lesson has no more bytes, once the page has made it smaller. */
export const MAX_PICTURE_BYTES = 5_000_000;

/** How the file of such a picture ends. */
export type PictureEnding = 'webp' | 'png' | 'jpg' | 'gif';

/** The characters of a picture’s mark: no vowels, so that it is never a word. */
export const MARK_CHARACTERS = '23456789bcdfghjkmnpqrstvwxz';

/** How many of them a mark has; the first is a letter. */
const MARK = '[bcdfghjkmnpqrstvwxz][2-9bcdfghjkmnpqrstvwxz]{7}';

const PATH = `[a-z0-9][a-z0-9-]{0,79}/[a-z0-9][a-z0-9-]{0,39}\\.${MARK}\\.(?:webp|png|jpg|gif)`;
const WHOLE_PATH = new RegExp(`^${PATH}$`);
const PATHS = new RegExp(`(?<![a-z0-9-])${PATH}(?![a-z0-9])`, 'g');

/**
 * True for the path of a picture that was put into a lesson on this page,
 * `why-ice-floats/jar.k7x2p9qd.webp`: its mark tells it from what people put into `media/`, and no
 * other picture has it, so that a path always means the same picture.
 */
export function isPicturePath(path: string): boolean {
  return WHOLE_PATH.test(path) && isLessonName(path.split('/')[0] ?? '') && !hasDeviceName(path);
}

/** Such pictures that a text shows, each once. */
export function picturesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PATHS)].map(([path]) => path))].filter(isPicturePath);
}

/** Such pictures that texts within JSON show: the `n` of a line’s end, `\\n`, is no part of a path. */
export function picturesInJson(json: string): readonly string[] {
  return picturesIn(json.replaceAll(/\\(?:u[\da-f]{4}|.)/gi, ' '));
}

/** What is said of a copy that was saved without so many of its pictures; empty for none. */
export function savedWithout(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'Saved without 1 picture: it can’t be reached now.'
    : `Saved without ${count} pictures: they can’t be reached now.`;
}

/** A path for a picture of the lesson `slug`, from its file’s name; `mark` gives so many characters by chance. */
export function picturePath(
  slug: string,
  { name, ending }: { readonly name: string; readonly ending: PictureEnding },
  mark: () => string,
): string {
  const bare = slugOf(name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,5}$/i, ''));
  const short = bare.slice(0, 40).replace(/-+$/, '');
  const plain = short === '' || hasDeviceName(short) ? 'picture' : short;
  const folder = isLessonName(slug) ? slug : 'my-lesson';
  let path = '';
  while (!isPicturePath(path)) path = `${folder}/${plain}.${mark()}.${ending}`;
  return path;
}
