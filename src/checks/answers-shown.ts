import { placeIn, type Passage } from '../lesson/passage.ts';
import type { Finding, Hazard } from './hazard.ts';
import { wordHazard } from './word-hazard.ts';

const WHY = 'lets a class see what one child answered, and a child who can be known does not answer';
const BETTER = 'Close the question first, then show the whole class’s result in bands; slips are read later, with the safeguarding lead';

const RESULT = '(results?|votes?|counts?|answers?|totals?|scores?|replies|responses|tally|charts?|bars)';
const GROUP = '(tables?|groups?|rows?|devices?|tablets?|teams?|pairs?|genders?|seats?|pupils?|boys|girls)';

const inWords = wordHazard({
  row: 'H18',
  code: 'answers-shown',
  severity: 'error',
  audience: 'everyone',
  source: 'Safe teaching of sensitive subjects: no answers that tell on a child (PSHE practice, read 2026-11-24); M7, M8 and M11',
  words: [
    'word[ -]?clouds?',
    `(live|real[ -]time|running) ${RESULT}`,
    '(live|open|graffiti|digital|text) (feed|wall|leader ?board|comments?)',
    `(show|display|project|put up|share|reveal|leave|keep|watch|see|look at) … ${RESULT} … (live|as they (come|arrive)|coming in|come in|arrive|arriving|in real[ -]time|go up|going up|grow|growing|while (they|pupils|you|people|everyone|the class))`,
    `${RESULT} (by|for each|per|from each|of each|for every|from every) ${GROUP}`,
    `(compare|show) … (the|each|every) ${GROUP}('s?|s')? (and (the )?(boys|girls))?('s?|s')? ?${RESULT}`,
    '(type|write|post|send|submit|add) … (appears?|pops? up|shows? up|comes? up|goes? up|be shown|is shown|are shown|displayed|scrolls?) … (board|screen|wall|slide|projector)',
    '(read|reads|reading) out (the|each|every|some|a few|all|your|their) (slips?|questions? (from|in) the box|question box)',
    '(read|reads|reading) (the|each|every|some|a few|all|your|their) (slips?|questions? (from|in) the box|question box) (out|aloud|live|to (the|your) class)',
    '(mentimeter|padlet|slido|kahoot|wooclap|jamboard|ahaslides|poll everywhere|flipgrid|nearpod)',
    "(show|say|tell|see|announce) who (has |has not |hasn't |have )?(answered|voted|said|wrote|chose|picked)",
    'names? (next to|beside|with|on) (their|the|each|every) (answers?|votes?|slips?)',
    `(show|share|display|project) … (even if|even when|although) (only )?(a few|two|three|four|five|six|seven|eight|nine|[2-9])( of them| pupils| people)?( have| has)? (answered|voted)`,
  ],
  unless: ['live (action|stream|streams|streaming|performance)', 'text (wall|messages?)', 'wall display'],
  negated: true,
  why: WHY,
  better: BETTER,
});

/** H18, M7, M8, M11: free text, one group’s answers or a running count where the class sees it, asked for in words or in a field. */
export const answersShown: Hazard = {
  ...inWords,
  find(checked) {
    const inFields = checked.passages.flatMap(inField);
    const lines = new Set(inFields.map(({ line }) => line));
    return [...inWords.find(checked).filter(({ line }) => !lines.has(line)), ...inFields];
  },
};

const ASKS =
  /\b(?:word ?cloud|free ?text|open (?:text|answers?)|live|as they come|(?:per|by|each) (?:table|group|device|pupil|seat)|show (?:names|who|counts?|votes?))\b/i;
const HOW =
  /\b(?:live|as they come|immediate(?:ly)?|instant(?:ly)?|always|real[- ]?time|while asking|(?:per|by) (?:table|group|device)|word ?cloud)\b/i;
const OFF = /^["']?(?:no|false|off|never|none|0|not? .*)["']?$/i;
const FEWEST = /^(?:fewest|minimum|threshold|at least|smallest (?:group|class)|min(?:imum)? (?:answers?|votes?|group))\b/i;

// `live results: true`, `results: as they come in`, `threshold: 5`, at the head or within another field.
function inField(passage: Passage): readonly Finding[] {
  if (passage.role !== 'field' || typeof passage.within !== 'string') return [];
  const [, inner, innerValue] = /^([\w][\w -]{0,40}):\s+(.+)$/.exec(passage.text) ?? [];
  const [name, value] = [(inner ?? passage.within).replaceAll(/[-_]/g, ' '), (innerValue ?? passage.text).trim()];
  const said = `“${name}: ${value.slice(0, 60)}”`;
  const isAsked =
    !OFF.test(value) && (isSwitch(name, value) || (/\b(?:results?|votes?|counts?|answers?|polls?|tally)\b/i.test(name) && HOW.test(value)));
  if (isAsked) return [{ ...placeIn(passage, 0), message: `${said} ${WHY}. ${BETTER}` }];
  const isFew = FEWEST.test(name) && Number(value) > 0 && Number(value) < 10;
  const rest = 'shows what a few answered, and among few a child can be known. Leave the line out: ten is the fewest, and a teacher may raise it';
  return isFew ? [{ ...placeIn(passage, 0), message: `${said} ${rest}` }] : [];
}

// A field of that name that is turned on; “title: Live action” is none.
function isSwitch(name: string, value: string): boolean {
  return ASKS.test(name) && /^["']?(?:yes|true|on|all|always|board|class|everyone|\d+)\b/i.test(value);
}
