import { fillWording, wordings, type Message } from '../text/wording.ts';
import { inYouthWork } from '../text/in-youth-work.ts';
import { sayOwnParts } from './say-in-youth-work.view.ts';

/** A text with the words of the page’s setting in it: `Ask your {teacher}`. */
export function wording<const Text extends string>(message: Message<Text>): string {
  const { setting } = document.documentElement.dataset;
  return fillWording(message, wordings[setting === 'youth-work' ? setting : 'school']);
}

/** A title of a sheet, written for a school, as it is said in the page’s setting. */
export function wordingOfTitle(words: string): string {
  return document.documentElement.dataset['setting'] === 'youth-work' ? inYouthWork(words) : words;
}

/** Words the whole page for `school` or `youth-work`. */
export function setWording(setting: string): void {
  document.documentElement.dataset['setting'] = setting;
  sayOwnParts(setting === 'youth-work');
}
