import { unansweredAskers } from '../comebacks/askers.ts';
import type { HelpSteps } from '../comebacks/help-steps.ts';
import { furtherOn, needCards, needs, PUSHED } from '../comebacks/needs.ts';
import { pupilHelpBlock, stepList, type HelpFacts } from '../comebacks/pupil-help-block.ts';
import { forAdults } from '../../ui/home-foot.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { helpNow } from '../comebacks/help-now.ts';
import { homeContacts, type HomeContacts } from './home-contacts.ts';

/** The page of help for young people, one step at a time by the name in the address; adults have theirs apart (M21). */
export function helpPage(facts: HelpFacts): Slots {
  const main = html`${start(facts)}${pushed(facts)}${needCards.map((card) => cardStep(card, facts))}`;
  return { title: 'Help', main: String(main), now: String(helpNow('young people', facts)) };
}

/** The sheets for people who work with children, by their names in `handouts/`. */
export const staffSheets: readonly string[] = ['staff-steps', 'staff-flow'];

/**
 * Help for adults: for people who look after a child, and for people who work with children, with
 * those sheets that there are.
 */
export function adultHelpPage(on: HomeContacts, sheets: readonly SheetLink[]): Slots {
  const main = html`<h1 id="start-title" tabindex="-1">Help for adults</h1>${helpNow('adults', on)}
<p class="lead">It is never the child’s fault, and you do not have to sort it out alone.</p>
<nav class="jumps" aria-label="On this page"><a href="#child">I look after a child</a> <a href="#staff">I work with children</a></nav>
${parents(on)}${staff(on, sheets)}<p class="step__back"><a href="../">Help for young people</a></p>`;
  return { title: 'Help for adults', main: String(main), now: '' };
}

function start(facts: HelpFacts): Html {
  return html`<section class="step step--start" id="start" aria-labelledby="start-title"><h1 id="start-title" tabindex="-1">What would help?</h1>
<p class="lead">Pick what is closest. You can always come back and pick another.</p>
<h2>I’m a young person</h2><ul class="choices">${needs.map(({ id, label }) => choice(`#${id}`, label))}</ul>${pupilHelpBlock(facts)}
${forAdults(html`<h2>I’m an adult</h2><ul class="choices choices--paths">${choice('./adults/#child', 'I look after a child')}${choice('./adults/#staff', 'I work with children')}</ul>`)}</section>`;
}

function pushed(facts: HelpFacts): Html {
  const who = unansweredAskers.map(({ id, label }) => choice(`#${id}`, label));
  const label = needs.find(({ id }) => id === PUSHED)?.label ?? '';
  return html`<section class="step" id="${PUSHED}" aria-labelledby="${PUSHED}-title">${back()}<p class="step__who">${label}</p>
<h1 id="${PUSHED}-title" tabindex="-1">Who is it?</h1><ul class="choices">${who}${choice('../comebacks/', 'Someone I know: help me say no')}</ul>
<p class="step__note">You never have to send anything. The person who keeps asking is the one who should stop.</p>${pupilHelpBlock(facts)}</section>`;
}

/** A sheet to print, by its name and title. */
type SheetLink = { readonly slug: string; readonly title: string };

type Card = {
  readonly id: (typeof needCards)[number]['id'];
  readonly label: string;
  readonly steps: HelpSteps;
};

function cardStep({ id, label, steps }: Card, facts: HelpFacts): Html {
  const { title, words } = steps;
  const on = (furtherOn[id] ?? []).map((more) =>
    choice(`#${more}`, needCards.find((one) => one.id === more)?.label ?? ''),
  );
  return html`<section class="step" id="${id}" aria-labelledby="${id}-title">${back()}${label === title ? '' : html`<p class="step__who">${label}</p>`}
<h1 id="${id}-title" tabindex="-1">${title}</h1><p class="step__words">${words}</p>${stepList(steps, facts)}
${on.length === 0 ? '' : html`<ul class="choices choices--paths">${on}</ul>`}${pupilHelpBlock(facts)}</section>`;
}

function choice(to: string, label: string): Html {
  return html`<li><a class="choice" href="${to}">${label}</a></li>`;
}

function back(): Html {
  return html`<p class="step__back"><a href="#start">Start again</a></p>`;
}

function parents(on: HomeContacts): Html {
  return html`<section class="for-adults" id="child" aria-labelledby="child-title"><h2 id="child-title" tabindex="-1">I look after a child</h2>
<p>Say thank you, stay calm, and do not look at any picture or pass it on. The rest is one step after the other:</p><ul class="choices">
${choice('../../parents/#if-something-has-happened', 'Something has happened: what to do now')}
${choice('../../parents/#if-my-child-asked-for-it-or-passed-it-on', 'My child asked for it, or passed it on')}
${choice('../../parents/#how-to-start', 'How to start talking about it')}</ul>
<h3>Who helps you</h3>${homeContacts('parents', on)}</section>`;
}

function staff(on: HomeContacts, sheets: readonly SheetLink[]): Html {
  return html`<section class="for-adults" id="staff" aria-labelledby="staff-title"><h2 id="staff-title" tabindex="-1">I work with children</h2><ol class="next">
<li>Tell the safeguarding lead at once, and in person. If anyone is in danger now, call 999 first.</li>
<li>Never look at a picture, and never copy, print, share, save or delete one. Do not ask a child to show, send or delete one.</li>
<li>If you saw one by accident, tell the lead that too.</li>
<li>Listen, thank them, and write down the words they used. Ask nothing more, and promise no secrecy.</li></ol>
${sheets.length === 0 ? '' : html`<ul class="choices">${sheets.map(({ slug, title }) => choice(`../../print/${slug}/`, `${title}: to print`))}</ul>`}
<h3>Who helps you</h3>${homeContacts('staff', on)}</section>`;
}
