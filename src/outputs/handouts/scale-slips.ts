import { cutSheet } from './card-sheet.ts';
import { drawnOr, type Drawing } from '../../text/drawing.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';

type Question = Lesson['questions'][number];

/** So many slips for the start, each with one for the end beside it, are cut out of a page in standard print. */
export const PAIRS_ON_A_PAGE = 3;

/** So many characters of a question leave room for another on its slip. */
const SHORT_PROMPT = 75;

/** The slips for the questions that are asked at the start and again at the end: all of them on one slip, two where they are long or many. A page has slips for the start on its left and for the end on its right. */
export function scaleSlips(asked: readonly Question[], drawing: Drawing): readonly Html[] {
  return slipsOf(asked).map((questions) =>
    cutSheet(
      Array.from({ length: PAIRS_ON_A_PAGE }, () => [
        slip('At the start', questions, drawing),
        slip('At the end', questions, drawing),
      ]).flat(),
      6,
      'scales',
    ),
  );
}

// Two to a slip; a long one has a slip of its own.
function slipsOf(asked: readonly Question[]): readonly (readonly Question[])[] {
  const slips: Question[][] = [];
  for (const question of asked) {
    const last = slips.at(-1);
    if (last?.length === 1 && [...last, question].every(isShort)) last.push(question);
    else slips.push([question]);
  }
  return slips;
}

function isShort({ prompt, options }: Question): boolean {
  return isLadder(options) && prompt.length <= SHORT_PROMPT;
}

function isLadder(options: Question['options']): boolean {
  return options.slice(1, -1).every(({ text }) => text === '');
}

function slip(when: string, questions: readonly Question[], drawing: Drawing): Html {
  const how = questions.length > 1 ? 'Colour one in for each.' : 'Colour one in.';
  return html`<p class="scale-slip__when"><b>${when}</b> <span>No name.</span></p>${questions.map((question) => answers(question, drawing))}<p>${how} Fold it.</p>`;
}

function answers({ prompt, options }: Question, drawing: Drawing): Html {
  const ring = (label: string) => html`<span class="scale-slip__ring">${label}</span>`;
  if (!isLadder(options)) {
    return html`<p>${drawnOr(prompt, drawing)}</p><ul class="scale-slip scale-slip--list">${options.map(({ label, text }) => html`<li>${ring(label)}<span>${drawnOr(text, drawing)}</span></li>`)}</ul>`;
  }
  return html`<p>${drawnOr(prompt, drawing)}</p><ul class="scale-slip">${options.map(({ label }) => html`<li>${ring(label)}</li>`)}</ul><p class="scale-slip__ends"><span>${drawnOr(options.at(0)?.text ?? '', drawing)}</span><span>${drawnOr(options.at(-1)?.text ?? '', drawing)}</span></p>`;
}
