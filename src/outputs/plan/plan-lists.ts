import type { Lesson } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';

/** A list of a lesson’s own under its title; empty where it has none. */
export function planList(title: string, items: readonly string[], kind = ''): Html | '' {
  return items.length === 0
    ? ''
    : html`<section${kind === '' ? '' : html` class="${kind}"`}><h2>${title}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;
}

/** The words of a lesson with their meanings; empty where it has none. */
export function planWords({ vocabulary }: Pick<Lesson, 'vocabulary'>): Html | '' {
  if (vocabulary.length === 0) return '';
  return html`<section class="plan-apart"><h2>Words</h2><dl>${vocabulary.map(({ word, meaning }) => html`<dt>${word}</dt><dd>${meaning}</dd>`)}</dl></section>`;
}
