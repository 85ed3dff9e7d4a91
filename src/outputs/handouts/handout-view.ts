import type { View } from '../../document/to-html.ts';
import type { Nation } from '../../help/nations.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { fieldHtml } from './handout-fields.ts';
import type { Handout } from './handout.ts';

/** How a handout's text is drawn: a sheet of a lesson stands a folder deeper than the school's, and its fields are filled. */
export function viewOf(
  { of, audience }: Pick<Handout, 'of' | 'audience'>,
  lesson: Lesson | null,
  nation?: Nation | '',
): View {
  return {
    mediaBase: of === 'lesson' ? '../../../media/' : '../../media/',
    field: (name) => fieldHtml(name, { audience, lesson, nation }),
  };
}
