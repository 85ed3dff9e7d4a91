import { inYouthWork, LESSONS_WORDS } from '../text/in-youth-work.ts';

/** Puts what is read in a part of the page into the words of youth work, where it was written for a school; a lesson’s own words and other languages stay. */
export function putInYouthWords(part: Node): void {
  for (const node of ownTexts(part)) say(node, inYouthWork(node.nodeValue ?? ''));
}

const written = new WeakMap<Text, string>();

/** The same, or back again, in every part of the page that says it is the program’s own (`data-said`), and in the menu. */
export function sayOwnParts(isYouthWork: boolean): void {
  for (const part of document.querySelectorAll('[data-said], .site-nav')) {
    for (const node of ownTexts(part)) {
      const first = written.get(node) ?? node.nodeValue ?? '';
      written.set(node, first);
      say(node, isYouthWork ? inYouthWork(first) : first);
    }
  }
}

function say(node: Text, words: string): void {
  if (node.nodeValue !== words) node.nodeValue = words;
}

// Other languages, what staff have told of their school, the titles of lessons.
const OTHERS_WORDS = '[lang]:not([lang|="en"]), [data-told], select';

function ownTexts(part: Node): readonly Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  let isLessons = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Comment && node.data === LESSONS_WORDS.open) isLessons = true;
    else if (node instanceof Comment && node.data === LESSONS_WORDS.close) isLessons = false;
    else if (
      node instanceof Text &&
      !isLessons &&
      node.parentElement?.closest(OTHERS_WORDS) === null
    ) {
      texts.push(node);
    }
  }
  return texts;
}
