import { fillWording, isWordKey, wordings, type Message, type Setting } from '../text/wording.ts';
import { WORD_MARK } from '../text/word-marks.ts';

/** A text with the words of the page’s setting in it: `Ask your {teacher}`. */
export function wording<const Text extends string>(message: Message<Text>): string {
  const { setting } = document.documentElement.dataset;
  return fillWording(message, wordings[setting === 'youth-work' ? setting : 'school']);
}

/** Words the whole page for a setting, and what `wording` says from now on. */
export function setWording(setting: Setting): void {
  document.documentElement.dataset['setting'] = setting;
  showWording(document, setting);
}

/** Puts the words of a setting behind every mark of a page that was made for another. */
export function showWording(page: Node, setting: Setting): void {
  const marks = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  for (let mark = marks.nextNode(); mark !== null; mark = marks.nextNode()) {
    const { nodeValue, nextSibling: word } = mark;
    const key = nodeValue?.startsWith(WORD_MARK) === true ? nodeValue.slice(WORD_MARK.length) : '';
    if (isWordKey(key) && word !== null) word.nodeValue = wordings[setting][key];
  }
}
