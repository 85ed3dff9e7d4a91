import { draw } from '../../document/to-html.ts';
import { isEmpty, type Document } from '../../document/nodes.ts';
import { cutSheet, letterCard, type CutSize } from './card-sheet.ts';
import { askedDrawingOf, drawingOf } from '../../lesson/draw-questions.ts';
import { drawnOr, type Drawing } from '../../text/drawing.ts';
import { slidesOf, type Lesson, type Slide } from '../../lesson/lesson.ts';
import { mayHoldUp, isSafeOnPaper } from '../../questions/safe-on-paper.ts';
import { shownBody } from '../../slides/kinds.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import { isToFinish, threadsIn } from './layouts-in.ts';
import { modelAnswers } from './model-answers.ts';
import type { LessonPartName } from './part-names.ts';
import type { LessonFacts } from './sheet.ts';
import { scaleSlips } from './scale-slips.ts';
import { sortingCards } from './sorting-cards.ts';
import { sourceWords } from '../notes/source-words.ts';
import { filmInWords } from './transcript.ts';
import { answers } from './worksheet.ts';
import { writeLines } from './write-on.ts';

type Question = Lesson['questions'][number];

/** What a part makes of a lesson; empty where the lesson has nothing for it. `words` stand behind its name. */
type LessonPart = (facts: LessonFacts, words: readonly string[]) => Html | '';

const parts: Readonly<Record<LessonPartName, LessonPart>> = {
  objectives: ({ lesson: { objectives } }) =>
    objectives.length === 0 ? '' : html`<ul>${objectives.map((one) => html`<li>${one}</li>`)}</ul>`,
  'key words': ({ lesson: { vocabulary } }) =>
    vocabulary.length === 0
      ? ''
      : html`<dl class="key-words">${vocabulary.map(({ word, meaning }) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>`,
  questions: ({ lesson }) =>
    joined(
      onDesk(lesson).map((question, at) =>
        inSlide(lesson, question, answers(question, askedDrawingOf(lesson), `${at + 1}. `)),
      ),
    ),
  answers: ({ lesson }) => modelAnswers(lesson),
  stops: ({ lesson }) => joined(slidesOf(lesson).flatMap(stop)),
  stories: ({ lesson }) => joined(slidesOf(lesson).flatMap(story)),
  'answer cards': ({ lesson }) => answerCards(lesson),
  'sorting cards': ({ lesson }) => sortingCards(lesson),
  tally: ({ lesson }) =>
    joined(
      lesson.questions
        .filter(mayHoldUp)
        .map((question) => inSlide(lesson, question, tally(question, askedDrawingOf(lesson)))),
    ),
  'slip counts': ({ lesson }) =>
    joined(
      lesson.questions
        .filter(({ paired }) => paired)
        .map((question) => slipCounts(question, askedDrawingOf(lesson))),
    ),
  scales: ({ lesson }) =>
    joined(
      scaleSlips(
        lesson.questions.filter(({ paired }) => paired),
        askedDrawingOf(lesson),
      ),
    ),
  slides: ({ lesson }) =>
    joined(
      lesson.blocks.map((block) =>
        section(block.title, joined(block.slides.map((slide) => shown(slide, lesson)))),
      ),
    ),
  'film words': ({ lesson, film }) => (film === null ? '' : filmInWords(lesson, film)),
  'other task': ({ lesson: { staff } }) =>
    isEmpty(staff.alternativeTask) ? '' : draw(staff.alternativeTask),
  sources: ({ lesson: { sources } }) =>
    sources.length === 0
      ? ''
      : html`<ul>${sources.map((one) => html`<li>${sourceWords(one)}</li>`)}</ul>`,
};

/** A part of a handout that is made of the lesson’s own words. */
export function lessonPart(
  name: LessonPartName,
  facts: LessonFacts,
  words: readonly string[],
): Html | '' {
  return ofTheLesson(parts[name](facts, words));
}

/** What a lesson says, in a sheet that is else the program’s, between marks that say so: it is the same in every setting. */
export function ofTheLesson(inside: Html | ''): Html | '' {
  return inside === ''
    ? ''
    : html`${trusted('<!--lesson-->')}${inside}${trusted('<!--/lesson-->')}`;
}

function joined(some: readonly (Html | '')[]): Html | '' {
  return some.every((one) => one === '') ? '' : html`${[...some]}`;
}

function section(title: string, inside: Html | ''): Html | '' {
  return inside === ''
    ? ''
    : html`<section class="shown-block"><h3>${title}</h3>${inside}</section>`;
}

function onDesk({ questions }: Lesson): readonly Question[] {
  return questions.filter(isSafeOnPaper);
}

// Named by its first slide, so that what is left out today is left out on paper.
function inSlide(lesson: Lesson, { id }: Question, inside: Html): Html {
  const slide = slidesOf(lesson).find((one) => one.kind === 'poll' && one.question === id);
  return html`<div data-slide="${slide?.id ?? ''}">${inside}</div>`;
}

function stop(slide: Slide): readonly Html[] {
  if (slide.kind !== 'stop') return [];
  return [
    html`<section class="sheet__part" data-slide="${slide.id}"><h2>Stop ${slide.n} of ${slide.of}: ${slide.heading}</h2>${writeLines(3)}</section>`,
  ];
}

function story(slide: Slide): readonly Html[] {
  const { id, heading } = slide;
  const threads = threadsIn(readOnce(slide)).filter((thread) => !isToFinish(thread));
  return threads.length === 0
    ? []
    : [
        html`<section class="sheet__part" data-slide="${id}"><h2>${heading}</h2>${threads.map((thread) => draw(thread))}</section>`,
      ];
}

// About the story or about facts alone: what someone thinks is never held up (M7a).
function answerCards({ questions }: Lesson): Html | '' {
  const letters = [
    ...new Set(
      questions.filter(mayHoldUp).flatMap(({ options }) => options.map(({ label }) => label)),
    ),
  ].slice(0, 7);
  if (letters.length === 0) return '';
  const all = [...letters, 'Pass'];
  const size: CutSize = all.length <= 4 ? 4 : all.length <= 6 ? 6 : 8;
  return cutSheet(all.map(letterCard), size, 'letters');
}

function tally({ prompt, options }: Question, drawing: Drawing): Html {
  return html`<table class="tally"><caption>${drawnOr(prompt, drawing)}</caption><thead><tr><th scope="col">Answer</th><th scope="col">Count in fives</th><th scope="col">Total</th></tr></thead>
<tbody>${options.map(({ label, text }) => html`<tr><th scope="row"><b>${label}</b> ${drawnOr(text, drawing)}</th><td></td><td></td></tr>`)}</tbody></table>`;
}

// One row more for how many slips there are, by which a share becomes words.
function slipCounts({ prompt, options }: Question, drawing: Drawing): Html {
  const cells = html`<td></td><td></td><td></td><td></td>`;
  return html`<table class="tally slip-counts"><caption>${drawnOr(prompt, drawing)}</caption><thead><tr><th scope="col">On the slip</th><th scope="col">Start: how many</th><th scope="col">In words</th><th scope="col">End: how many</th><th scope="col">In words</th></tr></thead>
<tbody>${options.map(({ label, text }) => html`<tr><th scope="row"><b>${label}</b> ${drawnOr(text, drawing)}</th>${cells}</tr>`)}<tr><th scope="row">All slips</th>${cells}</tr></tbody></table>`;
}

// What the class sees, and nothing that is for the teacher.
function shown(slide: Slide, lesson: Lesson): Html | '' {
  const drawing = askedDrawingOf(lesson);
  const { id, heading } = slide;
  const body = shownBody(slide);
  const question =
    slide.kind === 'poll' ? lesson.questions.find((one) => one.id === slide.question) : undefined;
  if (
    slide.kind === 'help' ||
    (slide.kind === 'film' && isEmpty(body)) ||
    (heading === '' && isEmpty(body) && question === undefined)
  ) {
    return '';
  }
  const asked =
    question &&
    html`<ul>${question.options.filter(({ text }) => text !== '').map(({ label, text }) => html`<li><b>${label}</b> ${drawnOr(text, drawing)}</li>`)}</ul>
${question.explanation && html`<p>${drawnOr(question.explanation, drawingOf(lesson))}</p>`}`;
  return html`<div class="shown-slide" data-slide="${id}">${(question?.prompt ?? heading) && html`<h4>${drawnOr(question?.prompt ?? heading, drawing)}</h4>`}${draw(readOnce(slide))}${asked ?? ''}</div>`;
}

// What stands beside the question of a stop was read on a slide before it.
function readOnce(slide: Slide): Document {
  const body = shownBody(slide);
  return slide.kind === 'stop'
    ? { ...body, children: body.children.filter((node) => node.kind !== 'thread') }
    : body;
}
