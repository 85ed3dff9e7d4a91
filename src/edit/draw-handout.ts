import { handoutPage } from '../outputs/handouts/handout-page.ts';
import { onSheet } from '../outputs/handouts/on-sheet.ts';
import type { DrawHandout } from './handouts-beside.ts';

/** Draws a handout of a lesson as its sheet. */
export const drawHandout: DrawHandout = (handout, lesson) => {
  const facts = { of: { lesson, film: null, today: '' }, today: '' };
  const { main = '' } = onSheet(handoutPage(handout, facts));
  // As deep as all that the editor shows of a lesson.
  return main.replaceAll('../../../media/', '../../media/');
};
