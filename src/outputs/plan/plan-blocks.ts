import { markWord } from '../../text/word-marks.ts';
import { draw, LESSON_VIEW, type View } from '../../document/to-html.ts';
import { isEmpty } from '../../document/nodes.ts';
import { lookOf } from '../../questions/looks.ts';
import type { Carried } from '../../lesson/carried.ts';
import { carriedBy, carriedBySlide } from '../../lesson/carries.ts';
import { drawingOf } from '../../lesson/draw-questions.ts';
import { drawnOr, type Drawing } from '../../text/drawing.ts';
import { slidesOf, type Block, type Lesson, type Slide } from '../../lesson/lesson.ts';
import { slideReadingAge } from '../../slides/slide-reading-age.ts';
import { icon } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';
import { labelOf, shownBody } from '../../slides/kinds.ts';

type Question = Lesson['questions'][number];

/** The whole plan, block by block: what is on the board and, beside it, the teacher's notes; with script, any of it can be hidden for today. */
export function planBlocks(lesson: Lesson): Html | '' {
  const { slug, blocks } = lesson;
  if (blocks.length === 0) return '';
  return html`<section class="plan-blocks" aria-labelledby="plan"><div class="plan-blocks__head"><h3 id="plan">Slide by slide</h3>
<a class="button" href="../../print/${slug}/notes/">${icon('print')}Print my notes</a></div>
${planParts(lesson)}</section>`;
}

/** The parts of a plan alone, each to be opened. */
export function planParts(lesson: Lesson): readonly Html[] {
  return lesson.blocks.map((block) => oneBlock(block, lesson));
}

function oneBlock(block: Block, lesson: Lesson): Html {
  const { id, title, minutes, optional, slides, landSafely } = block;
  const about = [
    minutes === null ? '' : `${minutes} min`,
    optional ? 'optional' : '',
    slides.length === 1 ? '1 slide' : `${slides.length} slides`,
  ];
  return html`<details class="plan-block" data-block="${id}"><summary><span class="plan-block__title">${title}</span> <span class="plan-block__about">${about.filter((fact) => fact !== '').join(', ')}</span><span class="plan-block__today" data-hidden></span></summary>
${slides.length > 1 ? hider({ title, carries: carriedBy(block, lesson), of: 'block' }) : ''}
${slides.map((slide) => oneSlide(slide, { block, lesson }))}
${isEmpty(landSafely) ? '' : html`<div class="plan-block__land"><p class="plan-slide__kind">End calmly, if the bell is near</p>${draw(landSafely)}</div>`}</details>`;
}

type SlideAround = { readonly block: Block; readonly lesson: Lesson; readonly view?: View };

/** A slide of a plan: what is on the board and, beside it, the teacher's notes. */
export function oneSlide(slide: Slide, { block, lesson, view = LESSON_VIEW }: SlideAround): Html {
  const { questions } = lesson;
  const question =
    slide.kind === 'poll' ? questions.find(({ id }) => id === slide.question) : undefined;
  const heading = question?.prompt ?? slide.heading;
  const drawing = drawingOf(lesson);
  return html`<article class="plan-slide plan-slide--${slide.kind}" data-slide="${slide.id}"><div class="plan-slide__board">
<p class="plan-slide__kind">${(question && lookOf(question).chip) || labelOf(slide)}${readingAge(slide, lesson)}</p>
${heading && html`<h3>${drawnOr(heading, drawing)}</h3>`}
${question ? options(question, drawing) : draw(shownBody(slide), view)}
${isEnding(slide, lesson) ? '' : hider({ title: heading || labelOf(slide), carries: carriedBySlide(slide, block, lesson), of: 'slide' })}</div>
${isEmpty(slide.notes) ? '' : html`<div class="plan-slide__notes">${draw(slide.notes, view)}</div>`}</article>`;
}

// Where no check judges it, how hard a slide is to read is a number beside it.
function readingAge(slide: Slide, { subject }: Lesson): string {
  const age = subject.pack.checks.includes('reading-age') ? null : slideReadingAge(slide);
  return age === null ? '' : ` · Reading age ${age}`;
}

type Hider = {
  readonly title: string;
  readonly carries: readonly Carried[];
  readonly of: 'block' | 'slide';
};

function hider({ title, carries, of }: Hider): Html {
  return html`<p class="plan-hide" hidden><button class="button" type="button" data-hide="${of}" data-carries="${carries.join(' ')}" data-title="${title}" aria-pressed="false">${of === 'block' ? 'Hide this part today' : 'Hide today'}</button></p>`;
}

// The last slide stays: it is help as they leave (M1).
function isEnding(slide: Slide, lesson: Lesson): boolean {
  return slide.kind === 'help' && slide === slidesOf(lesson).at(-1);
}

function options(question: Question, drawing: Drawing): Html {
  const right = question.tag === 'knowledge' ? question.right : [];
  const isOrdered = question.picks === 'order' && right.length > 0;
  const listed = isOrdered
    ? right.flatMap((id) => question.options.filter((option) => option.id === id))
    : question.options;
  const mark = (id: string) =>
    !isOrdered && right.includes(id) ? html` <b>(right answer)</b>` : '';
  return html`<ul class="plan-options">${listed.map(({ id, label, text }) => html`<li><b>${label}</b> ${drawnOr(text, drawing)}${mark(id)}</li>`)}</ul>
${isOrdered ? html`<p data-said><b>This order is right.</b> The ${markWord('class')} sees it in the order of the letters.</p>` : ''}
${question.explanation && html`<p>With the result: ${drawnOr(question.explanation, drawing)}</p>`}
<p class="plan-slide__how">${howToAnswer(question.tag)}</p>`;
}

function howToAnswer(tag: Question['tag']): string {
  switch (tag) {
    case 'knowledge':
      return 'A question about facts: hands, slips of paper or tablets.';
    case 'character':
      return 'A question about the story: hands, slips of paper or tablets.';
    case 'view':
      return 'A question about opinion: tablets or slips of paper, never hands.';
    case 'confidence':
      return 'A question about how sure they feel: tablets or slips of paper, never hands.';
  }
}
