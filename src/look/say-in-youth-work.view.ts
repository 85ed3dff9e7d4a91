import { inYouthWork } from '../text/in-youth-work.ts';

/** Puts what is read in a part of the page into the words of youth work, where it was written for a school. */
export function sayInYouthWork(part: Node): void {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const said = inYouthWork(node.nodeValue ?? '');
    if (said !== node.nodeValue) node.nodeValue = said;
  }
}
