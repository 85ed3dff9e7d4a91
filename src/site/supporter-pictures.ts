import { drawPost, pictureSizes, UNSIGNED } from '../outputs/supporters/post-picture.ts';
import { postSvg } from '../outputs/supporters/post-svg.ts';
import { posts } from '../outputs/supporters/posts.ts';

/** The pictures of the posts as SVG files, by their path in the site, without anyone’s name on them. */
export const supporterPictures: ReadonlyMap<string, Buffer> = new Map(
  posts.flatMap(({ id, picture }) =>
    pictureSizes.map((size) => {
      const svg = postSvg(drawPost(picture, size, UNSIGNED), size, { alt: picture.alt });
      return [`supporters/pictures/${id}-${size.id}.svg`, Buffer.from(`${svg}\n`)] as const;
    }),
  ),
);
