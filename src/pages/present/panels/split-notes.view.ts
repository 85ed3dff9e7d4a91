/** Notes in the order in which they are needed: what to say first, the rest, and what folds away. */
export type SplitNotes = {
  /** The first quotation, without its marks; null where there is none. */
  readonly first: string | null;
  readonly rest: string;
  /** What to listen for and what not to do. */
  readonly listen: string;
  /** The first words of it, for the name of the fold. */
  readonly listenFor: string;
};

const FOLDED = /^(?:listen for|don’t|leave out|avoid)\b/i;

/** Splits the notes on a slide, from the HTML that the program made of them; `isAsked` where a question comes first, and the quotation after it. */
export function splitNotes(html: string, isAsked: boolean): SplitNotes {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
  const parts = [...content.children];
  const folded = parts.filter(
    (part) =>
      part.matches('p') &&
      FOLDED.test(part.querySelector('strong')?.textContent ?? '') &&
      part.firstElementChild?.matches('strong') === true &&
      part.textContent?.trimStart().startsWith(part.firstElementChild.textContent ?? '') === true,
  );
  const quote = isAsked ? undefined : parts.find((part) => part.matches('blockquote'));
  const rest = parts.filter((part) => part !== quote && !folded.includes(part));
  return {
    first: quote?.innerHTML ?? null,
    rest: joined(rest),
    listen: joined(folded),
    listenFor: firstWords(folded[0]?.textContent ?? ''),
  };
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
