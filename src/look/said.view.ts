import { inYouthWork } from '../text/in-youth-work.ts';

/** Words that are written for a school, as they are said where this page is used: the page is marked where that is youth work. */
export function said(words: string): string {
  return document.documentElement.dataset['setting'] === 'youth-work' ? inYouthWork(words) : words;
}
