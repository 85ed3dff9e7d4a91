import { inYouthWork } from '../text/in-youth-work.ts';
import { sayOwnParts } from './say-in-youth-work.view.ts';

/** Words written for a school, in youth work’s own where the page is marked as youth work. */
export function wording(words: string): string {
  return document.documentElement.dataset['setting'] === 'youth-work' ? inYouthWork(words) : words;
}

/** Words the whole page for `school` or `youth-work`. */
export function setWording(setting: string): void {
  document.documentElement.dataset['setting'] = setting;
  sayOwnParts(setting === 'youth-work');
}
