import { lessonFile } from '../../edit/lesson-file.ts';
import { openedText } from '../../edit/lesson-home.ts';
import type { Pasted } from '../../open/pasted.ts';
import type { MediaFile } from '../../open/opened.ts';
import type { PackedFilm } from '../../open/pack-lesson.ts';
import type { LeftOut } from '../../open/unpack-lesson.ts';
import { offerFile } from '../../ui/offer-file.view.ts';
import { loadLater } from './shown-later.ts';

/** Hands a lesson to the browser as a file to save. */
export function saveAsFile(title: string, text: string): void {
  const file = lessonFile({ title, text });
  offerFile(file.name, file);
}

/** A file’s text, or why it is no lesson, as a sentence for the teacher. */
type OpenedFile =
  | {
      readonly text: string;
      readonly media: readonly MediaFile[];
      readonly leftOut: readonly LeftOut[];
      readonly films: readonly PackedFilm[];
    }
  | { readonly problem: string };

/** Asks for a file and opens it; null where none was chosen. */
export function askForFile(): Promise<OpenedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.md,.markdown,.txt,.zip,text/markdown,text/plain';
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file === undefined) resolve(null);
      else void openFile(file).then(resolve);
    });
    input.click();
  });
}

/** Where the part that opens and saves pictures has not come. */
export const NOT_LOADED =
  'Cannot open it now: a part of this page did not load. Check the connection, then try again.';

/** More than any lesson’s file has, in bytes. */
const MAX_BYTES = 8_000_000;

/** Opens a file that was chosen or dropped here. */
export async function openFile(file: File): Promise<OpenedFile> {
  const name = `“${file.name.slice(0, 60)}”`;
  if (/\.zip$/i.test(file.name)) {
    const later = await loadLater().catch(() => null);
    return later?.openPacked(file) ?? { problem: NOT_LOADED };
  }
  if (file.size > MAX_BYTES) {
    return { problem: `Cannot open ${name}: it is larger than any lesson’s text.` };
  }
  const read = await readUtf8(file).catch(() => null);
  const text = read === null ? null : openedText(read);
  return text === null
    ? { problem: `Cannot open ${name}: it isn’t plain text. Choose a lesson saved as “.md”.` }
    : { text, media: [], leftOut: [], films: [] };
}

/** `file.text()` would put a sign of its own, U+FFFD, for bytes that are no text. */
async function readUtf8(file: File): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
}

/** True for a file that is a picture by its kind or its name, though perhaps of a kind that no browser shows. */
export function isPicture({ type, name }: File): boolean {
  return type.startsWith('image/') || /\.(?:hei[cf]|avif|tiff?)$/i.test(name);
}

/** Calls back with the files that are dropped anywhere on the page, and keeps the browser from going there instead; returns what ends it. */
export function onDroppedFiles(
  dropped: (files: readonly [File, ...File[]]) => unknown,
): () => void {
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    const [first, ...others] = event.defaultPrevented ? [] : (event.dataTransfer?.files ?? []);
    event.preventDefault();
    if (first !== undefined) dropped([first, ...others]);
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}

/** What a clipboard has, as HTML where a program put it there, and as text. */
export function pastedFrom(data: DataTransfer | null): Pasted {
  return { html: data?.getData('text/html') ?? '', text: data?.getData('text/plain') ?? '' };
}
