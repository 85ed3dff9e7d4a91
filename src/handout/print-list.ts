import { icon } from '../look/icons.ts';
import type { Slots } from '../text/fill-page.ts';
import { html, type Html } from '../text/html.ts';
import { helpCardAddress } from './help-card.ts';
import { agesOf, type LessonCard } from './lesson-card.ts';

type Sheet = { readonly name: string; readonly address: string; readonly about: string };

/** The page that lists everything to print: help cards first, then each lesson's own sheets. */
export function printList(cards: readonly LessonCard[]): Slots {
  const main = html`<h1>What do you want on paper?</h1>
<p class="lead">Black on white, A4, from any printer. No sheet has a line for a name.</p>
<section class="print-group"><h2>For every class</h2><ul class="print-sheets">${[
    sheet({ name: 'Help cards, ages 9–11', address: helpCardAddress('KS2'), about: 'One page, to cut into eight' }),
    sheet({ name: 'Help cards, ages 11–18', address: helpCardAddress('KS3'), about: 'One page, to cut into eight' }),
  ]}</ul></section>
${cards.filter(({ opens }) => opens).map(lessonSheets)}`;
  return { title: 'Print · Wholeclass', main: String(main) };
}

function lessonSheets({ slug, title, stage, film }: LessonCard): Html {
  return html`<section class="print-group"><h2>${title}</h2>${stage === null ? '' : html`<p class="print-group__ages">${agesOf(stage)}</p>`}
<ul class="print-sheets">${sheet({ name: 'Worksheet', address: `print/${slug}/worksheet/`, about: 'Both sides of one page, one for each pupil' })}
${film === null ? '' : sheet({ name: 'The film in words', address: `print/${slug}/transcript/`, about: 'To read in place of watching it; its stops are marked' })}
${sheet({ name: 'Notice before the lesson', address: `print/${slug}/notice/`, about: 'For the safeguarding lead and IT, one page' })}
${sheet({ name: 'Delivery note', address: `print/${slug}/delivery-note/`, about: 'Blank, one page: the record, on paper' })}
${sheet({ name: 'My notes', address: `print/${slug}/notes/`, about: 'For you: slide by slide, to read standing' })}
${sheet({ name: 'Lesson plan', address: `lesson/${slug}/`, about: 'For you, on two pages: print it from its page' })}</ul></section>`;
}

function sheet({ name, address, about }: Sheet): Html {
  return html`<li><a class="card print-sheet" href="../${address}">${icon('print')}<span><b>${name}</b><span>${about}</span></span></a></li>`;
}
