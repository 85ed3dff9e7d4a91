import * as v from 'valibot';
import { filmThere } from '../../film/film-protocol.ts';
import { namedFilm } from '../../film/named-film.ts';
import { readJsonAs } from '../../text/schema.ts';

const pageData = v.object({
  home: v.picklist(['browser', 'server']),
  /** The film at this address; null at the list of all. */
  film: v.nullable(v.string()),
  there: v.nullable(filmThere),
  films: v.array(namedFilm),
});

/** What the page carries: where films are saved, the film at its address, and the films that have a folder here. */
export type PageData = v.InferOutput<typeof pageData>;

/** Reads what the page carries; a page that was not filled has nothing. */
export function readPageData(): PageData {
  const made = document.querySelector('#of-film')?.textContent ?? '';
  return readJsonAs(pageData, made) ?? { home: 'browser', film: null, there: null, films: [] };
}
