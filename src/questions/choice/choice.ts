// One of two to five options:
//
//   ::: choice pressure character        ::: choice law knowledge
//   How much pressure is Sam under?      Who does the law cover?
//   - A little                           - [ ] Only under-13s
//   - A lot                              - [x] Everyone under 18
//
//   > Shown with the result.             :::
//   :::
import { acceptOption } from '../accept-option.ts';
import { outlineOptions, SHUFFLE } from '../option-lines.ts';
import type { QuestionKind } from '../question-kind.ts';

/** A question with one answer out of two to five. */
export const choice: QuestionKind = {
  picks: 'one',
  marks: 'one',
  tag: null,
  words: [SHUFFLE],
  outline: outlineOptions,
  accept: acceptOption,
  insert: {
    name: 'Choice',
    about: 'One answer of two to five',
    icon: 'todo',
    text: (id) =>
      `::: choice ${id} knowledge\n‹What is the question?›\n\n- [x] The right answer\n- [ ] Another answer\n:::\n`,
  },
  form: {
    promptLabel: 'Question',
    answers: 'one right',
    abouts: ['knowledge', 'character', 'view', 'confidence'],
  },
};
