import type { Published } from '../poll/disclose.ts';
import type { SharedAsked } from '../poll/question.ts';

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
      return 'Picked by';
    case 'order':
      return 'Put first by';
  }
}

/** Says which answer is right; empty where none is. Several right answers are ticked, and need not be read out again. */
export function nameOfRight({ options, picks }: SharedAsked, { right }: Published): string {
  const names = options.filter(({ id }) => right.includes(id)).map(({ label, text }) => text || label);
  if (names.length === 0) return '';
  if (picks === 'order') return 'Right: in this order.';
  if (names.length === 1) return `Right: ${names[0]}.`;
  return names.length === options.length ? 'Right: all of them.' : 'Right: those with a tick.';
}
