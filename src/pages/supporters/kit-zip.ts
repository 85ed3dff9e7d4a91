import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Details } from '../../outputs/supporters/details.ts';
import { kitTexts } from '../../outputs/supporters/kit-texts.ts';
import { pictureSizes, type PictureSize } from '../../outputs/supporters/post-picture.ts';
import { posts, type Post } from '../../outputs/supporters/posts.ts';

/** What the kit is made from; `paint` makes a picture, `stamp` is the moment, `2026-11-25T14:20:00Z`. */
type KitParts = {
  readonly details: Details;
  readonly stamp: string;
  readonly paint: (post: Post, size: PictureSize) => Promise<Blob | null>;
};

/**
 * The whole kit as one zip; calls `report` after each picture with how much is made, from 0 to
 * 1. Where the browser makes no pictures it has the words alone.
 */
export async function kitZip(
  { details, stamp, paint }: KitParts,
  report: (done: number) => void,
): Promise<Blob> {
  const made: BlobPart[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(new Uint8Array(bytes));
  });
  for (const { path, text } of kitTexts(details, stamp)) {
    const entry = new ZipDeflate(`supporters-kit/${path}`);
    zip.add(entry);
    entry.push(strToU8(text), true);
  }
  const all = posts.flatMap((post) => pictureSizes.map((size) => ({ post, size })));
  for (const [at, { post, size }] of all.entries()) {
    const picture = await paint(post, size);
    if (picture !== null) {
      const entry = new ZipPassThrough(`supporters-kit/pictures/${post.id}-${size.id}.png`);
      zip.add(entry);
      entry.push(new Uint8Array(await picture.arrayBuffer()), true);
    }
    report((at + 1) / all.length);
  }
  zip.end();
  return new Blob(made, { type: 'application/zip' });
}
