import { contentNoteOf } from '../../slides/content-note.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import { slidesOf, type Lesson } from '../../lesson/lesson.ts';
import { fillWords } from '../../lesson/names.ts';
import { cares } from '../../subjects/pack.ts';
import { counted } from '../../text/counted.ts';
import { writeData, type Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { markWord, markWords } from '../../text/word-marks.ts';
import { icon, type IconName } from '../../ui/icons.ts';
import { ownSheetId } from '../handouts/own-sheet-id.ts';
import { agesOf } from '../library/lesson-card.ts';
import type { PlanFilm } from './media-state.ts';
import { watchedFilm } from './plan-film.ts';
import { lessonVersions } from './plan-versions.ts';

/** The page that asks the safeguarding lead to approve a lesson: what it is, in a minute, what is taught, to be opened, and the place of their answer. */
export function planToApprove(lesson: Lesson, film: PlanFilm | null): Slots {
  const { title } = lesson;
  const main = html`<h1>Please approve this lesson</h1>
<p class="approve-lead"><b>${title}</b>${onTheBoard(lesson)}${factsWords(lesson)}. It takes two minutes${film === null ? '' : ', or five with the film'}.</p>
<p class="advice approve-ended" id="link-ended" role="status" hidden></p>
<div class="approve"><section class="approve-read" aria-labelledby="about"><h2 id="about">${step(1)}What it is</h2>
${about(lesson, film)}
<h2 id="taught">${step(2)}What is taught</h2>${taught(lesson, film)}</section>
<div id="approve" class="approve-answer"><noscript><p class="advice">This page needs JavaScript. Allow it for this address, then load the page again.</p></noscript></div></div>`;
  return {
    title: String(html`${fillWords(title, lesson.names)} · Wholeclass`),
    reader: 'For the designated safeguarding lead (DSL) or a deputy',
    main: drawNamed(main, lesson.names),
  };
}

/** The page of a lesson that needs no approval. */
export function noApprovalNeeded(lesson: Lesson): Slots {
  const title = fillWords(lesson.title, lesson.names);
  return {
    title: String(html`${title} · Wholeclass`),
    main: String(html`<h1>This lesson needs no approval</h1>
<p class="lead">${title} can be taught as it is.</p>
<p><a class="button" href="../../lesson/${lesson.slug}/">Open the lesson</a></p>`),
  };
}

/** A lesson of the list; `why` says why its review keeps it, null where nothing does. */
type Listed = { readonly lesson: Lesson; readonly why: string | null };

/** The lessons that are approved before a class is taught them, each with a place for how that is. */
export function lessonsToApprove(lessons: readonly Listed[]): Slots {
  const row = ({ lesson, why }: Listed) =>
    html`<li class="card"><h2><a href="./${lesson.slug}/">${lesson.title}</a></h2><p>${capital(factsWords(lesson).slice(2))}</p><p data-approve="${lesson.slug}"${why === null ? '' : html` data-why="${why}"`}></p></li>`;
  return {
    title: 'Lessons to approve · Wholeclass',
    reader: 'For the designated safeguarding lead (DSL) or a deputy',
    data: writeData(null),
    main: String(html`<h1>Lessons to approve</h1>
${lessons.length === 0 ? html`<p class="lead">There is nothing to approve.</p>` : html`<p class="lead">Each is approved once a term, in two minutes.</p><ul class="approve-list">${lessons.map(row)}</ul>`}`),
  };
}

function step(n: number): Html {
  return html`<span class="approve-step" aria-hidden="true">${String(n)}</span>`;
}

function about(lesson: Lesson, film: PlanFilm | null): Html {
  const { summary } = lesson;
  const playsToEnd = lesson.filmTimes.to === null;
  const note = contentNoteOf(film && film.manifest, { ...lesson, playsToEnd });
  return html`<dl class="approve-facts"><div><dt>What is it about?</dt><dd>${summary}${note === '' ? '' : html` <b>Content note:</b> ${note}`}</dd></div>
${
  cares(lesson.subject, 'telling')
    ? html`<div><dt>What are ${markWord('pupils')} never asked?</dt><dd>Anything about their own lives. Answers carry no names, and anyone can pass.</dd></div>
<div><dt>What if someone tells the ${markWord('teacher')} something?</dt><dd>They listen, ask nothing more, promise no secrecy, look at no pictures, and tell you the same day.</dd></div>`
    : ''
}
<div><dt>What must you arrange?</dt><dd>You or a deputy in the building during the lesson, and a quiet place.</dd></div></dl>`;
}

// Two lessons may have one name on the board: the list, the page and the library call them what the teacher does.
function onTheBoard({ title, boardTitle }: Lesson): Html | '' {
  return boardTitle === '' || boardTitle === title ? '' : html` (on the board: “${boardTitle}”)`;
}

function factsWords(lesson: Lesson): string {
  const { stage, nation } = lesson;
  return [
    '',
    ...(stage === null || stage === 'adults' ? [] : [`${agesOf(stage).toLowerCase()} (${stage})`]),
    ...minutesWords(lesson),
    ...(nation === '' ? [] : [nation]),
  ].join(', ');
}

function minutesWords(lesson: Lesson): readonly string[] {
  const whole = lessonVersions(lesson).filter(({ sessions }) => sessions === 1);
  const all = whole.flatMap(({ minutes }) => minutes ?? []);
  const lengths = [...new Set(all)].toSorted((a, b) => a - b).map(String);
  if (lengths.length === 0) return [];
  const last = lengths.pop() ?? '';
  return [`${lengths.length === 0 ? last : `${lengths.join(', ')} or ${last}`} minutes`];
}

function taught(lesson: Lesson, film: PlanFilm | null): Html {
  const { slug, staff, handouts } = lesson;
  const slides = slidesOf(lesson).length;
  const { length } = staff.hardQuestions;
  return html`<ul class="approve-taught">
${film === null ? '' : film.isElsewhere === true ? place('film', `film/?film=${film.slug}`, ['The film', `${minutesOf(film)}: choose its file there`]) : html`<li><button type="button" data-watch="${JSON.stringify(watchedFilm(film))}">${face('film', 'Watch the film', minutesOf(film))}</button></li>`}
${place('screen', `read/${slug}/`, ['Slides', counted(slides, 'slide')])}
${place('book', `lesson/${slug}/#lesson-plan`, ['Plan and notes', 'for the teacher'])}
${length === 0 ? '' : place('info', `lesson/${slug}/#hard-questions`, ['Hard questions', `${length}, with answers`])}
${place('sheet', `print/?lesson=${slug}`, ['Handouts', 'to print'])}
${handouts.map(({ title }, at) => place('sheet', `print/${slug}/${ownSheetId(at + 1)}/`, [markWords(title), 'a handout of its own']))}</ul>`;
}

type Face = readonly [words: string | Html, more: string];

function place(name: IconName, address: string, [words, more]: Face): Html {
  // In a tab of its own: what is ticked on this page stays.
  return html`<li><a href="../../${address}" target="_blank">${face(name, words, more)}<span class="unseen">, opens in a new tab</span></a></li>`;
}

function face(name: IconName, words: string | Html, more: string): Html {
  return html`${icon(name)}<span><b>${words}</b> <span>${more}</span></span>`;
}

function minutesOf({ manifest }: PlanFilm): string {
  const minutes = Math.round(manifest.length / 30) / 2;
  return minutes < 1 ? 'under a minute' : `${String(minutes).replace('.5', '½')} minutes`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
