import { slidesOf, type Lesson, type ReadLesson } from '../../lesson/lesson.ts';
import { counted } from '../../text/counted.ts';
import { listWords } from '../../text/list-words.ts';
import { icon, type IconName } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';
import { sentence } from '../../document/problem-message.ts';
import type { MediaState } from './media-state.ts';
import { readyItems, type ReadyItem } from './ready.ts';

type State = ReadyItem['state'];

const icons: Readonly<Record<State, IconName>> = { ready: 'check', look: 'look', todo: 'todo' };
const stateWords: Readonly<Record<State, string>> = {
  ready: 'OK',
  look: 'Suggestion',
  todo: 'To do',
};

/** One calm list of what the lesson’s files need, with what to do for whatever is missing. Empty for a lesson without slides. */
export function planReady(read: ReadLesson, media: MediaState): Html | '' {
  if (slidesOf(read.lesson).length === 0) return '';
  const items = readyItems(read, media);
  return html`<section class="plan-ready" aria-labelledby="ready"><h3 id="ready">What it needs</h3>
<ul>${items.map(row)}</ul><div data-check="${read.lesson.slug}" hidden></div></section>`;
}

/** Beside “Teach”, the first of the lines: whether what is shown and printed is there, and what is missing. It says nothing of approval and review, which are no files. */
export function readyLine(read: ReadLesson, media: MediaState): Html | '' {
  if (slidesOf(read.lesson).length === 0) return '';
  const items = readyItems(read, media);
  const missing = items.filter(({ state }) => state === 'todo');
  if (missing.length === 0) {
    return html`<li class="plan-before__done">${icon('check')}<div><p>${whatIsThere(read.lesson)}</p></div></li>`;
  }
  return html`<li class="plan-before__open">${icon('todo')}<div>${missing.map(({ name, found }) => html`<p><b>${name}: ${lowerFirst(sentence(found))}</b></p>`)}
<p><a href="#checks">See what to do</a></p></div></li>`;
}

function whatIsThere(lesson: Lesson): string {
  const hasFilm = slidesOf(lesson).some(({ kind }) => kind === 'film');
  const all = [...(hasFilm ? ['film', 'captions'] : ['slides']), 'handouts'];
  return `The ${listWords(all)} are ready.`;
}

// What begins with a title in quotation marks keeps it.
function lowerFirst(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

/** What is in the fold of the checks, in a few words. */
export function checksAbout({ problems }: ReadLesson): string {
  const count = (severity: 'error' | 'warning') =>
    problems.filter((problem) => problem.severity === severity).length;
  const [errors, suggestions] = [count('error'), count('warning')];
  const more = suggestions === 0 ? '' : `, ${counted(suggestions, 'suggestion')}`;
  return `${errors === 0 ? 'no errors' : counted(errors, 'error')}${more}`;
}

function row({ name, state, found, todo }: ReadyItem): Html {
  return html`<li class="plan-ready__item plan-ready__item--${state}">${icon(icons[state])}
<div><p><b>${name}</b> <span class="plan-ready__state">${stateWords[state]}</span></p> <p>${sentence(found)}</p>${todo === '' ? '' : html`<p class="plan-ready__todo">${name === 'Check' ? html`<a href="#report">${sentence(todo)}</a>` : sentence(todo)}</p>`}</div></li>`;
}
