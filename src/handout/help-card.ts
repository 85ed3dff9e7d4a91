import {
  HELP_TITLE,
  helpAllTheSame,
  nameToWrite,
  notYourFault,
  pupilHelpLines,
  type Confirmations,
  type HelpAudience,
  type HelpLine,
} from '../help/pupil-help.ts';
import type { Stage } from '../lesson/lesson.ts';
import type { Slots } from '../text/fill-page.ts';
import { html, type Html } from '../text/html.ts';
import { editionWords, OUR_WORDS } from './edition.ts';
import { printBar } from './print-bar.ts';

/** What decides the cards: the stages of the school's lessons (which card comes up first), what is confirmed, and the day, `2026-11-24`. */
export type HelpCardFacts = { readonly stages: readonly (Stage | null)[]; readonly today: string; readonly confirmed?: Confirmations };

type Edition = { readonly id: string; readonly name: string; readonly stage: Stage };

const younger: Edition = { id: 'ages-9-11', name: 'Ages 9–11', stage: 'KS2' };
const older: Edition = { id: 'ages-11-18', name: 'Ages 11–18', stage: 'KS3' };
const CARDS = 8;

/** Where the cards for a stage are, from the site's root. */
export function helpCardAddress(stage: Stage | null): string {
  return `print/help-card/#${isOlder(stage) ? older.id : younger.id}`;
}

/** Where the cards of both editions are, one after the other. */
export const ALL_HELP_CARDS = 'print/help-card/#all';

/** The pupils' help cards: eight on an A4 sheet, one edition by age, of which the page shows and prints one at a time, or all. */
export function helpCardPage({ stages, today, confirmed = {} }: HelpCardFacts): Slots {
  // Cards without words about pictures come first as soon as one lesson is for younger pupils.
  const editions = stages.length > 0 && stages.every(isOlder) ? [older, younger] : [younger, older];
  const main = html`${printBar('A4, black on white, to cut into eight. One for each pupil, handed out in the first five minutes. The line is for the name of an adult, and may stay empty.', 'Pupil help cards')}
<nav class="editions screen-only" aria-label="Which card">${editions.map(({ id, name }) => html`<a class="button" href="#${id}">${name}</a>`)}</nav>
<div class="editions__sheets" id="all">${editions.map((one) => edition(one, { confirmed, today }))}</div>`;
  return { title: 'Pupil help cards · Wholeclass', main: String(main) };
}

type Standing = Pick<HelpCardFacts, 'confirmed' | 'today'> & Pick<HelpAudience, 'setting'>;

function edition({ id, name, stage }: Edition, standing: Standing): Html {
  return html`<div class="edition" id="${id}"><p class="editions__name screen-only">${name}</p>
<div data-help-cards="${stage}">${cardSheets(stage, standing)}</div></div>`;
}

/** The sheets of one edition: its front, and a back where a contact that stands today goes there. */
export function cardSheets(stage: Stage | null, { confirmed = {}, today, setting = 'school' }: Standing): Html {
  const lines = pupilHelpLines({ stage, confirmed }, today);
  const more = lines.filter(isOnBack);
  const of = more.length > 0 ? 2 : 1;
  const print = (line: HelpLine) => printLine(line, { stage, setting });
  const first = `${notYourFault({ stage })} ${helpAllTheSame({ stage })}`;
  const front = html`<p class="help-card__title">${HELP_TITLE}</p><p>${first}</p>${lines.filter((line) => !isOnBack(line)).map(print)}`;
  const name = setting === 'youth work' ? 'Help card' : 'Pupil help card';
  return html`${sheet(front, `${name}${of === 2 ? ', front' : ''}`, `page 1 of ${of}`)}${of === 2 ? sheet(html`${more.map(print)}`, `${name}, back`, 'page 2 of 2') : ''}`;
}

/** The two services that wait for a confirmation go on the back, so that the front is complete without them and stays at 14 pt. */
function isOnBack({ id }: HelpLine): boolean {
  return id === 'report-remove' || id === 'ceop';
}

function printLine({ id, before, strong, after }: HelpLine, held: HelpAudience): Html {
  return id === 'school' ? html`<p class="write-on"><b>${nameToWrite(held)}</b> <span></span></p>` : html`<p>${before}<b>${strong}</b>${after}</p>`;
}

function sheet(card: Html, name: string, page: string): Html {
  return html`<div class="sheet sheet--cards" data-reviewed="${OUR_WORDS.reviewed ?? ''}"><div class="help-cards">${Array.from({ length: CARDS }, () => html`<div class="help-card">${card}</div>`)}</div>
<p class="sheet__foot"><span>${name}</span> <span class="sheet__edition">${editionWords(OUR_WORDS)}</span> <span>${page}</span></p></div>`;
}

function isOlder(stage: Stage | null): boolean {
  return stage !== null && stage !== 'KS1' && stage !== 'KS2';
}
