import { html, type Html } from '../text/html.ts';
import { own } from '../text/own.ts';
import { classmates, ownDrawings } from './own-drawings.ts';

// Chosen so that the first lessons differ from one another.
const SALT = 'teal ';

/** Numbers from 0 to 1 that are always the same for the same text. */
function seeded(text: string): () => number {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    return Math.round((((state ^ (state >>> 13)) >>> 0) / 4294967295) * 100) / 100;
  };
}

/** A lesson's own drawing, or classmates that its slug decides: the same for the same slug, and only an ornament. */
export function drawing(slug: string): Html {
  const { ground, shapes } = own(ownDrawings, slug) ?? classmates(seeded(SALT + slug));
  return html`<svg class="drawing" viewBox="0 0 300 140" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
<rect width="300" height="140" fill="var(--${ground})"/>${shapes}</svg>`;
}
