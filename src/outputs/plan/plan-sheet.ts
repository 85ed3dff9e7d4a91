import { draw } from '../../document/to-html.ts';
import { isEmpty } from '../../document/nodes.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import type { Block, Lesson } from '../../lesson/lesson.ts';
import { needsApproval } from '../../subjects/pack.ts';
import { dayWords } from '../../text/day.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { footData, lessonEdition, sheetTitle } from '../handouts/edition.ts';
import { printBar } from '../handouts/print-bar.ts';
import { agesOf, sumMinutes } from '../library/lesson-card.ts';
import { notACoverLesson } from './not-a-cover-lesson.ts';
import { cutsTable } from './plan-cuts.ts';
import { ableTitle, ableTo } from './plan-lists.ts';

/** The plan as a sheet of paper on both sides: for the desk, and for a colleague who takes the lesson over. What a teacher says slide by slide is on “My notes”. */
export function planSheetPage(lesson: Lesson, film: { readonly length: number } | null): Slots {
  const { slug, title, boardTitle, summary, names, resources, objectives } = lesson;
  const main = html`${printBar('The plan on both sides of one sheet, A4: times, what to have ready, what to know. Notes slide by slide are on “My notes”.')}
<article class="sheet sheet--work sheet--handout sheet--plan" data-lesson="${slug}" data-names="${JSON.stringify(names)}" data-follows ${footData(`Lesson plan: ${boardTitle}`, lessonEdition(lesson))}>
<h1>${boardTitle || title}</h1>
${summary && html`<p>${summary}</p>`}<p><b>${factsOf(lesson, film)}</b></p><p data-today-words hidden></p>
<div class="plan-pair"><div>${part('Timings', times(lesson.blocks))}</div><div>${part('What you need', list(resources))}${part(ableTitle(lesson), list(objectives.map(ableTo)))}</div></div>
${part('Versions', cutsTable(lesson), ' plan-versions')}${needsApproval(lesson.subject) ? cover(lesson) : ''}
${part('Adaptations', isEmpty(lesson.staff.adaptations) ? '' : draw(lesson.staff.adaptations))}
${part('Curriculum', list(lesson.references))}${review(lesson)}
</article>`;
  return { title: sheetTitle('Lesson plan', lesson), main: drawNamed(main, names) };
}

function factsOf(lesson: Lesson, film: { readonly length: number } | null): string {
  const { stage, subject, nation } = lesson;
  return [
    stage === null ? '' : stage === 'adults' ? 'Adults' : `${agesOf(stage)} (${stage})`,
    [subject.chip, nation].filter(Boolean).join(', '),
    film === null ? '' : `film of ${Math.max(1, Math.round(film.length / 60))} min`,
    'no devices needed',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function part(title: string, inside: Html | '', kind = ''): Html | '' {
  return inside === ''
    ? ''
    : html`<section class="plan-part${kind}"><h2>${title}</h2>${inside}</section>`;
}

function list(items: readonly string[]): Html | '' {
  return items.length === 0 ? '' : html`<ul>${items.map((one) => html`<li>${one}</li>`)}</ul>`;
}

// Named by its block, so that what is left out today is left out on paper.
function times(blocks: readonly Block[]): Html | '' {
  if (blocks.length === 0) return '';
  const core = sumMinutes(blocks.filter(({ optional }) => !optional));
  const whole = sumMinutes(blocks);
  const sum =
    whole === null
      ? ''
      : html`<p class="plan-sum">In all ${whole} min${core === null || core === whole ? '' : html`, ${core} without the optional parts`}.</p>`;
  return html`<table class="plan-times"><thead><tr><th scope="col">Part</th><th scope="col">Minutes</th></tr></thead>
<tbody>${blocks.map(({ id, title, minutes, optional }) => html`<tr data-block="${id}"><th scope="row">${title}${optional ? ' (optional)' : ''}</th><td>${minutes === null ? 'not timed' : html`<span data-minutes>${minutes}</span>`}</td></tr>`)}</tbody></table>${sum}`;
}

function cover(lesson: Lesson): Html {
  const { title, words } = notACoverLesson(lesson);
  return html`<section class="plan-part" data-said><h2>${title}</h2>${words}</section>`;
}

function review({ reviewed, reviewedBy, subject }: Lesson): Html | '' {
  if (!needsApproval(subject) && reviewed === null && reviewedBy.length === 0) return '';
  const by =
    reviewedBy.length === 0
      ? 'Reviewed by: ______________'
      : `Reviewed by: ${reviewedBy.join('; ')}`;
  return html`<p class="plan-review">${by}${reviewed === null ? '' : html`. ${needsApproval(subject) ? 'Its law and guidance were last checked' : 'Last checked'} on ${dayWords(reviewed)}.`}</p>`;
}
