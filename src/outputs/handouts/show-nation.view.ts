import { isNationFact, nationWords } from '../../help/nation-facts.ts';
import type { Nation } from '../../help/nations.ts';
import { markWords } from '../../text/word-marks.ts';

/** Puts what is true in a school’s nation into a page that was made for any: the law, and what a child may be left out of. */
export function showNation(page: ParentNode, nation: Nation | ''): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-nation]')) {
    const fact = place.dataset['nation'] ?? '';
    if (isNationFact(fact)) place.innerHTML = String(markWords(nationWords(fact, nation)));
  }
}
