// Any number of two to five options:
//
//   ::: choices signs character          ::: choices who-helps knowledge
//   What puts pressure on Sam?           Who can help?
//   - Asking again after a no            - [x] An adult in school
//   - “If you liked me you would”        - [x] Childline
//   - Hurrying                           - [ ] No one
//
//   > Shown with the result.             :::
//   :::
import { PASS, readAnswer, writeAnswer, type Answer } from '../../poll/answer.ts';
import type { Kind, Option } from '../../poll/question.ts';
import { outlineOptions, SHUFFLE } from '../option-lines.ts';

/** A question of which any number of its two to five options may be picked, none as well. */
export const choices: Kind = {
  picks: 'several',
  marks: 'some',
  tag: null,
  words: [SHUFFLE],
  outline: outlineOptions,
  accept,
};

// A set has no order: however it was picked, it is kept in the order of the options.
function accept(
  { options }: { readonly options: readonly Option[] },
  answer: unknown,
): Answer | undefined {
  if (typeof answer !== 'string') return undefined;
  const ids = readAnswer(answer);
  if (ids === null) return PASS;
  const picked = options.map(({ id }) => id).filter((id) => ids.includes(id));
  return ids.every((id) => picked.includes(id)) ? writeAnswer(picked) : undefined;
}
