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
import type { Option } from '../../poll/question.ts';
import { outlineOptions, SHUFFLE } from '../option-lines.ts';
import type { QuestionKind } from '../question-kind.ts';

/** A question of which any number of its two to five options may be picked, none as well. */
export const choices: QuestionKind = {
  picks: 'several',
  marks: 'some',
  tag: null,
  words: [SHUFFLE],
  outline: outlineOptions,
  accept,
  insert: {
    name: 'Several choices',
    about: 'As many answers as are right',
    icon: 'check',
    text: (id) =>
      `::: choices ${id} knowledge\n‹Which of these are true?›\n\n- [x] A right answer\n- [x] Another right answer\n- [ ] A wrong answer\n:::\n`,
  },
  form: {
    promptLabel: 'Question',
    answers: 'some right',
    abouts: ['knowledge', 'character', 'view', 'confidence'],
  },
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
