// One of two to five options:
//
//   ::: choice pressure character        ::: choice law knowledge
//   How much pressure is Sam under?      Who does the law cover?
//   - A little                           - [ ] Only under-13s
//   - A lot                              - [x] Everyone under 18
//
//   > Shown with the result.             :::
//   :::
import type { Kind } from '../../poll/question.ts';
import { acceptOption } from '../accept-option.ts';
import { outlineOptions, SHUFFLE } from '../option-lines.ts';

/** A question with one answer out of two to five. */
export const choice: Kind = {
  picks: 'one',
  marks: 'one',
  tag: null,
  words: [SHUFFLE],
  outline: outlineOptions,
  accept: acceptOption,
};
