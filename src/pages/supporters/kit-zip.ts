import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Details } from '../../outputs/supporters/details.ts';
import { kitTexts, type KitText } from '../../outputs/supporters/kit-texts.ts';
import {
  pictureSizes,
  posterSizes,
  type PictureSize,
} from '../../outputs/supporters/post-picture.ts';
import { posts, type Post } from '../../outputs/supporters/posts.ts';

/** A file that is in the kit as it is, by its path in it. */
export type KitFile = { readonly path: string; readonly body: Uint8Array };

/** What the kit is made from; `paint` makes a picture, `stamp` is the moment, `2026-11-25T14:20:00Z`. */
type KitParts = {
  readonly details: Details;
  readonly stamp: string;
  readonly paint: (post: Post, size: PictureSize) => Promise<Blob | null>;
  readonly film: { readonly files: readonly KitFile[]; readonly texts: readonly KitText[] };
};

/**
 * The whole kit as one zip; calls `report` after each picture with how much is made, from 0 to
 * 1. Where the browser makes no pictures it has the words alone.
 */
export async function kitZip(
  { details, stamp, paint, film }: KitParts,
  report: (done: number) => void,
): Promise<Blob> {
  const made: BlobPart[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(new Uint8Array(bytes));
  });
  const add = (path: string, body: Uint8Array) => {
    const entry = new ZipPassThrough(`supporters-kit/${path}`);
    zip.add(entry);
    entry.push(body, true);
  };
  for (const { path, text } of kitTexts(details, stamp, film.files.length > 0 ? film.texts : [])) {
    const entry = new ZipDeflate(`supporters-kit/${path}`);
    zip.add(entry);
    entry.push(strToU8(text), true);
  }
  const all = [
    ...posts.flatMap((post) => pictureSizes.map((size) => ({ post, size, folder: 'pictures' }))),
    ...posts.flatMap((post) => posterSizes.map((size) => ({ post, size, folder: 'posters' }))),
  ];
  for (const [at, { post, size, folder }] of all.entries()) {
    const picture = await paint(post, size);
    if (picture !== null) {
      add(`${folder}/${post.id}-${size.id}.png`, new Uint8Array(await picture.arrayBuffer()));
    }
    report((at + 1) / all.length);
  }
  for (const { path, body } of film.files) add(path, body);
  zip.end();
  return new Blob(made, { type: 'application/zip' });
}
