import type { Published } from '../../poll/disclose.ts';
import type { AskedQuestion, Option, SharedAsked } from '../../poll/question.ts';
import { html, type Html } from '../../text/html.ts';

/** Stands above a myth or a fact, so that nobody takes the statement for the lesson's own word; empty for any other question. */
export function mythChip({ kind }: AskedQuestion): Html | '' {
  return kind === 'myth' ? html`<p class="slide__chip">Myth or fact?</p>` : '';
}

/** True where nothing is told of how many chose what. */
export function isBare({ rung }: Published): boolean {
  return rung === 'words' || rung === 'too-few';
}

/** What the bands beside the options count, where it is not simply who chose them; empty where nobody would wonder. */
export function resultHead({ picks }: SharedAsked, published: Published): string {
  if (isBare(published)) return '';
  switch (picks) {
    case 'one':
      return '';
    case 'several':
      return 'Chosen by';
    case 'order':
      return 'Ranked first by';
  }
}

/** Says which answer is right; empty where none is. Several right answers are ticked or numbered, and need not be said again. */
export function nameOfRight({ kind, options, picks }: SharedAsked, { right }: Published): string {
  const names = options
    .filter(({ id }) => right.includes(id))
    .map(({ label, text }) => text || label);
  if (names.length === 0) return '';
  if (picks === 'order') return 'Answer: in this order.';
  if (kind === 'myth') return `It is a ${names[0]?.toLowerCase()}.`;
  if (names.length === 1) return `Answer: ${names[0]}.`;
  return names.length === options.length ? 'Answer: all of them.' : 'Answer: those with a tick.';
}

/** The options as a result lists them: in the right order where there is one. */
export function resultOptions(
  { options, picks }: SharedAsked,
  { right }: Published,
): readonly Option[] {
  return picks === 'order' && right.length > 0
    ? options.toSorted((one, other) => right.indexOf(one.id) - right.indexOf(other.id))
    : options;
}
