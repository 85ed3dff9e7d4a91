import { allOf } from '../../document/visit.ts';
import { draw } from '../../document/to-html.ts';
import type { Node } from '../../document/nodes.ts';
import { cutSheet } from './card-sheet.ts';
import { slidesOf, type Lesson } from '../../lesson/lesson.ts';
import { shownBody } from '../../slides/kinds.ts';
import { html, type Html } from '../../text/html.ts';
import { mixedCardsIn } from './layouts-in.ts';

/**
 * The cards of a lesson to cut out and deal, eight on a page, each with its number on board and
 * worksheet; the groups are on the board alone. Empty for a lesson without any.
 */
export function sortingCards(lesson: Lesson): Html | '' {
  const sets = slidesOf(lesson).flatMap((slide) => mixedCardsIn(shownBody(slide)).map(cardsOf));
  return sets.length === 0 ? '' : html`${sets.map((cards) => cutSheet(cards, 8, 'sorting'))}`;
}

function cardsOf(mixed: Node): readonly Html[] {
  return allOf(mixed, 'card').map(
    ({ number, children }) =>
      html`<p class="sorting-card"><b>${number}</b> ${draw(children.flatMap(wordsOf))}</p>`,
  );
}

function wordsOf(node: Node): readonly Node[] {
  return node.kind === 'cardWords' ? node.children : [];
}
