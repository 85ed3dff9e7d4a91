import { namesOf } from '../text/own.ts';
import { choice } from './choice/choice.ts';
import { choices } from './choices/choices.ts';
import { myth } from './myth/myth.ts';
import { order } from './order/order.ts';
import type { QuestionKind } from './question-kind.ts';
import { scale } from './scale/scale.ts';

/** Every kind of question, by the word that opens its fence. */
export const kinds = { choice, choices, scale, order, myth } as const satisfies Readonly<
  Record<string, QuestionKind>
>;

/** The name of a kind. */
export type KindName = keyof typeof kinds;

/** The names of all of them, in the order in which a teacher is offered them. */
export const kindNames: readonly KindName[] = namesOf(kinds);

/** The kind of that name, or undefined when there is none. */
export function kindOf(name: string): QuestionKind | undefined {
  return isKind(name) ? kinds[name] : undefined;
}

/** True for the name of a kind. */
export function isKind(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}
