import { markWord, markWords } from '../../text/word-marks.ts';
import { allCuts } from '../../lesson/cuts.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { agesOf, coreMinutes, lengthOf } from '../library/lesson-card.ts';
import { footData, OUR_WORDS, sheetTitle } from './edition.ts';
import { ofTheLesson } from './lesson-parts.ts';
import { printBar } from './print-bar.ts';
import { writeLines } from './write-on.ts';

/** The notice to the safeguarding lead and IT, before the day: which class, when, how many at once, who covers. One page; what the school has told is filled in by its page. */
export function noticePage(lesson: Lesson): Slots {
  const { title, boardTitle, stage, objectives } = lesson;
  const length = lengthOf({ minutes: lesson.minutes, coreMinutes: coreMinutes(lesson) });
  const facts = [stage ? (stage === 'adults' ? 'Adults' : agesOf(stage)) : '', length]
    .filter((fact) => fact !== '')
    .join(', ');
  const main = html`${printBar('One page, A4, for the safeguarding lead and IT, some days before the lesson. What “{Your school}” holds is filled in.')}
<article class="sheet sheet--work sheet--form" data-letter data-said ${footData('Notice before a lesson', OUR_WORDS)}>
<h1 class="sheet__title">A lesson is coming</h1>
<p class="sheet__note">To the safeguarding lead, and to IT. No ${markWord('pupil')}’s name goes on this sheet.</p>
<div class="form-grid">${line('School', 'name')}${line('Lead', 'lead')}${line('How to reach them', 'reach')}${line('Deputies', 'deputies')}</div>
<section class="sheet__part">${ofTheLesson(html`<h2>${title}</h2><p>${facts}${facts && boardTitle ? '. ' : ''}${boardTitle && boardTitle !== title ? html`On the board: “${boardTitle}”.` : ''}</p>
${objectives.length === 0 ? '' : html`<ul class="form-list">${objectives.map((one) => html`<li>${one}</li>`)}</ul>`}`)}</section>
<section class="sheet__part"><h2>Which ${markWord('class')}, and when</h2>
<div class="form-grid">${line(markWord('Class'))}${line('Date')}${line('Room')}${line('Time')}${line(markWord('Teacher'))}${line('Follow-up on')}</div></section>
<section class="sheet__part"><h2>To settle before then</h2>
${line(html`How many ${markWord('classes')} teach it at the same time?`)}${line('Who covers for the lead meanwhile?', 'cover')}${line('Quiet place', 'quietPlace')}
<ul class="sheet__options">${['The lead or a deputy is in the building all through it', 'The lead has told the {teacher}, face to face, who may find this hard', 'IT knows: filters and monitoring may send alerts about its words', 'Parents and carers have been told, and where they can see everything', 'It has to move to another day'].map(box)}</ul></section>
<p class="sheet__note">Guidance in force: <span data-school="editions">as the policy names it</span>.<span data-school="local" data-before=" Local contacts: "></span></p>
</article>`;
  return {
    title: sheetTitle('Notice before a lesson', lesson),
    main: drawNamed(main, lesson.names),
  };
}

/** The delivery note, filled in by hand after the lesson: the only record there is, and on paper. */
export function deliveryNotePage(lesson: Lesson): Slots {
  const ways = allCuts(lesson).flatMap(({ name, sessions }) =>
    sessions.length === 1 ? [name] : sessions.map((_, at) => `${name}: ${at + 1}`),
  );
  const main = html`${printBar('One page, A4, blank: the record of the lesson. It is kept on paper, where {your school} keeps its plans.')}
<article class="sheet sheet--work sheet--form" data-said ${footData('Lesson record', OUR_WORDS)}>
<h1 class="sheet__title">Lesson record</h1>
<p class="sheet__note">${ofTheLesson(html`${lesson.title}`)}. A worry about someone goes to the safeguarding lead on the proper form, and not on this sheet.</p>
<div class="form-grid">${line('School', 'name')}${line('Date')}${line(markWord('Class'))}${line(markWord('Teacher'))}</div>
<section class="sheet__part"><h2>Version</h2><ul class="sheet__options form-columns">${ways.slice(0, 8).map((name) => box(name.slice(0, 1).toUpperCase() + name.slice(1)))}</ul></section>
${lines('What was left out', 3)}${lines('To follow up: what, who, by when', 4)}${lines('Who missed the help card, and who hands it on', 2)}
<section class="sheet__part"><h2>Handed over</h2><ul class="sheet__options">${['The question box, sorted', 'Notes marked “safeguarding lead first”, on the same day', 'Nothing to hand over'].map(box)}</ul>
<div class="form-grid">${line('The box is at', 'boxPlace')}${line('Next lesson on')}</div></section>
</article>`;
  return { title: sheetTitle('Lesson record', lesson), main: drawNamed(main, lesson.names) };
}

/** A line to write on; `field` is what of the school’s data fills it. */
function line(label: string | Html, field = ''): Html {
  return html`<p class="write-on"><b>${label}</b> <span data-school="${field}"></span></p>`;
}

function box(words: string): Html {
  return html`<li><span class="sheet__box"></span>${markWords(words)}</li>`;
}

function lines(title: string, count: number): Html {
  return html`<section class="sheet__part"><h2>${title}</h2>${writeLines(count)}</section>`;
}
