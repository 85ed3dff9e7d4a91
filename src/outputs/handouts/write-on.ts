import { html, trusted } from '../../text/html.ts';
import { schoolPlace } from './handout-fields.ts';

/** A box to tick. */
export const TICK = '<span class="sheet__box"></span>';

/** Makes what is to be filled in by hand of rendered Markdown: `Date: ___` becomes a line to write on, `Lead: {DSL}` one that the school’s data fills, and `[ ]` a box to tick. */
export function writeOn(made: string): string {
  return made
    .replaceAll(/<p>([^]*?)<\/p>/g, (whole, inside: string) => writeOnLines(inside) ?? whole)
    .replaceAll(/<li>(?=\[ \])/g, '<li class="tick">')
    .replaceAll(/\[ \](?: |(?=<))/g, TICK)
    .replaceAll(
      /(<li(?: class="tick")?>)((?:[^<]|<(?!\/?(?:li|ul|ol|p)\b))*)<\/li>/g,
      (_, open: string, inside: string) => `${open}${item(inside)}</li>`,
    );
}

/** So many lines to write on. */
export function writeLines(count: number) {
  return html`<div class="write-lines">${Array.from({ length: count }, () => html`<div></div>`)}</div>`;
}

function item(inside: string): string {
  const box = inside.startsWith(TICK) ? TICK : '';
  const words = inside.slice(box.length);
  return `${box}${row(words) ?? words}`;
}

// Null where a line of the paragraph is none to write on.
function writeOnLines(inside: string): string | null {
  const rows = inside.split(/\s*(?:<br\s*\/?>|\n)\s*/).map(row);
  return rows.includes(null) ? null : rows.join('\n');
}

function row(words: string): string | null {
  const [, label = '', name = ''] = /^(.*?)\s*\{([A-Za-z ]+)\}$/.exec(words) ?? [];
  const place = schoolPlace(name);
  if (place !== null && /:(?:<\/strong>)?$/.test(label)) return line(label, place);
  if (!/_{3,}$/.test(words)) return null;
  const labels = words.split(/\s*_{3,}\s*/).slice(0, -1);
  const lines = labels.map((one) => line(one, ''));
  return lines.length === 1 ? lines.join('') : `<div class="write-row">${lines.join('')}</div>`;
}

function line(label: string, place: string): string {
  return String(
    html`<p class="write-on"><b>${trusted(label)}</b> <span${place === '' ? '' : html` data-school="${place}"`}></span></p>`,
  );
}
