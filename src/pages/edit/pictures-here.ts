import { useEffect, useRef, useState } from 'preact/hooks';
import type { LessonHome } from '../../edit/lesson-home.ts';
import { isPicturePath, picturesIn } from '../../edit/lesson-pictures.ts';
import type { Reading } from '../../edit/reading.ts';
import { isInFolder } from '../../text/site-file.view.ts';
import type { TextEditor } from './text-editor.ts';

/** Pictures of the home’s by their path, as addresses that this page may show; null for one that its folder has not. */
export type PicturesHere = ReadonlyMap<string, string | null>;

/** A picture that its home has not is asked for once more so long after, in ms. */
const AGAIN_MS = 5_000;

const NONE: PicturesHere = new Map();

/** The pictures of the text that was read, as far as its home has them, in a folder those that people put into its `media/` too; those that came with the site lie there. */
export function usePicturesHere(
  home: LessonHome,
  editor: TextEditor | null,
  reading: Reading | null,
): PicturesHere {
  const [pictures, setPictures] = useState(NONE);
  const asked = useRef(new Set<string>());

  useEffect(() => {
    if (editor === null || reading === null) return;
    const show = async (path: string, isAgain = false): Promise<void> => {
      const bytes = await home.picture(path);
      if (bytes === null && !isPicturePath(path)) {
        return setPictures((now) => new Map(now).set(path, null));
      }
      if (bytes === null) {
        // It may come with another window's text, or be put back with this one's.
        if (!isAgain) setTimeout(() => void show(path, true), AGAIN_MS);
        return;
      }
      const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], kindOf(path)));
      setPictures((now) => new Map(now).set(path, address));
    };
    const byHand = home.place === 'folder' ? reading.pictures.map(({ path }) => path) : [];
    for (const path of [...picturesIn(editor.text()), ...byHand]) {
      if (!asked.current.has(path)) void show(path);
      asked.current.add(path);
    }
  }, [home, editor, reading]);

  return pictures;
}

/** How long after its pictures have changed it is asked which of them a text lacks, in ms. */
const MISSING_MS = 1_000;

/**
 * The pictures that the text names and that are surely nowhere: neither in its home nor in the site,
 * whose pictures are `inSite`, null where they are not known. They are looked for again when its
 * window is come back to, as from a folder that one was put into.
 */
export function useMissingPictures(
  home: LessonHome,
  reading: Reading | null,
  inSite: readonly string[] | null,
): ReadonlySet<string> {
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const paths = reading?.pictures.map(({ path }) => path).join('\n') ?? '';

  useEffect(() => {
    let isOver = false;
    const isMissing = async (path: string): Promise<boolean> => {
      const isOwn = isPicturePath(path);
      if (!isOwn && inSite?.includes(path) === true) return false;
      // A page of files has no other place for one that no page put in.
      if (!isOwn && home.place === 'browser') return inSite !== null;
      return (await home.hasPicture(path)) === false;
    };
    const look = async (): Promise<void> => {
      const all = paths === '' ? [] : [...new Set(paths.split('\n'))];
      const are = await Promise.all(all.map(isMissing));
      if (!isOver) setMissing(new Set(all.filter((_, at) => are[at])));
    };
    const lookNow = () => void look();
    const waiting = setTimeout(lookNow, MISSING_MS);
    addEventListener('focus', lookNow);
    return () => {
      isOver = true;
      clearTimeout(waiting);
      removeEventListener('focus', lookNow);
    };
  }, [home, paths, inSite]);

  return missing;
}

/** A browser knows every picture by its bytes but a drawing. */
function kindOf(path: string): BlobPropertyBag {
  return path.endsWith('.svg') ? { type: 'image/svg+xml' } : {};
}

type InPage = {
  readonly root: string;
  readonly pictures: PicturesHere;
  /** Where the lesson is: a folder is asked for every picture before the site is. */
  readonly place: LessonHome['place'];
};

/** HTML of a lesson, made for pages two folders deep, for a page that is `root` away from the site’s root. */
export function inPage(markup: string, { root, pictures, place }: InPage): string {
  const isAsMade = root === DEEP && pictures.size === 0 && place !== 'folder';
  if (isAsMade || !markup.includes(`${DEEP}media/`)) return markup;
  const template = document.createElement('template');
  template.innerHTML = markup;
  for (const picture of template.content.querySelectorAll('img')) {
    const address = picture.getAttribute('src') ?? '';
    if (!address.startsWith(DEEP)) continue;
    const path = address.slice(`${DEEP}media/`.length);
    const own = pictures.get(path);
    const isAsked = isPicturePath(path) || (place === 'folder' && own === undefined);
    if (own !== undefined && own !== null) picture.setAttribute('src', own);
    // Its words are there until it has come.
    else if (isAsked) picture.removeAttribute('src');
    else picture.setAttribute('src', root + address.slice(DEEP.length));
  }
  return template.innerHTML;
}

/** The bytes of a picture at its address in such HTML: as its home has it, or else the site; null where neither can be read, as the files of a folder opened by double-click. */
export async function pictureBytes(
  address: string,
  { home, root }: { readonly home: LessonHome; readonly root: string },
): Promise<Blob | null> {
  if (!address.startsWith(`${DEEP}media/`)) return null;
  const path = decodeURI(address.slice(`${DEEP}media/`.length));
  const bytes = isPicturePath(path) || home.place === 'folder' ? await home.picture(path) : null;
  if (bytes !== null) return new Blob([new Uint8Array(bytes)], kindOf(path));
  if (isInFolder()) return null;
  const file = await fetch(root + address.slice(DEEP.length)).catch(() => null);
  return file?.ok === true ? file.blob() : null;
}

/** Pages that show a lesson lie so deep. */
const DEEP = '../../';
