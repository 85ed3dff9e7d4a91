import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import {
  answeredAskers,
  paths,
  tones,
  unansweredAskers,
  type AnsweredAsker,
  type Tone,
} from './askers.ts';
import { comebacksFor, nextStepsAfter, type Comeback } from './comebacks.ts';
import { pathSteps, stepsInstead, stepWords, type HelpSteps } from './help-steps.ts';
import { pupilHelpBlock, type HelpFacts } from './pupil-help-block.ts';

/** What decides the page: the day, `2026-11-24`, what a person has confirmed (M20), and lines that young people of this place wrote. */
export type ComebacksFacts = HelpFacts & { readonly more?: readonly Comeback[] };

/**
 * The comebacks as one document: a step is a section, and the one whose name is in the address is shown. It works without script;
 * script adds copying, saving and keeping.
 */
export function comebacksPage(facts: ComebacksFacts): Slots {
  const main = html`${start(facts)}${answeredAskers.map((asker) => html`${toneStep(asker)}${tones.map((tone) => lineStep(asker.id, tone, facts))}`)}
${unansweredAskers.map(({ id, label }) => helpStep(id, label, { steps: stepsInstead[id], facts }))}
${paths.map(({ id, label }) => helpStep(id, label, { steps: pathSteps[id], facts }))}${savedStep()}`;
  return { main: String(main) };
}

// On paper, where nothing was chosen, all the lines follow; who can help comes before them.
function start(facts: ComebacksFacts): Html {
  return html`<section class="step step--start" id="start" aria-labelledby="start-title"><h1 id="start-title" tabindex="-1">What could I say?</h1>
<p class="lead">Someone wants a picture of you, or wants you to pass one on? You never have to. Pick what fits.</p>
<h2>Who is asking?</h2><ul class="choices">${[...answeredAskers, ...unansweredAskers].map(choice)}</ul>
<h2>Or has it gone further?</h2><ul class="choices choices--paths">${paths.map(choice)}</ul>
<p class="start__kept" hidden><a href="#kept">My saved replies</a></p><div class="start__paper">${pupilHelpBlock(facts)}</div></section>`;
}

function choice({ id, label }: { readonly id: string; readonly label: string }): Html {
  return html`<li><a class="choice" href="#${id}">${label}</a></li>`;
}

function toneStep({ id, label }: { readonly id: AnsweredAsker; readonly label: string }): Html {
  const options = tones.map((tone) => choice({ id: `${id}-${tone.id}`, label: tone.label }));
  return html`<section class="step step--tone" id="${id}" aria-labelledby="${id}-who">${back('start', 'Start again')}<p class="step__who" id="${id}-who">${label}</p>
<h1 id="${id}-title" tabindex="-1">How do you want to sound?</h1><ul class="choices">${options}</ul>
<p class="step__note">You can also say nothing. A no does not need an answer, and they are the one who should stop.</p></section>`;
}

type ToneOf = { readonly id: Tone; readonly label: string };

function lineStep(asker: AnsweredAsker, tone: ToneOf, facts: ComebacksFacts): Html {
  const id = `${asker}-${tone.id}`;
  const who = answeredAskers.find((one) => one.id === asker)?.label ?? '';
  return html`<section class="step step--line" id="${id}" aria-label="${who}: ${tone.label}">${back(asker, 'Change the tone')}<p class="step__who">${who}</p>
<h1 id="${id}-title" tabindex="-1">${tone.label}</h1><ul class="lines">${comebacksFor(asker, tone.id, facts.more).map(line)}</ul>
${next(nextStepsAfter(asker))}${pupilHelpBlock(facts)}</section>`;
}

function line({ id, text }: Comeback): Html {
  return html`<li class="line" data-line="${id}"><p class="line__words">${text}</p></li>`;
}

function next(steps: readonly string[]): Html {
  return html`<h2>What next</h2><ol class="next">${steps.map((step) => html`<li>${step}</li>`)}</ol>`;
}

type HelpPart = { readonly steps: HelpSteps; readonly facts: ComebacksFacts };

function helpStep(id: string, label: string, { steps, facts }: HelpPart): Html {
  const { title, words } = steps;
  return html`<section class="step" id="${id}" aria-labelledby="${id}-title">${back('start', 'Start again')}
${label === title ? '' : html`<p class="step__who">${label}</p>`}<h1 id="${id}-title" tabindex="-1">${title}</h1>
<p class="step__words">${words}</p><ol class="next">${stepWords(steps, facts.hidden).map((step) => html`<li>${step}</li>`)}</ol>${pupilHelpBlock(facts)}</section>`;
}

function savedStep(): Html {
  return html`<section class="step" id="kept" aria-labelledby="kept-title">${back('start', 'Start again')}
<h1 id="kept-title" tabindex="-1">My saved replies</h1><p class="step__words">They’re on this device only. Anyone who uses it can see them here.</p>
<ul class="lines" data-kept></ul><p class="kept__none">Nothing is kept. Press “Keep” beside a line, and it is here next time.</p></section>`;
}

function back(to: string, words: string): Html {
  return html`<p class="step__back"><a href="#${to}">${words}</a></p>`;
}
