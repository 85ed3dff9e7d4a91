import { cutSheet } from './card-sheet.ts';
import { answeredAskers, tones, unansweredAskers } from '../comebacks/askers.ts';
import { comebacksFor, nextStepsAfter } from '../comebacks/comebacks.ts';
import { stepsInstead, stepWords, type HelpSteps } from '../comebacks/help-steps.ts';
import { html, type Html } from '../../text/html.ts';
import { childlineWords } from './help-section.ts';

const HELP = html`<p class="comeback-card__help">${childlineWords()}.<br />In danger now? <b>999</b></p>`;

/**
 * Comebacks to cut out, eight on a page: one line each, its asker and its tone, what next, and who
 * helps (M14). Behind them, for askers that no line answers: help alone (M15).
 */
export function comebackCards(): Html {
  const lines = answeredAskers.flatMap((asker) =>
    tones.flatMap((tone) =>
      comebacksFor(asker.id, tone.id).map(
        ({
          text,
        }) => html`<p class="comeback-card__who">${asker.label} · ${tone.label}</p><p class="comeback-card__line">${text}</p>
<p>${nextStepsAfter(asker.id)[0] ?? ''}</p>${HELP}`,
      ),
    ),
  );
  const help = unansweredAskers.map(({ id, label }) => {
    const steps = stepsInstead[id];
    return html`<p class="comeback-card__who">${label}</p><p class="comeback-card__line">${steps.title}</p><ol>${stepWords(steps).map((step) => html`<li>${step}</li>`)}</ol>${helpBelow(steps)}`;
  });
  return html`${cutSheet(lines, 8)}${cutSheet(help, 4)}`;
}

// Where a step sends to a service, its address is below.
function helpBelow({ steps }: HelpSteps): Html {
  const needs = steps.flatMap((step) => (typeof step === 'string' ? [] : [step.needs]));
  const places = [
    ...(needs.includes('report-remove') ? [html` <b>Report Remove</b>: childline.org.uk.`] : []),
    ...(needs.includes('ceop') ? [html` <b>CEOP</b>: ceop.police.uk.`] : []),
  ];
  return html`<p class="comeback-card__help">${childlineWords()}.${places} In danger now? <b>999</b></p>`;
}
