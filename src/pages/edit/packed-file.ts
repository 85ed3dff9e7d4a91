import { customAlphabet } from 'nanoid';
import { openedText, type LessonHome } from '../../edit/lesson-home.ts';
import { MARK_CHARACTERS, picturePath, picturesIn } from '../../edit/lesson-pictures.ts';
import { movePictures } from '../../edit/move-pictures.ts';
import { shrinkPicture } from '../../edit/shrink-picture.view.ts';
import { LIMITS } from '../../open/limits.ts';
import type { MediaFile } from '../../open/opened.ts';
import type { PackedFilm } from '../../open/pack-lesson.ts';
import { unpackLesson, type LeftOut } from '../../open/unpack-lesson.ts';
import { filmHere } from '../../film/film-here.view.ts';
import { openBrowserFilms, openServerFilms } from '../../film/film-homes.view.ts';
import { filmTexts } from '../../film/film-protocol.ts';
import { readManifest } from '../../film/manifest.ts';
import { filmsKey } from '../../text/browser-keys.ts';
import { readAs } from '../../text/schema.ts';
import { isServedHere } from '../../text/served-here.view.ts';
import { sizeInWords } from '../../text/size-in-words.ts';
import { REFUSED } from './picture-dialog.tsx';

const mark = customAlphabet(MARK_CHARACTERS, 8);

/** The text and pictures of a packed lesson, or why it is none, as a sentence for the teacher. */
export async function openPacked(file: File): Promise<
  | {
      readonly text: string;
      readonly media: readonly MediaFile[];
      readonly leftOut: readonly LeftOut[];
      readonly films: readonly PackedFilm[];
    }
  | { readonly problem: string }
> {
  if (file.size > LIMITS.file) {
    const limit = sizeInWords(LIMITS.file);
    return {
      problem: `Cannot open “${file.name}”: it has ${sizeInWords(file.size)}, and ${limit} is the limit. Leave out pictures, and save it again.`,
    };
  }
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) return { problem: `Cannot open “${file.name}”: it could not be read.` };
  const unpacked = unpackLesson(new Uint8Array(buffer));
  if (unpacked.kind === 'not-opened') return { problem: `${unpacked.message}.` };
  const text = openedText(unpacked.text);
  return text === null
    ? { problem: `Cannot open “${file.name}”: the lesson in it isn’t plain text.` }
    : { ...unpacked, text };
}

/** A lesson that came from a file: its pictures, and those that are left out already. */
type Adopted = {
  readonly slug: string;
  readonly text: string;
  readonly media: readonly MediaFile[];
  readonly leftOut: readonly LeftOut[];
};

/** Saves the pictures of a lesson that came from a file in a home, under paths of their own there: the text that shows them, and what to say of those that cannot be used, whose words stay; or why nothing can be saved. */
export async function adoptPictures(
  { slug, text, media, leftOut }: Adopted,
  home: LessonHome,
): Promise<{ readonly text: string; readonly notice: string } | { readonly problem: string }> {
  const moved = new Map<string, string>(leftOut.map(({ path }) => [path, NO_ADDRESS]));
  const why = leftOut.map((one) => `“${nameOf(one.path)}” is left out: ${one.why}.`);
  for (const { path, bytes } of media) {
    const name = nameOf(path);
    const shrunk = await shrinkPicture(new File([new Uint8Array(bytes)], name));
    if (shrunk.is === 'refused') {
      why.push(shrunk.why);
      moved.set(path, NO_ADDRESS);
      continue;
    }
    const to = picturePath(slug, { name, ending: shrunk.ending }, mark);
    const refusal = await home.addPicture({ path: to, bytes: shrunk.bytes });
    if (refusal !== null) return { problem: `Cannot save “${name}”: ${REFUSED[refusal]}` };
    moved.set(path, to);
  }
  return { text: movePictures(text, moved), notice: openedWithout(why) };
}

/** Saves what is said of the films of a lesson that came from a file, where nothing is said of them here; why not, in sentences. `root` leads to the site’s root. */
export async function adoptFilms(films: readonly PackedFilm[], root: string): Promise<string> {
  const site = new URL(root, location.href);
  const home = isServedHere()
    ? openServerFilms(site)
    : openBrowserFilms(filmsKey(site.pathname)).home;
  const why: string[] = [];
  for (const { film, ...written } of films) {
    const texts = readAs(filmTexts, written);
    const { manifest } = readManifest(written.yaml, { isTimed: true });
    if (texts === null || manifest === null || (await filmHere(film, root)) !== null) continue;
    const saved = await home.save(film, texts, null);
    if (saved.is === 'refused') why.push(saved.message);
  }
  return why.join(' ');
}

/** What stands for the address of a picture that is left out: the slide has its words, and the checks find it. */
const NO_ADDRESS = '<>';

function openedWithout(why: readonly string[]): string {
  if (why.length === 0) return '';
  const count = why.length === 1 ? '1 picture' : `${why.length} pictures`;
  return `Opened without ${count}; the words for ${why.length === 1 ? 'it' : 'them'} are still there. ${why.join(' ')}`;
}

// Without the mark that it has in another home.
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isMarked = picturesIn(`a/${name}`).length > 0;
  return isMarked ? name.replace(/\.[^.]+(?=\.[^.]+$)/, '') : name;
}
