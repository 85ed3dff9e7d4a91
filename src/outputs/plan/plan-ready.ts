import { audienceOf, slidesOf, type Lesson, type ReadLesson } from '../../lesson/lesson.ts';
import { needsApproval } from '../../subjects/pack.ts';
import { icon, type IconName } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';
import { sentence } from '../../document/problem-message.ts';
import type { MediaState } from './media-state.ts';
import { isReady, readyItems, type ReadyItem } from './ready.ts';

type State = ReadyItem['state'];

const icons: Readonly<Record<State, IconName>> = { ready: 'check', look: 'look', todo: 'todo' };
const stateWords: Readonly<Record<State, string>> = {
  ready: 'OK',
  look: 'Suggestion',
  todo: 'To do',
};

/** “Before you teach”: one calm list of what the lesson’s files need, with what to do for whatever is missing. It never says “ready”: approval and review are no files. Empty for a lesson without slides. */
export function planReady(read: ReadLesson, media: MediaState): Html | '' {
  if (slidesOf(read.lesson).length === 0) return '';
  const items = readyItems(read, media);
  const isCalm = items.every(({ state }) => state === 'ready');
  const above = seeAbove(read.lesson);
  const answer = !isReady(items)
    ? 'Something is missing. It is marked.'
    : isCalm
      ? `The files are complete.${above}`
      : `The files are complete. Suggestions are marked.${above}`;
  return html`<section class="plan-ready" aria-labelledby="ready"><h2 id="ready">Before you teach</h2><p>${answer}</p>
<ul>${items.map(row)}</ul><div data-check="${read.lesson.slug}" hidden></div></section>`;
}

function seeAbove(lesson: Lesson): string {
  if (!needsApproval(lesson.subject)) return '';
  return audienceOf(lesson) === 'pupils'
    ? ' Approval and review: see above.'
    : ' Review: see above.';
}

function row({ name, state, found, todo }: ReadyItem): Html {
  return html`<li class="plan-ready__item plan-ready__item--${state}">${icon(icons[state])}
<div><p><b>${name}</b> <span class="plan-ready__state">${stateWords[state]}</span></p> <p>${sentence(found)}</p>${todo === '' ? '' : html`<p class="plan-ready__todo">${name === 'Check' ? html`<a href="#report">${sentence(todo)}</a>` : sentence(todo)}</p>`}</div></li>`;
}
