import type { Slots } from '../../text/fill-page.ts';
import { figure, type Figure } from '../../ui/cast.ts';
import { atHomeAlone } from '../../ui/home-foot.ts';
import { html, type Html } from '../../text/html.ts';
import { appIcon, apps, type App } from './apps.ts';
import {
  answeredAskers,
  paths,
  tones,
  unansweredAskers,
  URGENT,
  type AnsweredAsker,
  type Tone,
} from './askers.ts';
import { comebacksFor, nextStepsAfter, type Comeback } from './comebacks.ts';
import { pathSteps, stepsInstead, type HelpSteps } from './help-steps.ts';
import { helpNow } from './help-now.ts';
import { pupilHelpBlock, stepList, type HelpFacts } from './pupil-help-block.ts';

/** What decides the page: the day, `2026-11-24`, what a person has confirmed (M20), and lines that young people of this place wrote. */
export type ComebacksFacts = HelpFacts & { readonly more?: readonly Comeback[] };

/**
 * The comebacks as one document: a step is a section, and the one whose name is in the address is shown. It works without script;
 * script adds copying, saving and searching. Who can help is in it once, and is shown below each step that has a line or help: a
 * slow phone reads a page before it draws any of it.
 */
export function comebacksPage(facts: ComebacksFacts): Slots {
  const main = html`${start(facts)}${answeredAskers.map((asker) => html`${toneStep(asker)}${tones.map((tone) => lineStep(asker.id, tone, facts))}`)}
${unansweredAskers.map(({ id, label }) => helpStep(id, label, { steps: stepsInstead[id], facts }))}
${paths.map(({ id, label }) => helpStep(id, label, { steps: pathSteps[id], facts }))}${findStep()}${savedStep()}${atHomeAlone(appStep())}${pupilHelpBlock(facts)}`;
  return { main: String(main), now: String(helpNow('young people', facts)) };
}

// The page is drawn once what comes before “Who’s asking?” is there (`pages/comebacks/index.html`): on a slow phone each frame with less in it costs as much as the one that can be pressed.
// On paper, where nothing was chosen, all the lines follow; who can help comes before them.
function start(facts: ComebacksFacts): Html {
  return html`<section class="step step--start" id="start" aria-labelledby="start-title"><h1 id="start-title" tabindex="-1">What could I say?</h1>
<p class="lead">Someone wants a picture of you, or wants you to pass one on? You never have to.</p>
<h2>Get help first</h2><ul class="choices choices--paths">${all.filter(isUrgent).map(choice)}</ul>
<h2 id="asked">Who’s asking?</h2><ul class="choices choices--pairs">${askers.filter((one) => !isUrgent(one)).map(asking)}</ul>
<ul class="choices">${paths.filter((one) => !isUrgent(one)).map(choice)}</ul>
<p class="start__more" data-more="find" hidden><a href="#find">Search all replies</a></p><p class="start__more" data-more="kept" hidden><a href="#kept">My saved replies</a></p>
${atHomeAlone(html`<p class="start__more" data-more="app" hidden><a href="#app">Add to your home screen</a></p>`)}<div class="start__paper">${pupilHelpBlock(facts)}</div></section>`;
}

const askers = [...answeredAskers, ...unansweredAskers];
const all = [...askers, ...paths];

function isUrgent({ id }: (typeof all)[number]): boolean {
  return URGENT.some((one) => one === id);
}

/** Who stands for the one who asks: one of the cast, and never the one who is asked. */
const LOOKS: Readonly<Record<(typeof askers)[number]['id'], readonly Omit<Figure, 'foot'>[]>> = {
  partner: [{ who: 'clover', x: 14, tall: 24, fill: 'plum' }],
  friend: [{ who: 'triangle', x: 14, tall: 24, fill: 'teal' }],
  group: [
    { who: 'hexagon', x: 13, tall: 22, fill: 'teal' },
    { who: 'half', x: 43, tall: 15, fill: 'plum' },
    { who: 'pill', x: 78, tall: 19, fill: 'ink' },
  ],
  again: [{ who: 'square', x: 14, tall: 24, fill: 'teal-deep', mood: 'pressing' }],
  online: [{ who: 'diamond', x: 14, tall: 26, fill: 'ink' }],
  adult: [{ who: 'arch', x: 14, tall: 28, fill: 'plum' }],
  threat: [],
};

function asking({ id, label }: (typeof askers)[number]): Html {
  const figures = LOOKS[id].map((one) => figure({ ...one, foot: 29 }));
  return html`<li><a class="choice" href="#${id}"><svg class="asker" viewBox="0 0 96 30" aria-hidden="true">${figures}</svg>${label}</a></li>`;
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
${next(nextStepsAfter(asker))}</section>`;
}

// What a school's own line was saved by before replies were saved by their words.
function line({ id, text }: Comeback): Html {
  return html`<li class="line"${id.startsWith('own-') ? html` data-was="${id}"` : ''}><p class="line__words">${text}</p></li>`;
}

function next(steps: readonly string[]): Html {
  return html`<h2>What next</h2><ol class="next">${steps.map((step) => html`<li>${step}</li>`)}</ol>`;
}

type HelpPart = { readonly steps: HelpSteps; readonly facts: ComebacksFacts };

function helpStep(id: string, label: string, { steps, facts }: HelpPart): Html {
  const { title, words } = steps;
  return html`<section class="step step--help" id="${id}" aria-labelledby="${id}-title">${back('start', 'Start again')}
${label === title ? '' : html`<p class="step__who">${label}</p>`}<h1 id="${id}-title" tabindex="-1">${title}</h1>
<p class="step__words">${words}</p>${stepList(steps, facts)}</section>`;
}

function findStep(): Html {
  return html`<section class="step step--tool" id="find" aria-labelledby="find-title">${back('start', 'Start again')}
<h1 id="find-title" tabindex="-1">Search all replies</h1><p class="field"><label for="find-words">Words to look for</label><input type="search" id="find-words" autocomplete="off" aria-describedby="find-many"></p>
<p class="find__many" id="find-many" role="status"></p><ul class="choices choices--paths" data-find-help></ul><ul class="lines" data-found></ul></section>`;
}

function savedStep(): Html {
  return html`<section class="step step--tool" id="kept" aria-labelledby="kept-title">${back('start', 'Start again')}
<h1 id="kept-title" tabindex="-1">My saved replies</h1><p class="step__words">They’re on this device only. Anyone who uses it can see them here.</p>
<ul class="lines" data-kept></ul><p class="kept__none">Nothing saved yet. Press “Save” beside a reply, and it’s here next time.</p></section>`;
}

function appStep(): Html {
  return html`<section class="step step--tool" id="app" aria-labelledby="app-title">${back('start', 'Start again')}
<h1 id="app-title" tabindex="-1">Add to your home screen</h1><p class="step__words">It opens from an icon of its own, without a network too. The name and the icon say nothing about what it is.</p>
<fieldset class="apps"><legend>Choose how it looks</legend>${apps.map(look)}</fieldset>
<p><button class="button button--main" type="button" data-add hidden>Add it</button></p>
<h2>If there’s no button</h2><ul class="next"><li><b>iPhone or iPad:</b> press Share, then “Add to Home Screen”.</li><li><b>Android:</b> open the browser’s menu, then “Add to Home screen”.</li><li><b>Laptop:</b> look for “Install” in the browser’s menu.</li></ul>
<p class="step__note">Anyone who uses this device can open it and see what you saved. To take it away, hold the icon and remove it. That doesn’t clear your browsing history, or what you saved.</p></section>`;
}

function look(app: App, at: number): Html {
  return html`<label class="app"><input type="radio" name="app" value="${app.id}"${at === 0 ? html` checked` : ''}>${appIcon(app)}<span>${app.name}</span></label>`;
}

function back(to: string, words: string): Html {
  return html`<p class="step__back"><a href="#${to}">${words}</a></p>`;
}
