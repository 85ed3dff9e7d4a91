import { wording } from '../../../ui/wording.view.ts';
import { hasMarginBoxes } from '../../../outputs/handouts/margin-boxes.view.ts';
import { hasBlankBack, type PileItem } from '../../../outputs/handouts/pile.ts';
import { paperSizes } from '../../../outputs/handouts/sheet.ts';
import type { PaperStyle } from '../../../outputs/handouts/paper-look.ts';
import { areaOf, fillFlow, PAGE_GAP, paperOf } from './count-pages.view.ts';
import { pagesKey, type PageCounts } from './leaves.ts';
import { pageOf, pageRuleFor } from './page-rules.view.ts';
import type { MadeSheet } from './sheets-here.view.ts';

/** What is laid into this page to be printed: the sheets with their copies, on one side of the paper or on both, and how many pages each takes. */
export type PileHere = {
  readonly items: readonly Pick<PileItem, 'id' | 'style' | 'copies' | 'oneSided'>[];
  readonly bothSides: boolean;
  readonly made: readonly MadeSheet[];
  readonly pages: PageCounts;
};

const feet = new CSSStyleSheet();
const hasFeet = hasMarginBoxes();
const BLANK = 'blank-side';
/** A page is this much lower than its place on the paper, in millimetres, so that no part of a pixel starts another one. */
const SPARE = 0.3;
/** What office printers leave white, in millimetres. */
const EDGE = 6;

/** Lays the chosen sheets into the page, every copy, page by page in their order: what this page prints. Each copy has its own words and page numbers in its feet; for both sides it starts a new piece of paper, and what is cut apart has a blank back. */
export function layPile(place: HTMLElement, { items, bothSides, made, pages }: PileHere): void {
  const rules = Object.keys(paperSizes).map(
    (paper) => `@page ${BLANK}-${paper} { size: ${paper} portrait; margin: 0; }`,
  );
  const pile = document.createDocumentFragment();
  for (const [at, { id, style, copies, oneSided }] of items.entries()) {
    const sheet = made.find((one) => one.id === id);
    const [first] = sheet?.paper ?? [];
    if (sheet === undefined || first === undefined) continue;
    const paper = paperOf(first);
    const all = { pages: pages.get(pagesKey({ id, style })) ?? 1, oneSided };
    const ones = Array.from({ length: all.pages }, (_, page) => ({
      page: page + 1,
      pages: all.pages,
      name: `sheet-${at}-${page}`,
    }));
    const each = ones.map((one) => pagePart({ sheet, style }, one));
    rules.push(...each.map(({ rule }) => rule));
    for (let copy = 0; copy < copies; copy += 1) {
      for (const [page, { part }] of each.entries()) {
        pile.append(copy === 0 ? part : part.cloneNode(true));
        if (bothSides && hasBlankBack(page, all)) {
          pile.append(newPart('pile-part pile-part--blank', `${BLANK}-${paper}`));
        }
      }
    }
  }
  feet.replaceSync(rules.join('\n'));
  if (!document.adoptedStyleSheets.includes(feet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, feet];
  }
  place.replaceChildren(pile);
}

type OnePage = { readonly page: number; readonly pages: number; readonly name: string };

function ruleOf(first: HTMLElement, { page, pages, name }: OnePage): string {
  const rule = pageOf(first);
  const { foot = '', edition = '' } = first.dataset;
  if (rule.text === '') return `@page ${name} { margin: ${rule.margin}; }`;
  if (hasFeet) {
    return pageRuleFor(rule, name, { words: { foot: wording(foot), edition }, page, pages });
  }
  const { top, right, left } = areaOf(first);
  return `@page ${name} { size: ${paperOf(first)} portrait; margin: ${top}mm ${right}mm ${EDGE}mm ${left}mm; }`;
}

// Where a browser prints no feet of its own, the foot stands on the page, in place of its margin.
function footPart(
  { dataset: { foot = '', edition = '' } }: HTMLElement,
  { page, pages }: OnePage,
): HTMLElement {
  const part = document.createElement('p');
  part.className = 'pile-foot';
  const words = document.createElement('span');
  words.append(wording(foot), document.createElement('br'), edition);
  const number = document.createElement('span');
  number.textContent = `page ${page} of ${pages}`;
  part.append(words, number);
  return part;
}

function newPart(kind: string, page: string): HTMLElement {
  const part = document.createElement('div');
  part.className = kind;
  part.style.setProperty('page', page);
  return part;
}

// A window on one page of the flow of all of them: then as many come out as were counted, wherever a browser would have begun another.
function pagePart(
  { sheet, style }: { readonly sheet: MadeSheet; readonly style: PaperStyle },
  one: OnePage,
): { readonly part: HTMLElement; readonly rule: string } {
  const part = newPart('pile-part paper-look', one.name);
  part.dataset['style'] = style;
  const seen = document.createElement('div');
  const flow = document.createElement('div');
  seen.className = 'pile-page';
  flow.className = 'paper desk-paper__flow';
  seen.append(flow);
  part.append(seen);
  fillFlow(flow, sheet);
  const first = flow.querySelector<HTMLElement>('.sheet');
  if (first === null) return { part, rule: '' };
  const { width, height, bottom, wide } = areaOf(first);
  seen.style.width = `${width}mm`;
  seen.style.height = `${height - SPARE}mm`;
  flow.style.margin = '0';
  flow.style.translate = `${(1 - one.page) * (wide + PAGE_GAP)}mm 0`;
  if (!hasFeet && first.dataset['foot'] !== undefined) {
    part.style.height = `${height + bottom - EDGE - SPARE}mm`;
    part.append(footPart(first, one));
  }
  return { part, rule: ruleOf(first, one) };
}
