import { audienceOf, slidesOf, type Lesson, type ReadLesson } from '../../lesson/lesson.ts';
import { needsApproval } from '../../subjects/pack.ts';
import { sourceWords } from '../notes/source-words.ts';
import { icon } from '../../ui/icons.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import { fillWords } from '../../lesson/names.ts';
import type { Slots } from '../../text/fill-page.ts';
import { dayWords } from '../../text/day.ts';
import { isEmpty } from '../../document/nodes.ts';
import { html, type Html } from '../../text/html.ts';
import { listWords } from '../../text/list-words.ts';
import { footData, lessonEdition } from '../handouts/edition.ts';
import type { LessonReview } from '../board/deck.ts';
import { agesOf } from '../library/lesson-card.ts';
import { notACoverLesson } from './not-a-cover-lesson.ts';
import { keepOffline, planActions, planMore, type AtHome, type Whose } from './plan-actions.ts';
import { planBefore } from './plan-before.ts';
import { planBlocks } from './plan-blocks.ts';
import { ableTitle, ableTo, planList, planWords } from './plan-lists.ts';
import { planNames } from './plan-names.ts';
import { planCuts } from './plan-cuts.ts';
import { planReview } from './plan-review.ts';
import { planAdapting, planHardQuestions } from './plan-staff.ts';
import type { MediaState, PlanFilm } from './media-state.ts';
import { filmState, planPicture } from './plan-film.ts';
import { planFold } from './plan-fold.ts';
import { checksAbout, planReady, readyLine } from './plan-ready.ts';
import { planSlides } from './plan-slides.ts';
import { planVersions } from './plan-versions.ts';
import { report } from './plan-report.ts';
import { timeline } from './timeline.ts';

/** Whose a lesson is, and how its review is where the program knows. */
type PlanOf = {
  readonly whose: Whose;
  readonly review: LessonReview | null;
  readonly atHome: AtHome | null;
};

/** The lesson's page for the teacher: what it is, the way into it, whether it is ready, and the whole plan with its notes. */
export function planPage(
  read: ReadLesson,
  media: MediaState,
  { whose = 'shipped', review = null, atHome = null }: Partial<PlanOf> = {},
): Slots {
  const { lesson } = read;
  const hasSlides = slidesOf(lesson).length > 0;
  // Where a lesson has errors, the page does not urge anyone to teach it.
  const isSound = !read.problems.some(({ severity }) => severity === 'error');
  const before = planBefore({
    ...lesson,
    approval: lesson.subject.pack.approval,
    review,
    first: readyLine(read, media),
  });
  const main = html`<div class="plan-page"><div class="plan-page__main">
${head(lesson, media.film)}${todayBar(lesson)}
${isSound ? '' : checks(read, media, true)}${hasSlides ? html`${planPicture(lesson, media.film)}${planSlides(lesson)}` : ''}
${planList('What you need', lesson.resources, { kind: 'plan-need' })}
${folds(read, media, isSound)}</div>
<aside class="plan-side" aria-label="Choose and teach"><div class="card plan-teach">
${hasSlides ? html`${planVersions(lesson)}${planActions(lesson, isSound)}` : noSlides()}
${`${before}` === '' ? '' : html`<section aria-labelledby="before"><h2 id="before">Before you teach</h2>${before}</section>`}</div>
${hasSlides ? html`${planMore(lesson, { hasFilm: media.film !== null, atHome, whose })}${isOfSite(whose) ? keepOffline(lesson) : ''}` : ''}
${needsApproval(lesson.subject) ? coverAdvice(lesson) : ''}${planList(ableTitle(lesson), lesson.objectives.map(ableTo), { kind: 'plan-able' })}</aside></div>`;
  return {
    title: String(
      html`${fillWords(lesson.boardTitle || 'Lesson plan', lesson.names)} · Wholeclass`,
    ),
    main: drawNamed(main, lesson.names),
  };
}

function folds(read: ReadLesson, media: MediaState, isSound: boolean): Html {
  const { lesson } = read;
  const { hardQuestions, alternativeTask, adaptations, grouping } = lesson.staff;
  const names = Object.values(lesson.names);
  const adapting = [
    ...(isEmpty(adaptations) ? [] : ['adaptations']),
    ...(isEmpty(alternativeTask) ? [] : ['the other task']),
    ...(isEmpty(grouping) ? [] : ['groups']),
  ];
  return html`<div class="plan-folds">${planFold({
    id: 'lesson-plan',
    title: 'Lesson plan',
    about: 'timings, key words, every slide with your notes',
    inside: [
      timeline(lesson),
      planCuts(lesson),
      planWords(lesson, { level: 3 }),
      planBlocks(lesson),
    ],
  })}${planFold({
    id: 'hard-questions',
    title: 'Hard questions',
    about: `${hardQuestions.length}, with what to say`,
    inside: [planHardQuestions(lesson)],
  })}${planFold({
    id: 'adapting',
    title: 'Adapting this lesson',
    about: adapting.join(', '),
    inside: [planAdapting(lesson)],
  })}${planFold({
    id: 'film-and-names',
    title: names.length === 0 ? 'Film' : lesson.films.length === 0 ? 'Names' : 'Film and names',
    about: [
      ...(lesson.films.length === 0 ? [] : ['how it stops, your own film']),
      ...(names.length === 0 ? [] : [`change ${listWords(names.slice(0, 2))}`]),
    ].join(', '),
    inside: [filmState(lesson, media), planNames(lesson)],
  })}${planFold({
    id: 'sources',
    title: 'Curriculum, law and sources',
    about: lesson.reviewed === null ? '' : `checked on ${dayWords(lesson.reviewed)}`,
    inside: [
      planList('Curriculum', lesson.references, { level: 3 }),
      planList('Sources', lesson.sources.map(sourceWords), { kind: 'plan-apart', level: 3 }),
      reviewed(lesson),
      planReview(lesson),
    ],
  })}${isSound ? checks(read, media) : ''}</div>`;
}

// Errors come before everything else, and are not folded.
function checks(read: ReadLesson, media: MediaState, isOpen = false): Html | '' {
  return planFold({
    id: 'checks',
    title: 'Checks',
    about: checksAbout(read),
    inside: [planReady(read, media), report(read)],
    isOpen,
  });
}

// What is hidden for today; shown by script where anything is.
function todayBar({ slug }: Lesson): Html {
  return html`<div class="plan-today" data-today="${slug}" hidden><p role="status"></p><button class="button" type="button" data-all>Show everything</button></div>`;
}

function head(lesson: Lesson, film: PlanFilm | null): Html {
  const { title, boardTitle, summary, stage } = lesson;
  const ages =
    stage === null
      ? ''
      : html` <span aria-hidden="true">›</span> ${stage === 'adults' ? 'Adults' : agesOf(stage)}`;
  const own =
    boardTitle === '' || boardTitle === title
      ? ''
      : html` <span aria-hidden="true">›</span> ${title}`;
  return html`<div class="plan-head"><p class="plan-crumbs"><a href="../../">Lessons</a>${ages}${own}</p>
<h1>${boardTitle || title}</h1>
${summary && html`<p class="lead">${summary}</p>`}
<ul class="facts plan-facts">${facts(lesson, film)}</ul></div>`;
}

function facts(lesson: Lesson, film: PlanFilm | null): Html[] {
  const { subject, nation } = lesson;
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
    ...(subject.chip === null
      ? []
      : [fact('book', nation === '' ? subject.chip : `${subject.chip}, ${nation}`)]),
    ...(film ? [fact('film', `Film, ${minutesWords(film.manifest.length)}`)] : []),
    fact('hand', 'No devices needed'),
    ...(nation !== '' && subject.chip === null ? [fact('book', `Written for ${nation}`)] : []),
    html`<li data-draft${lesson.isDraft ? '' : ' hidden'}>${icon('list')}A draft: not in the library</li>`,
  ];
}

function minutesWords(seconds: number): string {
  const halves = Math.round(seconds / 30);
  const [whole, half] = [Math.floor(halves / 2), halves % 2 === 1 ? '½' : ''];
  return halves < 2 ? 'under a minute' : `${whole}${half} ${halves === 2 ? 'minute' : 'minutes'}`;
}

function noSlides(): Html {
  return html`<p class="advice plan-actions">There is nothing to teach from yet: the plan has no slides. Start one with a heading, such as “#&nbsp;A calm title”.</p>`;
}

function coverAdvice(lesson: Lesson): Html {
  const { title, words } = notACoverLesson(lesson);
  const worded =
    lesson.setting === 'youth work' && audienceOf(lesson) === 'pupils' ? '' : html` data-said`;
  return html`<section class="advice"${worded}><h2>${title}</h2>
${words}</section>`;
}

function reviewed({ reviewed: day, subject }: Lesson): Html | '' {
  if (day === null && !needsApproval(subject)) return '';
  const what = needsApproval(subject) ? 'Its law and guidance were last' : 'Last';
  return html`<p class="plan-reviewed" ${footData('Lesson plan', lessonEdition({ reviewed: day }))}>${day ? html`${what} checked on <time datetime="${day}">${dayWords(day)}</time>.` : 'No review date is given.'}</p>`;
}

// What lives in this browser is here without a network anyway, and the site has no list of it.
function isOfSite(whose: Whose): boolean {
  return whose === 'own' || whose === 'shipped';
}
