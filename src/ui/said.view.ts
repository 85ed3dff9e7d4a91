import { inYouthWork } from '../text/in-youth-work.ts';
import { sayOwnParts } from './say-in-youth-work.view.ts';

/** Words that are written for a school, as they are said where this page is used: the page is marked where that is youth work. */
export function said(words: string): string {
  return document.documentElement.dataset['setting'] === 'youth-work' ? inYouthWork(words) : words;
}

/** From now on the page speaks as it is spoken there: `school` or `youth-work`. */
export function speakAsIn(setting: string): void {
  document.documentElement.dataset['setting'] = setting;
  sayOwnParts(setting === 'youth-work');
}
