import { strToU8, zipSync, type Zippable } from 'fflate';
import type { MediaFile } from './opened.ts';

/** The file of a packed lesson that says what it is, and which of its files is the lesson. */
export const MANIFEST = 'wholeclass.json';

/** A lesson with its pictures as one zip file, laid out as the folder of a school's own lessons is: `soil.md`, `media/soil/jar.png`. */
export function packLesson(
  { slug, text }: { readonly slug: string; readonly text: string },
  media: readonly MediaFile[],
): Uint8Array {
  const lesson = `${slug}.md`;
  const files: Zippable = {
    [MANIFEST]: strToU8(`${JSON.stringify({ v: 1, lesson })}\n`),
    [lesson]: strToU8(text),
  };
  // A picture is packed already.
  for (const { path, bytes } of media) files[`media/${path}`] = [bytes, { level: 0 }];
  return zipSync(files);
}
