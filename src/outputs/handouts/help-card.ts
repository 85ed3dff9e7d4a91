import type { HelpTopic } from '../../subjects/help-topics.ts';
import { namesOf } from '../../text/own.ts';
import { textWidth } from '../../text/letter-widths.ts';
import {
  HELP_TITLE,
  helpAllTheSame,
  nameToWrite,
  notYourFault,
  pupilHelpLines,
  type HelpLine,
  type HelpSetting,
} from '../../help/pupil-help.ts';
import type { HiddenContacts } from '../../help/national.ts';
import { CHILDLINE_SITE } from '../../help/numbers.ts';
import type { Stage } from '../../lesson/lesson.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { editionWords, OUR_WORDS } from './edition.ts';
import { childlineWords, topicData } from './help-section.ts';
import { printBar } from './print-bar.ts';

/** What decides the cards: the stages of the school's lessons (which card comes up first), what someone found to be wrong, and the safeguarding lead as the school has named them, `Ms Khan, Room 14`. */
export type HelpCardFacts = {
  readonly stages: readonly (Stage | null)[];
  readonly hidden?: HiddenContacts | undefined;
  readonly confirmed?: readonly string[] | undefined;
  readonly lead?: string;
  /** Where the school’s pages for home are, as it is written, `help.example.org`; empty for none. */
  readonly homeSite?: string;
};

type Edition = {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly topic: HelpTopic;
  readonly setting: HelpSetting;
};

const inSchool = { topic: 'pictures', setting: 'school' } as const;
const younger: Edition = { ...inSchool, id: 'ages-9-11', name: 'Ages 9–11', stage: 'KS2' };
const older: Edition = { ...inSchool, id: 'ages-11-18', name: 'Ages 11–18', stage: 'KS3' };
const olderInClubs: Edition = {
  ...older,
  id: 'ages-11-18-club',
  name: 'Ages 11–18, for a club',
  setting: 'youth work',
};

/** What a card is called that is not about pictures. */
const TOPIC_WORDS: Readonly<Record<Exclude<HelpTopic, 'pictures'>, string>> = {
  money: 'money',
  consent: 'consent',
  talk: 'other',
};

// Younger pupils have the same lines whatever else the lesson is about.
const ofOtherTopics: readonly Edition[] = [
  ofTopic(younger, 'talk'),
  ...namesOf(TOPIC_WORDS).map((topic) => ofTopic(older, topic)),
];

function ofTopic(one: Edition, topic: Exclude<HelpTopic, 'pictures'>): Edition {
  return { ...one, id: `${one.id}-${topic}`, name: `${one.name}, ${TOPIC_WORDS[topic]}`, topic };
}

const CARDS = 8;

/** The editions that a school prints. Each is a sheet and a file of its own: a nine-year-old's card never has an older pupil's words on its back. */
export const SCHOOL_HELP_CARDS: readonly Pick<Edition, 'id' | 'name'>[] = [younger, older];

/** Where the cards for a lesson are, from the site's root; younger children's are the same in a club, and those of other topics everywhere. */
export function helpCardAddress({ stage, setting = 'school', topic }: CardOf): string {
  const isForOlder = isOlder(stage);
  if (topic !== 'pictures') {
    const of = isForOlder ? topic : 'talk';
    return editionAddress(
      ofOtherTopics.find((one) => one.topic === of && isOlder(one.stage) === isForOlder) ?? younger,
    );
  }
  if (!isForOlder) return editionAddress(younger);
  return editionAddress(setting === 'youth work' ? olderInClubs : older);
}

/** The lesson that cards are for. */
type CardOf = {
  readonly stage: Stage | null;
  readonly setting?: HelpSetting;
  readonly topic: HelpTopic;
};

/** Where the cards of one edition are for the safeguarding lead's pack, from the site's root. */
export function packAddress({ id }: Pick<Edition, 'id'>): string {
  return `print/help-card/#${id}-pack`;
}

const TITLE = '{Pupil help cards}';

function editionAddress({ id }: Pick<Edition, 'id'>): string {
  return `print/help-card/#${id}`;
}

/** The pupils' help cards: eight on an A4 sheet, one edition by age, of which the page shows and prints one at a time. */
export function helpCardPage({ stages, hidden, lead = '' }: HelpCardFacts): Slots {
  // Cards without words about pictures come first as soon as one lesson is for younger pupils.
  const first = stages.length > 0 && stages.every(isOlder) ? [older, younger] : [younger, older];
  const editions = [...first, olderInClubs, ...ofOtherTopics];
  const main = html`${printBar('A4, black on white, to cut into eight. One for each {pupil}, handed out in the first five minutes. The line is for the name of an adult each {pupil} trusts. It may stay empty.', { heading: TITLE, title: TITLE })}
<nav class="editions screen-only" aria-label="Which card">${editions.map(({ id, name }) => html`<a class="button" href="#${id}">${name}</a>`)}</nav>
<div class="editions__sheets">${editions.map((one) => edition(one, { hidden, lead }))}</div>`;
  return { title: `${TITLE} · Wholeclass`, main: String(main) };
}

type Shown = Omit<HelpCardFacts, 'stages'> & {
  readonly topic?: HelpTopic;
  readonly setting?: HelpSetting;
};

function edition({ id, name, stage, topic, setting }: Edition, shown: Shown): Html {
  return html`<div class="edition" id="${id}"><p class="editions__name screen-only">${name}</p>
<div id="${id}-pack" data-help-cards="${stage}"${topicData(topic)} data-setting="${setting}">${cardSheets(stage, { ...shown, topic, setting })}</div></div>`;
}

/** How wide a line of a card is, in its letters’ size; and “In school”, which stands before the lead’s name. */
const LINE = { all: 17, before: 5.6 };

/** A lead’s name and place may take so many lines: with more, the numbers below would be cut off. */
const MAX_LEAD_LINES = 3;

/** The first of these ways to name the safeguarding lead that a card has room for; empty where it has room for none, and the line is left to write on. */
export function leadThatFits(ways: readonly string[]): string {
  return ways.find((lead) => leadLines(lead) <= MAX_LEAD_LINES) ?? '';
}

/** How many lines a lead’s name and place take on a card; endless where a word is wider than a line. */
function leadLines(lead: string): number {
  let [lines, used] = [1, LINE.before];
  for (const part of lead.split(/(?<=[ -])/)) {
    const width = textWidth(part.trimEnd());
    if (width > LINE.all) return Infinity;
    if (used + width > LINE.all) [lines, used] = [lines + 1, 0];
    used += textWidth(part);
  }
  return lines;
}

/** The sheets of one edition: on the front who is nearest and numbers, on the back Childline’s chat, CEOP and, for older pupils, Report Remove. Each card and their foot say for which ages they are. */
export function cardSheets(
  stage: Stage | null,
  {
    hidden,
    confirmed,
    topic = 'pictures',
    setting = 'school',
    lead = '',
    homeSite = '',
  }: Shown = {},
): Html {
  const lines = pupilHelpLines({ stage, topic, hidden, confirmed });
  const isBehind = ({ id }: HelpLine) => !['school', 'childline', '999'].includes(id);
  const another = lead === '' ? [] : [toWrite('Another adult')];
  const isOnFront = leadLines(lead) === 1;
  const adults =
    lead === ''
      ? [toWrite(nameToWrite({ stage, setting }))]
      : [named(lead, setting), ...(isOnFront ? another : [])];
  const ages = isOlder(stage) ? '11–18' : '9–11';
  const front = html`<p class="help-card__title">${HELP_TITLE}</p><p>${notYourFault({ stage, topic })} ${helpAllTheSame({ stage, topic })}</p>
${lines.filter((line) => !isBehind(line)).map((line) => (line.id === 'school' ? html`${adults}` : service(line)))}
<p class="help-card__ages">${ages}</p>`;
  const behind = [
    ...(isOnFront ? [] : another),
    chat(),
    ...lines.filter(isBehind).map(service),
    // Where the line for another adult is on the back, there is no room for more.
    ...(isOlder(stage) && topic === 'pictures' && isOnFront ? atHome(homeSite) : []),
  ];
  // With its topic, as short as it has to be for one line of the foot.
  const name =
    topic === 'pictures'
      ? `${setting === 'youth work' ? 'Help card' : 'Pupil help card'}, ages ${ages}`
      : `Help card, ages ${ages}, ${TOPIC_WORDS[topic]}`;
  return html`${sheet({ card: front, isTight: lead !== '' }, `${name}, front`, 'page 1 of 2')}${sheet({ card: html`${behind}`, isTight: false }, `${name}, back`, 'page 2 of 2')}`;
}

// The front has a line for Childline and no more.
function chat(): Html {
  return html`<p><b>Childline chat</b>: ${CHILDLINE_SITE}</p>`;
}

/** How wide an address may be to fit on one line of a card, in its letters’ size, also spaced; and in large print. A wider one is not on it: none is cut, or broken at a hyphen. */
const MAX_ADDRESS = { plain: 16, large: 13 };

// Those pages have words about pictures: younger pupils’ cards do not lead there.
function atHome(site: string): Html[] {
  const width = textWidth(site);
  if (site === '' || width > MAX_ADDRESS.plain) return [];
  const isLong = width > MAX_ADDRESS.large;
  return [
    html`<p class="help-card__home${isLong ? ' help-card__home--long' : ''}">Replies to send, and help: <b>${site}</b></p>`,
  ];
}

function service({ id, before, strong, after }: HelpLine): Html {
  if (id === 'childline') return html`<p>${childlineWords()}</p>`;
  return html`<p>${before}<b>${strong}</b>${after}</p>`;
}

function named(lead: string, setting: HelpSetting): Html {
  return html`<p class="help-card__lead"><b>${setting === 'youth work' ? 'Here' : 'In school'}</b> ${lead}</p>`;
}

function toWrite(label: string): Html {
  return html`<p class="write-on"><b>${label}</b> <span></span></p>`;
}

/** What is on each card of a sheet; a front that names the lead has more lines than others. */
type Face = { readonly card: Html; readonly isTight: boolean };

function sheet({ card, isTight }: Face, name: string, page: string): Html {
  const kind = `help-card${isTight ? ' help-card--tight' : ''}`;
  return html`<div class="sheet sheet--cards" data-reviewed="${OUR_WORDS.reviewed ?? ''}"><div class="help-cards">${Array.from({ length: CARDS }, () => html`<div class="${kind}">${card}</div>`)}</div>
<p class="sheet__foot"><span>${name}</span> <span class="sheet__edition">${editionWords(OUR_WORDS)}</span> <span>${page}</span></p></div>`;
}

function isOlder(stage: Stage | null): boolean {
  return stage !== null && stage !== 'KS1' && stage !== 'KS2';
}
