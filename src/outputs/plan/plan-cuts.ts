import { allCuts, cutMinutes } from '../../lesson/cuts.ts';
import type { Cut, Lesson } from '../../lesson/lesson.ts';
import { cares } from '../../subjects/pack.ts';
import { html, type Html } from '../../text/html.ts';

/** Every way through the lesson with its parts and its times, by hands and with shared tablets; with script, one of them is chosen for today. Empty for a lesson with one way alone. */
export function planCuts(lesson: Lesson): Html | '' {
  const cuts = allCuts(lesson);
  if (cuts.length < 2) return '';
  return html`<section class="plan-cuts" aria-labelledby="cuts"><h2 id="cuts">Which way through it?</h2>
<table><thead><tr><th scope="col">Way</th><th scope="col">Parts, in order</th><th scope="col">Minutes</th><th scope="col">With shared tablets</th></tr></thead>
<tbody>${cuts.flatMap(rows)}</tbody></table>
<p>${cares(lesson.subject, 'help slide') ? 'Whichever you choose, the end stays: it is where help stands.' : 'Whichever you choose, nothing in the file changes.'}<span data-choosing hidden> The board and your notes follow, in this browser, until the lesson is finished or the day is over.</span></p></section>`;
}

function rows(cut: Cut, way: number): readonly Html[] {
  const [hands, tablets] = [
    cutMinutes(cut, { devices: false }),
    cutMinutes(cut, { devices: true }),
  ];
  return cut.sessions.map(({ blocks }, at) => {
    const name = cut.sessions.length === 1 ? cut.name : `${cut.name}: ${at + 1}`;
    const [alone, shared] = [hands[at] ?? null, tablets[at] ?? null];
    // The whole lesson is no choice: nothing is kept of it.
    const chosen = way === 0 ? '' : cut.name;
    return html`<tr><th scope="row"><label><input type="radio" name="cut" data-cut="${chosen}" data-session="${at}" hidden>${startsBig(name)}</label></th><td>${partsOf(cut, blocks)}</td><td data-label="Minutes">${alone ?? 'not known'}</td><td data-label="With shared tablets">${withTablets(cut, alone, shared)}</td></tr>`;
  });
}

// What is left out says more of the whole lesson than all it has.
function partsOf({ fits }: Cut, blocks: Cut['sessions'][number]['blocks']): string {
  return fits === null
    ? `${blocks.length} parts`
    : blocks
        .map(({ title, minutes }) => (minutes === null ? title : `${title} (${minutes})`))
        .join(' · ');
}

function withTablets({ fits }: Cut, alone: number | null, shared: number | null): string {
  if (shared === null) return 'not known';
  if (shared === alone) return 'no questions';
  return fits !== null && shared > fits.most ? `${shared}, so use hands or paper` : String(shared);
}

function startsBig(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
