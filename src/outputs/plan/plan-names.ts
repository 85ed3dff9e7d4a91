import { markWord } from '../../text/word-marks.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';

/** Where the teacher changes the characters' names for today; without script it only says them. Empty for a lesson that names no one. */
export function planNames({ slug, names }: Lesson): Html | '' {
  const fields = Object.entries(names);
  if (fields.length === 0) return '';
  const own = fields.map(([, name]) => name);
  return html`<section class="plan-names" aria-labelledby="names"><h3 id="names">Names in the story</h3>
<p data-said>${inWords(own, 'and')}. Is someone in the ${markWord('class')} called ${inWords(own, 'or')}? Then call them something else today.</p>
<form data-lesson="${slug}" data-names="${JSON.stringify(names)}" novalidate hidden>
${fields.map(field)}
<p class="plan-names__row"><button class="button" type="submit">Use these today</button><button class="button" type="button" data-own hidden>Use the lesson’s own</button></p>
<p class="plan-names__said" role="status"></p></form></section>`;
}

function field([braced, name]: readonly [string, string], at: number): Html {
  return html`<p class="plan-names__field"><label for="name-${at}">${name} is called</label>
<input type="text" id="name-${at}" name="${braced}" value="${name}" autocomplete="off" autocapitalize="words" spellcheck="false"></p>`;
}

function inWords(names: readonly string[], between: 'and' | 'or'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${between} ${last}`;
}
