import type { Block, Lesson, Slide } from '../lesson/lesson.ts';
import { icon } from '../look/icons.ts';
import { html, trusted, type Html } from '../text/html.ts';

type Question = Lesson['questions'][number];

/** The whole plan, block by block: what is on the board and, beside it, the teacher's notes. */
export function planBlocks({ blocks, questions }: Lesson): Html | '' {
  if (blocks.length === 0) return '';
  return html`<section class="plan-blocks" aria-labelledby="plan"><div class="plan-blocks__head"><h2 id="plan">The plan, slide by slide</h2>
<button class="button" type="button" data-print hidden>${icon('print')}Print the plan</button></div>
${blocks.map((block) => oneBlock(block, questions))}</section>`;
}

function oneBlock({ title, minutes, optional, slides, landSafely }: Block, questions: readonly Question[]): Html {
  const about = [minutes === null ? '' : `${minutes} min`, optional ? 'optional' : '', slides.length === 1 ? '1 slide' : `${slides.length} slides`];
  return html`<details class="plan-block"><summary><span class="plan-block__title">${title}</span> <span class="plan-block__about">${about.filter((fact) => fact !== '').join(', ')}</span></summary>
${slides.map((slide) => oneSlide(slide, questions))}
${landSafely && html`<div class="plan-block__land"><p class="plan-slide__kind">Land safely, if the bell is near</p>${trusted(landSafely)}</div>`}</details>`;
}

function oneSlide(slide: Slide, questions: readonly Question[]): Html {
  const question = slide.kind === 'poll' ? questions.find(({ id }) => id === slide.question) : undefined;
  const heading = question?.prompt ?? slide.heading;
  return html`<article class="plan-slide plan-slide--${slide.kind}"><div class="plan-slide__board">
<p class="plan-slide__kind">${question?.kind === 'myth' ? 'Myth or fact?' : kindOf(slide)}</p>
${heading && html`<h3>${heading}</h3>`}
${question ? options(question) : trusted(slide.body)}</div>
${slide.notes && html`<div class="plan-slide__notes">${trusted(slide.notes)}</div>`}</article>`;
}

function kindOf(slide: Slide): string {
  switch (slide.kind) {
    case 'title':
      return 'Title';
    case 'text':
      return 'Slide';
    case 'help':
      return 'Help';
    case 'film':
      return slide.from === null ? 'Film' : 'Film, goes on';
    case 'stop':
      return `Stop ${slide.n} of ${slide.of}`;
    case 'poll':
      return slide.moment === 'after' ? 'The same question again' : 'Question';
  }
}

function options(question: Question): Html {
  const right = question.tag === 'knowledge' ? question.right : [];
  const isOrdered = question.picks === 'order' && right.length > 0;
  const listed = isOrdered ? right.flatMap((id) => question.options.filter((option) => option.id === id)) : question.options;
  const mark = (id: string) => (!isOrdered && right.includes(id) ? html` <b>(right answer)</b>` : '');
  return html`<ul class="plan-options">${listed.map(({ id, label, text }) => html`<li><b>${label}</b> ${text}${mark(id)}</li>`)}</ul>
${isOrdered ? html`<p><b>This order is right.</b> The class sees it in the order of the letters.</p>` : ''}
${question.explanation && html`<p>With the result: ${question.explanation}</p>`}
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
