import * as v from 'valibot';
import { readJsonAs } from '../../text/schema.ts';

/** What the page carries: the lesson at its address, if it is one that came with the site, and the lessons to begin from. */
export type PageData = v.InferOutput<typeof pageData>;

const pageData = v.object({
  lesson: v.nullable(
    v.object({
      slug: v.string(),
      title: v.string(),
      /** null for a file that cannot be read. */
      text: v.nullable(v.string()),
    }),
  ),
  templates: v.array(v.object({ name: v.string(), words: v.string(), text: v.string() })),
});

/** Reads what the page carries; a page that was not filled has nothing. */
export function readPageData(): PageData {
  const made = document.querySelector('#lesson')?.textContent ?? '';
  return readJsonAs(pageData, made) ?? { lesson: null, templates: [] };
}
