import { icon } from '../look/icons.ts';
import type { Slots } from '../text/fill-page.ts';
import { html, type Html } from '../text/html.ts';
import { agesOf, type LessonCard } from './lesson-card.ts';
import type { SheetEntry } from './sheet.ts';

/** What there is to print: each lesson with its own sheets, and what is the same for the whole school. */
export type ToPrint = {
  readonly lessons: readonly { readonly card: LessonCard; readonly sheets: readonly SheetEntry[] }[];
  readonly school: readonly SheetEntry[];
};

/** The page that lists everything to print: what is for every class first, then each lesson’s own sheets. */
export function printList({ lessons, school }: ToPrint): Slots {
  const main = html`<h1>What do you want on paper?</h1>
<p class="lead">Black on white, A4, from any printer. No sheet has a line for a name.</p>
<section class="print-group"><h2>For every class</h2><ul class="print-sheets">${school.map(sheet)}</ul></section>
${lessons.filter(({ card }) => card.opens).map(lessonSheets)}`;
  return { title: 'Print · Wholeclass', main: String(main) };
}

function lessonSheets({ card: { title, stage }, sheets }: ToPrint['lessons'][number]): Html {
  return html`<section class="print-group"><h2>${title}</h2>${stage === null ? '' : html`<p class="print-group__ages">${agesOf(stage)}</p>`}
<ul class="print-sheets">${sheets.map(sheet)}</ul></section>`;
}

function sheet({ title, address, about }: SheetEntry): Html {
  return html`<li><a class="card print-sheet" href="../${address}">${icon('print')}<span><b>${title}</b><span>${about}</span></span></a></li>`;
}
