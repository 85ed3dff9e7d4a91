import type { Block, Lesson } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';
import { sumMinutes } from '../library/lesson-card.ts';

/** A block as the timeline needs it: one of the lesson, or as today's cut has it. */
export type TimedBlock = Pick<Block, 'title' | 'minutes' | 'optional'>;

/** The lesson's blocks in proportion to their minutes, as a bar and as a table that says the same. Empty for a lesson without blocks. */
export function timeline({ blocks }: Lesson): Html | '' {
  if (blocks.length === 0) return '';
  return html`<section class="timeline" aria-labelledby="timeline"><h3 id="timeline">Timings</h3>
<div data-timeline>${timelineOf(blocks)}</div></section>`;
}

/** The bar and the table alone, for blocks that may be today's. */
export function timelineOf(blocks: readonly TimedBlock[]): Html {
  const core = sumMinutes(blocks.filter(({ optional }) => !optional));
  const whole = sumMinutes(blocks);
  return html`${bar(blocks)}
<table><thead><tr><th scope="col">Part</th><th scope="col">Minutes</th><th scope="col">Core or optional</th></tr></thead>
<tbody>${blocks.map(row)}</tbody>
${whole === null ? '' : html`<tfoot><tr><th scope="row">Total</th><td>${whole}</td><td>${core !== null && core !== whole ? `${core} without the optional parts` : ''}</td></tr></tfoot>`}</table>`;
}

function row({ title, minutes, optional }: TimedBlock): Html {
  return html`<tr><th scope="row">${title}</th><td>${minutes ?? 'no time given'}</td><td>${optional ? 'optional' : 'core'}</td></tr>`;
}

/** Bars placed by percentages, because a page may carry no styles of its own. The table says it all, so the bar is an ornament to a screen reader. */
function bar(blocks: readonly TimedBlock[]): Html | '' {
  const whole = blocks.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  if (whole === 0) return '';
  const percent = (minutes: number) => `${Math.round((minutes / whole) * 10000) / 100}%`;
  let start = 0;
  const parts = blocks.map(({ minutes, optional }, at) => {
    const x = start;
    start += minutes ?? 0;
    if (!minutes) return '';
    const kind = optional
      ? 'timeline__part timeline__part--optional'
      : at % 2 === 0
        ? 'timeline__part'
        : 'timeline__part timeline__part--even';
    return html`<svg x="${percent(x)}" width="${percent(minutes)}" height="52" class="${kind}"><rect width="100%" height="52"/><text x="50%" y="33" text-anchor="middle">${minutes}</text></svg>`;
  });
  return html`<svg class="timeline__bar" width="100%" height="52" aria-hidden="true">${parts}</svg>`;
}
