import { markWords } from '../../text/word-marks.ts';
import { drawing } from '../../ui/drawing.ts';
import { icon } from '../../ui/icons.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { agesOf, lengthOf, type LessonCard } from '../library/lesson-card.ts';
import { groupLessons } from '../library/lesson-groups.ts';
import { helpNow } from '../comebacks/help-now.ts';
import type { SheetEntry } from '../handouts/sheet.ts';
import type { ToPrint } from '../handouts/to-print.ts';

/** The sheet that shows parents and carers all that pupils see of a lesson (M29). */
export const ALL_OF_IT = 'for-parents';

const ways = [
  {
    to: './comebacks/',
    name: 'What could I say?',
    about: 'For young people: replies to send, and help when a reply isn’t enough.',
  },
  { to: './help/', name: 'What would help?', about: 'What to do now, and who to talk to.' },
  {
    to: './parents/',
    name: 'For parents and carers',
    about: 'How to start talking, and what to do if something has happened.',
  },
  {
    to: './supporters/',
    name: 'For supporters',
    about: 'Words, posts and pictures for a club, a parish or a library.',
  },
] as const;

/** The first page of a site that anyone may read: the pages for home, what pupils are taught, and their paper; `forParents` are the lessons that have a page for parents. */
export function atHomePage({ lessons, school }: ToPrint, forParents: readonly string[]): Slots {
  // A site of other subjects alone has nothing of this one on its first page.
  const needsHelp = lessons.length === 0 || lessons.some(({ card }) => card.approval !== 'none');
  const main = html`<h1 tabindex="-1">Pressure online, and who can help</h1>
<p class="lead">For young people, for the people who look after them, and for everyone who would like to help. You don’t give your name here.</p>
${needsHelp ? html`<p class="at-home__first"><a class="button button--main" href="./help/#threat">Threatened? Get help now</a> <a class="button button--main" href="./help/#sent">Already sent something? Get help now</a></p>` : ''}
<ul class="ways">${ways.map(({ to, name, about }) => html`<li class="card way"><h2><a href="${to}">${name}</a></h2><p>${about}</p></li>`)}</ul>
${lessons.length === 0 ? '' : html`<section class="at-home__part" aria-labelledby="taught"><h2 id="taught">What pupils are taught</h2><p class="lead">Parents and carers may see everything that pupils see.</p>${subjects(lessons, forParents)}</section>`}
${school.length === 0 ? '' : html`<section class="at-home__part" aria-labelledby="paper"><h2 id="paper">To print</h2><ul class="papers papers--wide">${school.map(paper)}</ul></section>`}`;
  return { main: String(main), now: needsHelp ? String(helpNow('young people', {})) : '' };
}

function subjects(lessons: ToPrint['lessons'], forParents: readonly string[]): Html {
  const groups = groupLessons(lessons.map(({ card }) => card));
  return html`${groups.map(({ name, cards }) => {
    const own = cards.flatMap((card) => lessons.filter((one) => one.card === card));
    return html`<h3>${name}</h3><ul class="taught">${own.map((one) => lesson(one, forParents.includes(one.card.slug)))}</ul>`;
  })}`;
}

function lesson({ card, sheets }: ToPrint['lessons'][number], isForParents: boolean): Html {
  const { slug, title, summary, stage } = card;
  const whole = sheets.find(({ id }) => id === ALL_OF_IT);
  return html`<li class="card taught__one"><div class="taught__picture">${drawing(slug)}</div><div class="taught__words"><h4>${title}</h4>
${summary === '' ? '' : html`<p>${summary}</p>`}<ul class="facts">${facts(card, stage)}</ul>
<ul class="taught__links">${isForParents ? html`<li><a href="./parents/${slug}/">For parents: what it was about</a></li>` : ''}<li><a href="./read/${slug}/">What the class sees</a></li>${whole === undefined ? '' : html`<li><a href="./${whole.address}">${markWords(whole.title)}, on paper</a></li>`}</ul>
<details><summary>Its sheets, one by one</summary><ul class="papers">${sheets.filter((sheet) => sheet !== whole).map(paper)}</ul></details></div></li>`;
}

function facts(card: LessonCard, stage: LessonCard['stage']): Html[] {
  const length = lengthOf(card);
  return [
    ...(stage === null ? [] : [html`<li>${icon('people')}${agesOf(stage)}</li>`]),
    ...(length === '' ? [] : [html`<li>${icon('clock')}${length}</li>`]),
  ];
}

function paper({ title, about, address }: SheetEntry): Html {
  return html`<li><a href="./${address}">${markWords(title)}</a><span class="papers__about">${markWords(sentence(about))}</span></li>`;
}

// Some are a sentence and some a few words: one beside the other they all end alike.
function sentence(words: string): string {
  return words.replace(/[^.?!]$/, '$&.');
}
