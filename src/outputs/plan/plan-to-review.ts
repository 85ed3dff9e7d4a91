import { isEmpty } from '../../document/nodes.ts';
import { draw, LESSON_VIEW, type View } from '../../document/to-html.ts';
import type { Block, Lesson, Slide } from '../../lesson/lesson.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import type { FilmPart } from '../../slides/film.ts';
import { html, type Html } from '../../text/html.ts';
import { ownSheetId } from '../handouts/own-sheet-id.ts';
import { oneSlide } from './plan-blocks.ts';
import { planList, planWords } from './plan-lists.ts';
import { toLookAt } from './plan-review.ts';
import { planStaff } from './plan-staff.ts';

/** A slide for someone who reviews its lesson: what the class sees and what its teacher reads, as HTML, and where its words begin. */
export type SlideToReview = {
  readonly id: string;
  readonly line: number;
  readonly html: string;
};

/** What comes step by step says with which: that is reviewed too. */
const REVIEW_VIEW: View = { ...LESSON_VIEW, hasSteps: true };

/** The slides of a lesson in order, as its plan has them, with what decides how they are shown. All that the prints of `review/lesson-parts.ts` are made of is drawn here, and nothing else. */
export function slidesToReview(lesson: Lesson): readonly SlideToReview[] {
  return lesson.blocks.flatMap((block) =>
    block.slides.map((slide) => ({
      id: slide.id,
      line: slide.line,
      html: drawNamed(toReview(slide, block, lesson), lesson.names),
    })),
  );
}

function toReview(slide: Slide, block: Block, lesson: Lesson): Html {
  const how = howShown(slide, lesson);
  return html`${oneSlide(slide, { block, lesson, view: REVIEW_VIEW })}${how === '' ? '' : html`<p class="review-how">${how}</p>`}`;
}

const PICKS: Readonly<Record<Lesson['questions'][number]['picks'], string>> = {
  one: 'Pupils choose one answer.',
  several: 'Pupils choose as many answers as they like.',
  order: 'Pupils put the answers in order.',
};

// What a slide shows as it stands needs no words about it.
function howShown(slide: Slide, { questions }: Lesson): string {
  if (slide.kind === 'poll') return howAsked(questions.find(({ id }) => id === slide.question));
  if (slide.kind === 'film') return howPlayed(slide);
  return slide.kind === 'stop' ? `The film stops at “${slide.stop}”.` : '';
}

function howAsked(question: Lesson['questions'][number] | undefined): string {
  if (question === undefined) return '';
  const { kind, picks, paired } = question;
  const twice = paired ? ' It is asked before and after.' : '';
  return `${PICKS[picks]} Kind of question: ${kind}.${twice}`;
}

function howPlayed({ from, to }: FilmPart): string {
  return `Plays from ${from === null ? 'the start' : `stop “${from}”`} to ${to === null ? 'the end' : `stop “${to}”`}.`;
}

/** What a plan has on no slide, as HTML: what it says of itself, its words and its film, how its story ends early, and what it says to the teacher alone. */
export function restToReview(lesson: Lesson): string {
  const { slug, blocks, objectives, films, staff, handouts } = lesson;
  const parts = html`${[
    planList('About this lesson', aboutLesson(lesson)),
    planList(
      'Parts',
      blocks.map(({ title }) => title),
    ),
    planList('Objectives', objectives),
    planWords(lesson),
    planList('Film', [...films.map((film) => `media/${film}/`), ...filmTimes(lesson)]),
    blocks.map(landing),
    planStaff(lesson),
    staff.toReview.map((one) => html`<section class="plan-staff">${toLookAt(one)}</section>`),
    handouts.map((one, at) => handoutAsWritten(one, { slug, n: at + 1 })),
  ]}`;
  return drawNamed(parts, lesson.names);
}

function aboutLesson(lesson: Lesson): readonly string[] {
  const { title, boardTitle, contentNote, stage, setting, nation, language, names } = lesson;
  const called = Object.entries(names).map(([field, name]) =>
    field === name ? name : `${name} (${field} in the text)`,
  );
  const facts: readonly (readonly [string, string])[] = [
    ['In the library', title],
    ['On the board', boardTitle],
    ['Content note', contentNote],
    ['Stage', stage ?? ''],
    ['Setting', setting],
    ['Nation', nation],
    ['Language', language],
    ['Names in the story', called.join(', ')],
  ];
  return facts.flatMap(([name, words]) => (words === '' ? [] : [`${name}: ${words}`]));
}

// To the frame: a time of the clock has none.
function filmTimes({ filmTimes: { from, to, stops } }: Lesson): readonly string[] {
  return [
    ...(from === null ? [] : [`Starts at ${from} s`]),
    ...(to === null ? [] : [`Ends at ${to} s`]),
    ...Object.entries(stops).map(([name, at]) => `Stop “${name}” at ${at} s`),
  ];
}

function landing({ title, landSafely }: Block): Html | '' {
  if (isEmpty(landSafely)) return '';
  return html`<section class="plan-staff"><h2>Ending early: ${title}</h2>${draw(landSafely, REVIEW_VIEW)}</section>`;
}

// As it was approved: a sheet has the lesson’s words besides, which are reviewed where they are.
function handoutAsWritten(
  { text }: Lesson['handouts'][number],
  { slug, n }: { readonly slug: string; readonly n: number },
): Html {
  return html`<section class="plan-staff"><h2>Handout ${String(n)}, as it is written</h2><pre class="review-handout">${text.trim()}</pre>
<p><a href="../../print/${slug}/${ownSheetId(n)}/" target="_blank">Handout ${String(n)} as it is printed<span class="unseen">, opens in a new tab</span></a></p></section>`;
}
