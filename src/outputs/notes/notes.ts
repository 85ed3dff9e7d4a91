import { draw } from '../../document/to-html.ts';
import { isEmpty } from '../../document/nodes.ts';
import type { Block, Lesson, Slide } from '../../lesson/lesson.ts';
import { drawingOf } from '../../lesson/draw-questions.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import { drawnOr } from '../../text/drawing.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { footData, lessonEdition, sheetTitle } from '../handouts/edition.ts';
import { printBar } from '../handouts/print-bar.ts';
import { toLookAt } from '../plan/plan-review.ts';
import { labelOf } from '../../slides/kinds.ts';
import { sourceWords } from './source-words.ts';

/** The teacher's notes as a document of their own, to lay on the desk: slide by slide, then how to land safely and what pupils may ask. */
export function notesPage(lesson: Lesson): Slots {
  const { slug, boardTitle, names, blocks } = lesson;
  const main = html`${printBar('Your notes, A4, large enough to read standing. For the desk where one screen shows the board alone: keep them face down when you walk away.')}
<article class="sheet sheet--work sheet--notes" data-lesson="${slug}" data-names="${JSON.stringify(names)}" data-follows ${footData(`My notes: ${boardTitle}`, lessonEdition(lesson))}>
<h1 class="sheet__title">My notes: ${boardTitle}</h1><p class="sheet__note" data-today-words hidden></p>
${blocks.map((block) => oneBlock(block, lesson))}${hardQuestions(lesson)}${otherTask(lesson)}${toKnow(lesson)}</article>`;
  return { title: sheetTitle('My notes', lesson), main: drawNamed(main, lesson.names) };
}

function oneBlock({ id, title, minutes, slides, landSafely }: Block, lesson: Lesson): Html {
  return html`<section class="notes-block" data-block="${id}"><h2>${title} <span class="notes-block__minutes">${minutes === null ? '' : html`<b data-minutes>${minutes}</b> min`}</span></h2>
${slides.map((slide) => oneSlide(slide, lesson))}
${isEmpty(landSafely) ? '' : html`<div class="notes-land"><p><b>End calmly, if the bell is near</b></p>${draw(landSafely)}</div>`}</section>`;
}

function oneSlide(slide: Slide, lesson: Lesson): Html {
  const question =
    slide.kind === 'poll' ? lesson.questions.find(({ id }) => id === slide.question) : undefined;
  const right =
    question?.tag === 'knowledge'
      ? question.options.filter(({ id }) => question.right.includes(id))
      : [];
  const drawing = drawingOf(lesson);
  const heading = question ? drawnOr(question.prompt, drawing) : slide.heading;
  return html`<div class="notes-slide" data-slide="${slide.id}"><h3><span class="notes-slide__kind">${labelOf(slide)}</span>${heading && html` ${heading}`}</h3>
${right.length > 0 && question?.picks !== 'order' ? html`<p>Right: ${right.map(({ label, text }, at) => html`${at > 0 ? '; ' : ''}${label} ${drawnOr(text, drawing)}`)}</p>` : ''}
${draw(slide.notes)}</div>`;
}

function hardQuestions({ staff: { hardQuestions: all } }: Lesson): Html | '' {
  if (all.length === 0) return '';
  return html`<section class="notes-block"><h2>Hard questions, and what to say</h2>
${all.map(({ question, answer }) => html`<div class="notes-slide">${question && html`<h3>${question}</h3>`}${draw(answer)}</div>`)}</section>`;
}

function otherTask({ staff: { alternativeTask } }: Lesson): Html | '' {
  return isEmpty(alternativeTask)
    ? ''
    : html`<section class="notes-block"><h2>The other task</h2><div class="notes-slide">${draw(alternativeTask)}</div></section>`;
}

/** What the plan on paper has no room for: grouping, words, sources, and what reviewers are asked to look at. */
function toKnow({ vocabulary, sources, staff: { grouping, toReview } }: Lesson): Html {
  const part = (title: string, inside: Html) =>
    html`<section class="notes-block"><h2>${title}</h2><div class="notes-slide">${inside}</div></section>`;
  return html`${isEmpty(grouping) ? '' : part('Mixed or single-sex groups', draw(grouping))}${vocabulary.length === 0 ? '' : part('Words', html`${vocabulary.map(({ word, meaning }) => html`<p><b>${word}</b>: ${meaning}</p>`)}`)}
${sources.length === 0 ? '' : part('Sources', html`${sources.map((source) => html`<p>${sourceWords(source)}</p>`)}`)}
${toReview.length === 0 ? '' : part('For reviewers', html`${toReview.map(toLookAt)}`)}`;
}
