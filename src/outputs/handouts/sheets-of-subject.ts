import type { Lesson } from '../../lesson/lesson.ts';
import { allowsCamera } from '../../subjects/pack.ts';
import { CAMERA_CARDS } from './camera-cards.ts';
import { isOwnSheet } from './own-sheet-id.ts';

/** True for a sheet that is printed for lessons of a lesson's subject; those that are written in a lesson are of every subject. */
export function isOfSubject({ subject: { pack } }: Pick<Lesson, 'subject'>, id: string): boolean {
  if (id === CAMERA_CARDS && !allowsCamera(pack)) return false;
  return pack.sheets === 'all' || pack.sheets.includes(id) || isOwnSheet(id);
}

/** True where pupils of a lesson get help cards. */
export function hasHelpCards(lesson: Pick<Lesson, 'subject'>): boolean {
  return isOfSubject(lesson, 'help-card');
}
