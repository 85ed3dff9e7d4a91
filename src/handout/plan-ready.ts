import { slidesOf, type ReadLesson } from '../lesson/lesson.ts';
import { icon, type IconName } from '../look/icons.ts';
import { html, type Html } from '../text/html.ts';
import { sentence } from '../text/told.ts';
import type { MediaState } from './media-state.ts';
import { isReady, readyItems, type ReadyItem } from './ready.ts';

type State = ReadyItem['state'];

const icons: Readonly<Record<State, IconName>> = { ready: 'check', look: 'look', todo: 'todo' };
const stateWords: Readonly<Record<State, string>> = { ready: 'Ready', look: 'Worth a look', todo: 'To do' };

/** “Ready to teach?”: one calm list of what the lesson needs, with what to do for whatever is missing. Empty for a lesson without slides. */
export function planReady(read: ReadLesson, media: MediaState): Html | '' {
  if (slidesOf(read.lesson).length === 0) return '';
  const items = readyItems(read, media);
  const isCalm = items.every(({ state }) => state === 'ready');
  const answer = !isReady(items)
    ? 'Not yet. What is left to do is marked.'
    : isCalm
      ? 'Yes. All that this computer can see is here.'
      : 'Yes, and some of it is worth a look.';
  return html`<section class="plan-ready" aria-labelledby="ready"><h2 id="ready">Ready to teach?</h2><p>${answer}</p>
<ul>${items.map(row)}</ul><div data-check="${read.lesson.slug}" hidden></div></section>`;
}

function row({ name, state, told, todo }: ReadyItem): Html {
  return html`<li class="plan-ready__item plan-ready__item--${state}">${icon(icons[state])}
<div><p><b>${name}</b> <span class="plan-ready__state">${stateWords[state]}</span></p> <p>${sentence(told)}</p>${todo === '' ? '' : html`<p class="plan-ready__todo">${name === 'Check' ? html`<a href="#report">${sentence(todo)}</a>` : sentence(todo)}</p>`}</div></li>`;
}
