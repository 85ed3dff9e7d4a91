import { audienceOf, type Lesson } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';

/** How a list is drawn: its class, and the level of its heading, which is 3 within a fold. */
type ListLook = { readonly kind?: string; readonly level?: 2 | 3 };

/** A list of a lesson’s own under its title; empty where it has none. */
export function planList(
  title: string,
  items: readonly string[],
  { kind = '', level = 2 }: ListLook = {},
): Html | '' {
  if (items.length === 0) return '';
  const list = html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  return html`<section${kind === '' ? '' : html` class="${kind}"`}>${heading(title, level)}${list}</section>`;
}

/** The heading over what a lesson is for; a session for adults has no pupils. */
export function ableTitle(lesson: Pick<Lesson, 'stage'>): string {
  return `By the end, ${audienceOf(lesson) === 'adults' ? 'everyone' : 'pupils'} can`;
}

/** An objective below that heading: what it says of itself, “I can say …”, the heading says for all. */
export function ableTo(objective: string): string {
  return objective.replace(/^I can /, '');
}

/** The key words of a lesson with their meanings; empty where it has none. */
export function planWords(
  { vocabulary }: Pick<Lesson, 'vocabulary'>,
  { level = 2 }: Pick<ListLook, 'level'> = {},
): Html | '' {
  if (vocabulary.length === 0) return '';
  return html`<section class="plan-apart">${heading('Key words', level)}<dl>${vocabulary.map(({ word, meaning }) => html`<dt>${word}</dt><dd>${meaning}</dd>`)}</dl></section>`;
}

function heading(title: string, level: 2 | 3): Html {
  return level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
}
