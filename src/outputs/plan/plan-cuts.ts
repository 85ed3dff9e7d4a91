import { allCuts, cutMinutes } from '../../lesson/cuts.ts';
import type { Cut, Lesson } from '../../lesson/lesson.ts';
import { cares } from '../../subjects/pack.ts';
import { html, type Html } from '../../text/html.ts';

/** Every version of the lesson with its parts and its times, by hands and with shared tablets. Empty for a lesson with one version alone. */
export function planCuts(lesson: Lesson): Html | '' {
  const table = cutsTable(lesson);
  return table === ''
    ? ''
    : html`<section class="plan-cuts" aria-labelledby="cuts"><h3 id="cuts">Versions</h3>
${table}</section>`;
}

/** The table of versions alone, and what they have in common. */
export function cutsTable(lesson: Lesson): Html | '' {
  const cuts = allCuts(lesson);
  if (cuts.length < 2) return '';
  return html`<table><thead><tr><th scope="col">Version</th><th scope="col">Parts, in order</th><th scope="col">Minutes</th><th scope="col">With shared tablets</th></tr></thead>
<tbody>${cuts.flatMap(rows)}</tbody></table>
<p>${cares(lesson.subject, 'help slide') ? 'Every version ends with who can help.' : 'A version changes nothing in the file.'} Where shared tablets make it too long, use hands or paper. Slides and notes follow the version you choose.</p>`;
}

function rows(cut: Cut): readonly Html[] {
  const [hands, tablets] = [
    cutMinutes(cut, { devices: false }),
    cutMinutes(cut, { devices: true }),
  ];
  return cut.sessions.map(({ blocks }, at) => {
    const name = cut.sessions.length === 1 ? cut.name : `${cut.name}: ${at + 1}`;
    const [alone, shared] = [hands[at] ?? null, tablets[at] ?? null];
    return html`<tr><th scope="row">${startsBig(name)}</th><td>${partsOf(cut, blocks)}</td><td data-label="Minutes">${alone ?? 'not known'}</td><td data-label="With shared tablets">${withTablets(cut, alone, shared)}</td></tr>`;
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
  return fits !== null && shared > fits.most ? `${shared}: too long` : String(shared);
}

function startsBig(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
