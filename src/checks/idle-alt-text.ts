import type { Hazard } from './hazard.ts';
import { placeIn } from './text-block.ts';

const IDLE =
  /^(?:(?:an? |the )?(?:image|picture|photo|photograph|graphic|screenshot|screen shot|illustration|drawing|icon|diagram|logo|img|pic)(?: of| here| \d{1,4})?|alt(?: text)?|untitled|placeholder|todo|tbc|description|(?:img|dsc|image|screenshot)[ _-]?\d.*|\S+\.(?:svg|png|jpe?g|gif|webp|avif))$/i;

/** H19: words for a picture that say nothing of it, such as “image” or the file’s name. */
export const idleAltText: Hazard = {
  row: 'H19',
  code: 'idle-alt-text',
  severity: 'error',
  audience: 'everyone',
  source: 'WCAG 2.2, 1.1.1 Non-text content',
  find: ({ textBlocks }) =>
    textBlocks.flatMap((textBlock) => {
      const alt = textBlock.text.trim();
      if (textBlock.role !== 'alt' || !IDLE.test(alt)) return [];
      const message = `“${alt}” does not say what the picture shows, and a pupil who cannot see it misses it. Describe it in a few words, as in “A phone with one new message”`;
      return [{ ...placeIn(textBlock, textBlock.text.indexOf(alt)), message }];
    }),
};
