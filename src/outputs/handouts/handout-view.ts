import type { View } from '../../document/to-html.ts';
import type { Handout } from './handout.ts';

/** How a handout's text is drawn: a sheet of a lesson stands a folder deeper than the school's. */
export function viewOf({ of }: Pick<Handout, 'of'>): View {
  return { mediaBase: of === 'lesson' ? '../../../media/' : '../../media/' };
}
