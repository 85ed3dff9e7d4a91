import type { Hazard } from './hazard.ts';

const PICTURE = /!\[([^\][]{1,200})\]\(|<img\b[^<>]{0,400}\balt="([^"<>]{1,200})"/gi;

const IDLE =
  /^(?:(?:an? |the )?(?:image|picture|photo|photograph|graphic|screenshot|screen shot|illustration|drawing|icon|diagram|logo|img|pic)(?: of| here| \d{1,4})?|alt(?: text)?|untitled|placeholder|todo|tbc|description|(?:img|dsc|image|screenshot)[ _-]?\d.*|\S+\.(?:svg|png|jpe?g|gif|webp|avif))$/i;

/** H19: words for a picture that say nothing of it, such as “image” or the file’s name. */
export const idleAltText: Hazard = {
  row: 'H19',
  code: 'idle-alt-text',
  severity: 'error',
  audience: 'everyone',
  source: 'WCAG 2.2, 1.1.1 Non-text content',
  find: ({ lines }) =>
    lines.flatMap(({ text, line }) =>
      /!\[|<img/i.test(text)
        ? [...text.matchAll(PICTURE)].flatMap(({ 0: mark, 1: markdown, 2: attribute, index }) => {
            const alt = (markdown ?? attribute ?? '').trim();
            const column = index + Math.max(0, mark.indexOf(alt)) + 1;
            const message = `“${alt}” does not say what the picture shows, and a pupil who cannot see it misses it. Describe it in a few words, as in “A phone with one new message”`;
            return IDLE.test(alt) ? [{ line, column, message }] : [];
          })
        : [],
    ),
};
