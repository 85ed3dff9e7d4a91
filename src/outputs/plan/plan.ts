import { markWord } from '../../text/word-marks.ts';
import { audienceOf, slidesOf, type Lesson, type ReadLesson } from '../../lesson/lesson.ts';
import { needsApproval } from '../../subjects/pack.ts';
import { sourceWords } from '../notes/source-words.ts';
import { term } from '../../help/terms.ts';
import { drawing } from '../../ui/drawing.ts';
import { icon } from '../../ui/icons.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import { fillWords } from '../../lesson/names.ts';
import type { Slots } from '../../text/fill-page.ts';
import { dayWords } from '../../text/day.ts';
import { html, type Html } from '../../text/html.ts';
import { footData, lessonEdition } from '../handouts/edition.ts';
import type { LessonReview } from '../board/deck.ts';
import { agesOf, coreMinutes, lengthOf } from '../library/lesson-card.ts';
import { planActions } from './plan-actions.ts';
import { planBefore } from './plan-before.ts';
import { planBlocks } from './plan-blocks.ts';
import { planList, planWords } from './plan-lists.ts';
import { planNames } from './plan-names.ts';
import { planCuts } from './plan-cuts.ts';
import { planReview } from './plan-review.ts';
import { planStaff } from './plan-staff.ts';
import type { MediaState, PlanFilm } from './media-state.ts';
import { filmState } from './plan-film.ts';
import { planReady } from './plan-ready.ts';
import { report } from './plan-report.ts';
import { timeline } from './timeline.ts';

/** Whose a lesson is, and how its review is where the program knows. */
type PlanOf = { readonly whose: 'own' | 'shipped'; readonly review: LessonReview | null };

/** The lesson's page for the teacher: what it is, the way into it, whether it is ready, and the whole plan with its notes. */
export function planPage(
  read: ReadLesson,
  media: MediaState,
  { whose = 'shipped', review = null }: Partial<PlanOf> = {},
): Slots {
  const { lesson } = read;
  const { film } = media;
  const main = html`${head(read, { film, whose, review })}${todayBar(lesson)}${planReady(read, media)}${report(read)}${lesson.blocks.length === 0 ? '' : body(lesson, media)}`;
  return {
    title: String(
      html`${fillWords(lesson.boardTitle || 'Lesson plan', lesson.names)} · Wholeclass`,
    ),
    main: drawNamed(main, lesson.names),
  };
}

function body(lesson: Lesson, media: MediaState): Html {
  return html`<div class="plan-columns">
<div class="plan-times">${timeline(lesson)}${planCuts(lesson)}</div>
<aside class="plan-side" aria-label="About this lesson">${planList('What you need', lesson.resources)}${planList('Objectives', lesson.objectives)}
${needsApproval(lesson.subject) ? notACoverLesson(lesson) : ''}${planNames(lesson)}${filmState(lesson, media)}
${planWords(lesson)}${planList('Curriculum', lesson.references)}${planList('Sources', lesson.sources.map(sourceWords), 'plan-apart')}${reviewed(lesson)}</aside>
<div class="plan-wide">${planBlocks(lesson)}${planStaff(lesson)}${planReview(lesson)}</div>
</div>`;
}

// What is chosen for today, said on top; shown by script where anything is.
function todayBar({ slug }: Lesson): Html {
  return html`<div class="plan-today" data-today="${slug}" hidden><p role="status"></p><button class="button" type="button" data-all>Teach all of it</button></div>`;
}

type HeadParts = PlanOf & { readonly film: PlanFilm | null };

function head({ lesson, problems }: ReadLesson, { film, whose, review }: HeadParts): Html {
  // Where a lesson has errors, the page does not urge anyone to teach it.
  const isSound = !problems.some(({ severity }) => severity === 'error');
  const { slug, title, boardTitle, summary } = lesson;
  return html`<div class="plan-head"><div>
<h1>${title}</h1>
${boardTitle && html`<p class="lead">On the board: “${boardTitle}”</p>`}
${summary && html`<p class="plan-summary">${summary}</p>`}
<ul class="facts plan-facts">${facts(lesson, film)}</ul>
${slidesOf(lesson).length > 0 ? planActions(lesson, { isSound, hasFilm: film !== null, whose }) : noSlides()}${planBefore({ ...lesson, approval: lesson.subject.pack.approval, review })}
</div><div class="plan-picture">${drawing(slug)}</div></div>`;
}

function facts(lesson: Lesson, film: PlanFilm | null): Html[] {
  const length = lengthOf({ minutes: lesson.minutes, coreMinutes: coreMinutes(lesson) });
  const fact = (name: Parameters<typeof icon>[0], words: string) =>
    html`<li>${icon(name)}${words}</li>`;
  return [
    ...(lesson.stage
      ? [
          fact(
            'people',
            lesson.stage === 'adults' ? 'Adults' : `${agesOf(lesson.stage)} (${lesson.stage})`,
          ),
        ]
      : []),
    ...(length ? [html`<li>${icon('clock')}<span data-length>${length}</span></li>`] : []),
    ...(film ? [fact('film', film.manifest.title)] : []),
    fact('hand', 'No devices needed'),
    ...(lesson.nation ? [fact('book', `Written for ${lesson.nation}`)] : []),
    ...(lesson.isDraft ? [fact('list', 'A draft: not in the library')] : []),
  ];
}

function noSlides(): Html {
  return html`<p class="advice plan-actions">There is nothing to teach from yet: the plan has no slides. Start one with a heading, such as “# A calm title”.</p>`;
}

function notACoverLesson(lesson: Lesson): Html {
  const lead = term('lead', 'adults');
  if (audienceOf(lesson) === 'adults') {
    return html`<section class="advice" data-said><h2>Held by somebody who knows it</h2>
<p>Whoever holds it has read it through, knows what ${markWord('pupils')} will be taught, and can stay behind afterwards. If that is not you, ask ${lead}, or move it to another day.</p>
<p>Tell ${lead} when it is: they, or a deputy, should be there or easy to reach.</p></section>`;
  }
  if (lesson.setting === 'youth work') {
    return html`<section class="advice"><h2>Led by somebody they know</h2>
<p>If you cannot lead it, swap with a leader who knows this group, or move it to another day. You may ask not to lead this.</p>
<p>Before the day, tell ${lead} which group it is and when.</p></section>`;
  }
  return html`<section class="advice" data-said><h2>Not a cover lesson</h2>
<p>${markWord('Pupils')} should have someone they know. If you cannot teach it, swap with a colleague who knows this ${markWord('class')}, or move it to another day. You may ask not to teach this.</p>
    <p>Before the day, tell ${lead} which ${markWord('class')} it is and when.</p></section>`;
}

function reviewed({ reviewed: day, subject }: Lesson): Html | '' {
  if (day === null && !needsApproval(subject)) return '';
  const what = needsApproval(subject) ? 'Its law and guidance were last' : 'Last';
  return html`<p class="plan-reviewed" ${footData('Lesson plan', lessonEdition({ reviewed: day }))}>${day ? html`${what} looked through on <time datetime="${day}">${dayWords(day)}</time>.` : 'No review date is given.'}</p>`;
}
