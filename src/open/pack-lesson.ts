import { strToU8, zipSync, type Zippable } from 'fflate';
import type { MediaFile } from './opened.ts';

/** A lesson with its pictures as one zip file, laid out as the folder of a school's own lessons is: `soil.md`, `media/soil/jar.png`. */
export function packLesson(
  { slug, text }: { readonly slug: string; readonly text: string },
  media: readonly MediaFile[],
): Uint8Array {
  const files: Zippable = { [`${slug}.md`]: strToU8(text) };
  // A picture is packed already.
  for (const { path, bytes } of media) files[`media/${path}`] = [bytes, { level: 0 }];
  return zipSync(files);
}
