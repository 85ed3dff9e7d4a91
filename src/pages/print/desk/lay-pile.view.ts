import type { PileItem } from '../../../handout/pile.ts';
import { pageOf, pageRuleFor } from './page-rules.view.ts';
import type { MadeSheet } from './sheets-here.view.ts';

const feet = new CSSStyleSheet();

/** Lays the chosen sheets into the page, every copy, in their order: what this page prints. Each keeps its own page and its own words in the foot; the numbers are the pile’s. */
export function layPile(place: HTMLElement, items: readonly Pick<PileItem, 'id' | 'copies'>[], made: readonly MadeSheet[]): void {
  const rules: string[] = [];
  const pile = document.createDocumentFragment();
  for (const [at, { id, copies }] of items.entries()) {
    const paper = made.find((one) => one.id === id)?.paper ?? [];
    const first = paper[0];
    if (first === undefined) continue;
    const page = pageOf(first);
    const { foot = '', edition = '' } = first.dataset;
    if (page.text !== '') rules.push(pageRuleFor(page, `sheet-${at}`, { foot, edition }), `.pile-${at} { page: sheet-${at}; }`);
    for (let copy = 0; copy < copies; copy += 1) {
      const part = document.createElement('div');
      part.className = `pile-part pile-${at}`;
      part.append(...paper.map((sheet) => sheet.cloneNode(true)));
      pile.append(part);
    }
  }
  feet.replaceSync(rules.join('\n'));
  if (!document.adoptedStyleSheets.includes(feet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, feet];
  place.replaceChildren(pile);
}
