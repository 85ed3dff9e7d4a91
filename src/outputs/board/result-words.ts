import type { Published } from '../../poll/disclose.ts';
import type { AskedQuestion, Option, SharedAsked } from '../../poll/question.ts';
import { lookOf } from '../../questions/looks.ts';
import { html, type Html } from '../../text/html.ts';

/** What stands above a question on the board; empty for most. */
export function questionChip(question: AskedQuestion): Html | '' {
  const { chip } = lookOf(question);
  return chip && html`<p class="slide__chip">${chip}</p>`;
}

/** True where the result does not say how many chose what. */
export function isBare({ rung: level }: Published): boolean {
  return level === 'words' || level === 'too-few';
}

/** What the bands beside the options count, where it is not simply who chose them; empty where no one would wonder. */
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

/** Says that the order shown is the right one, which no mark in its rows does; empty for all else, whose right answers are marked. */
export function rightOrder(question: SharedAsked, published: Published): string {
  return question.picks === 'order' ? nameOfRight(question, published) : '';
}

/** Says which answer is right, where nothing marks it; empty where none is. */
export function nameOfRight(question: SharedAsked, { right }: Published): string {
  const { options } = question;
  const names = options
    .filter(({ id }) => right.includes(id))
    .map(({ label, text }) => text || label);
  return names.length === 0 ? '' : lookOf(question).rightSentence(names, options.length);
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
