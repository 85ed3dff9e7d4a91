import { allOf } from '../../document/visit.ts';
import { toText } from '../../document/to-text.ts';
import { draw, LESSON_VIEW, type View } from '../../document/to-html.ts';
import type { NodeOf } from '../../document/nodes.ts';
import { drawingOf } from '../../lesson/draw-questions.ts';
import { drawnOr, type Drawing } from '../../text/drawing.ts';
import { slidesOf, type Lesson, type Slide } from '../../lesson/lesson.ts';
import { lookOf } from '../../questions/looks.ts';
import { mayLieOnDesk } from '../../questions/may-lie-on-desk.ts';
import { html, type Html } from '../../text/html.ts';
import { sortedCardsIn } from './layouts-in.ts';

type Question = Lesson['questions'][number];

/** For the teacher: the answer to each question of the pupils' sheet in its order, to each myth, what to listen for at each stop, and cards in their groups. Empty for a lesson that asks nothing. */
export function modelAnswers(lesson: Lesson): Html | '' {
  const { questions } = lesson;
  const slides = slidesOf(lesson);
  const all = [
    ...questions
      .filter(mayLieOnDesk)
      .map((question, index) => ofSlide(question, `${index + 1}. `, lesson)),
    ...questions
      .filter((question) => lookOf(question).isStatement)
      .map((question) => ofSlide(question, `${lookOf(question).chip} `, lesson)),
    ...slides.flatMap(atStop),
    ...slides.flatMap(sorted),
  ];
  return all.length === 0 ? '' : html`${all}`;
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

/** Groups of cards stand right below their slide’s heading. */
const BELOW_HEADING: View = { ...LESSON_VIEW, raised: 1 };

function sorted({ id, heading, body }: Slide): readonly Html[] {
  return sortedCardsIn(body).map(
    (groups) =>
      html`<section class="sheet__part" data-slide="${id}"><h2>${heading}</h2><div>${draw(groups.children, BELOW_HEADING)}</div></section>`,
  );
}
