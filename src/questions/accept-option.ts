import { PASS, type Answer } from '../poll/answer.ts';
import type { Option } from '../poll/question.ts';

/** The answer where exactly one option, or "I'd rather not say", may be picked; undefined for anything else. */
export function acceptOption(
  { options }: { readonly options: readonly Option[] },
  answer: unknown,
): Answer | undefined {
  if (typeof answer !== 'string') return undefined;
  return answer === PASS || options.some(({ id }) => id === answer) ? answer : undefined;
}
