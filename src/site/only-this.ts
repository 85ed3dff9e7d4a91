import type { LessonFile, Lessons } from './lessons.ts';
import { mediaFiles } from './media-files.ts';
import { openSite } from './site.ts';
import type { SiteParts } from './site-parts.ts';

/** One lesson in the place of all: a folder, and what a browser keeps for a room without a network, are a site that has no other. */
export function onlyThis(file: LessonFile): Lessons {
  return {
    all: () => Promise.resolve([file]),
    one: (slug) => Promise.resolve(slug === file.slug ? file : null),
  };
}

/** Every path of that site: its pages and what they load, and the films and pictures that the lesson and its sheets show. */
export async function pathsOfOnly(file: LessonFile, parts: SiteParts): Promise<readonly string[]> {
  const site = openSite({ ...parts, lessons: onlyThis(file) });
  const media = await mediaFiles([file], parts.media, await parts.handouts.sheets());
  return [...(await site.paths()), ...media.map((path) => `media/${path}`)];
}
