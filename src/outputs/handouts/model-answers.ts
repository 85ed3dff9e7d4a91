import { allOf } from '../../document/visit.ts';
import { toText } from '../../document/to-text.ts';
import { draw, LESSON_VIEW, type View } from '../../document/to-html.ts';
import type { NodeOf } from '../../document/nodes.ts';
import { drawingOf } from '../../lesson/draw-questions.ts';
import { drawnOr, type Drawing } from '../../text/drawing.ts';
import { audienceOf, slidesOf, type Lesson, type Slide } from '../../lesson/lesson.ts';
import { shownBody } from '../../slides/kinds.ts';
import { lookOf } from '../../questions/looks.ts';
import { isSafeOnPaper } from '../../questions/safe-on-paper.ts';
import { html, type Html } from '../../text/html.ts';
import { sortedCardsIn } from './layouts-in.ts';
import { questionsForSheet, sentencesToFinish } from './sentences.ts';

type Question = Lesson['questions'][number];

/** For the teacher, an answer to everything that a class writes or says: to each question of the pupils’ sheet in its order, to each myth, what to listen for at each stop, what to offer for each sentence to finish, cards in their groups, examples for the last task. Empty for a lesson that asks nothing. */
export function modelAnswers(lesson: Lesson): Html | '' {
  const { questions } = lesson;
  const slides = slidesOf(lesson);
  const all = [
    ...questions
      .filter(isSafeOnPaper)
      .map((question, index) => ofSlide(question, `${index + 1}. `, lesson)),
    ...questions
      .filter((question) => lookOf(question).isStatement)
      .map((question) => ofSlide(question, `${lookOf(question).chip} `, lesson)),
    ...slides.flatMap(atStop),
    ...slides.flatMap(written),
    ...slides.flatMap(sorted),
  ];
  if (all.length > 0) all.push(...lastTask(lesson));
  return all.length === 0 ? '' : html`<div class="model-answers">${all}</div>`;
}

// Named by its slide, so that what is left out today is left out on paper.
function ofSlide(question: Question, before: string, lesson: Lesson): Html {
  const drawing = drawingOf(lesson);
  const slide = slidesOf(lesson).find((one) => one.kind === 'poll' && one.question === question.id);
  const { prompt, explanation } = question;
  return html`<section class="sheet__part" data-slide="${slide?.id ?? ''}"><h2>${before}${drawnOr(prompt, drawing)}</h2>
${answer(question, drawing)}${explanation && html`<p>${drawnOr(explanation, drawing)}</p>`}</section>`;
}

function answer(question: Question, drawing: Drawing): Html {
  const { options, picks } = question;
  const right = question.tag === 'knowledge' ? question.right : [];
  const known = right.flatMap((id) => options.filter((one) => one.id === id));
  const inOrder = picks === 'order' ? known : options.filter((one) => known.includes(one));
  if (inOrder.length === 0) return html`<p>There is no right answer. It is about the story.</p>`;
  const { isStatement } = lookOf(question);
  const words = inOrder.map(
    ({ label, text }, at) =>
      html`${at > 0 ? '; ' : ''}${isStatement ? '' : `${label} `}${drawnOr(text, drawing)}`,
  );
  return html`<p><b>${picks === 'order' ? 'Answer, in this order:' : 'Answer:'}</b> ${words}</p>`;
}

// What a good answer has in it stands in the notes, as what to listen for.
function atStop(slide: Slide): readonly Html[] {
  if (slide.kind !== 'stop') return [];
  const listen = allOf(slide.notes, 'paragraph').find(saysWhatToListenFor);
  if (listen === undefined) return [];
  return [
    html`<section class="sheet__part" data-slide="${slide.id}"><h2>Stop ${slide.n}: ${slide.heading}</h2>${draw(listen)}</section>`,
  ];
}

function saysWhatToListenFor({ children: [first] }: NodeOf<'paragraph'>): boolean {
  return first?.kind === 'strong' && toText(first) === 'Listen for';
}

// What pupils finish or answer on their sheet: the notes say what a good one has in it, or what to offer where pens are slow.
function written(slide: Slide): readonly Html[] {
  const { kind, id, heading, notes } = slide;
  const body = shownBody(slide);
  const asked = [...questionsForSheet(body), ...sentencesToFinish(body)];
  if (kind === 'stop' || asked.length === 0) return [];
  const hints = allOf(notes, 'paragraph').filter(
    (one) => saysWhatToListenFor(one) || /\b(?:offer|full answer): /i.test(toText(one)),
  );
  const answers =
    hints.length === 0
      ? html`<p>The notes give no answer to this. Decide beforehand what a good one has in it.</p>`
      : draw(hints);
  return [
    html`<section class="sheet__part" data-slide="${id}"><h2>${heading}</h2><ul>${asked.map((one) => html`<li>${draw(one)}</li>`)}</ul>${answers}</section>`,
  ];
}

function lastTask({ stage, subject: { pack } }: Lesson): readonly Html[] {
  const { ending, endingExamples = [] } = pack.worksheet;
  if (ending === null || endingExamples.length === 0 || audienceOf({ stage }) === 'adults') {
    return [];
  }
  return [
    html`<section class="sheet__part"><h2>${ending}</h2><ul>${endingExamples.map((one) => html`<li>${one}</li>`)}</ul></section>`,
  ];
}

/** Groups of cards stand right below their slide’s heading. */
const BELOW_HEADING: View = { ...LESSON_VIEW, raised: 1 };

function sorted(slide: Slide): readonly Html[] {
  const { id, heading } = slide;
  return sortedCardsIn(shownBody(slide)).map(
    (groups) =>
      html`<section class="sheet__part" data-slide="${id}"><h2>${heading}</h2><div class="sheet__sorted">${draw(groups.children, BELOW_HEADING)}</div></section>`,
  );
}
