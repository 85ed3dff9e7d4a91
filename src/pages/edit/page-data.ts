import * as v from 'valibot';
import { namedFilm } from '../../film/named-film.ts';
import { readJsonAs } from '../../text/schema.ts';

/** What the page carries: the lesson at its address, if it is one that came with the site, and the films and lessons to choose from. */
export type PageData = v.InferOutput<typeof pageData>;

const pageData = v.object({
  /** Where lessons are saved that are written on this page. */
  home: v.picklist(['browser', 'server']),
  lesson: v.nullable(
    v.object({
      slug: v.string(),
      /** True for one of a school's own, which can be written where its home is the program. */
      isOwn: v.boolean(),
      title: v.string(),
      /** null for a file that cannot be read. */
      text: v.nullable(v.string()),
      staysSafeguarding: v.optional(v.boolean(), false),
    }),
  ),
  /** The films that are in folders here. */
  films: v.array(namedFilm),
  templates: v.array(v.object({ name: v.string(), words: v.string(), text: v.string() })),
  /** The pictures that lie in its media folder; null where a program serves it, which can be asked, or they are not known. */
  pictures: v.nullable(v.array(v.string())),
});

const NOTHING: PageData = {
  home: 'browser',
  lesson: null,
  films: [],
  templates: [],
  pictures: null,
};

/** Reads what the page carries; a page that was not filled has nothing. */
export function readPageData(): PageData {
  const made = document.querySelector('#lesson')?.textContent ?? '';
  return readJsonAs(pageData, made) ?? NOTHING;
}
