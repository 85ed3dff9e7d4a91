import { foldedOf } from '../../../lesson/fold-notes.ts';

/** Notes in the order in which they are needed: what to say first, the rest, and what folds away. */
export type SplitNotes = {
  /** The first quotation of what is open, without its marks; null where there is none. */
  readonly first: string | null;
  readonly rest: string;
  /** What to listen for, what not to do, and what only some lessons need. */
  readonly listen: string;
  /** The first words of it, for the name of the fold. */
  readonly listenFor: string;
};

/** Splits the notes on a slide, from the HTML that the program made of them; `isAsked` where a question comes first, and the quotation after it. */
export function splitNotes(html: string, isAsked: boolean): SplitNotes {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
  const parts = [...content.children];
  const folds = foldedOf(parts.map(openingOf));
  const folded = parts.filter((_, at) => folds[at]);
  const open = parts.filter((_, at) => !folds[at]);
  const quote = isAsked ? undefined : open.find((part) => part.matches('blockquote'));
  return {
    first: quote?.innerHTML ?? null,
    rest: joined(open.filter((part) => part !== quote)),
    listen: joined(folded),
    listenFor: firstWords(folded[0]?.textContent ?? ''),
  };
}

// The bold words with which a paragraph begins.
function openingOf(part: Element): string {
  const first = part.matches('p') ? part.firstChild : null;
  return first instanceof HTMLElement && first.matches('strong') ? (first.textContent ?? '') : '';
}

/** How long the name of a fold may be, in characters. */
const MAX_NAME = 40;

// Whole words alone.
function firstWords(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= MAX_NAME) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', MAX_NAME)).replace(/[.,;:]$/, '')}…`;
}

function joined(parts: readonly Element[]): string {
  return parts.map(({ outerHTML }) => outerHTML).join('');
}
