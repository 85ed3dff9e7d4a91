import { browserKept, type BrowserKept, type BrowserStore } from '../text/browser-kept.ts';
import { html, type Html } from '../text/html.ts';
import { table } from './table.ts';

/** One thing that is kept: what, where, and until when. Each line is a rule of `room/SPEC.md`. */
export type Kept = { readonly what: string; readonly where: string; readonly until: string };

const ROOM = 'On the computer that runs the lesson';
const OVER = 'The teacher finishes the lesson, or 90 minutes after it began';

/** Everything that is kept outside a browser, for whoever answers for it. */
export const keptThings = {
  room: {
    what: 'The room: its code, the pass that tablets come back with (the same for all of them), its lesson and questions, how many pupils today, whether they have or share tablets, how many places are taken, what the characters are called, which slides were shown, where the lesson stands and how long it lasts, and by what the teacher’s key and window are known',
    where: ROOM,
    until: OVER,
  },
  ballots: {
    what: 'For each place, random numbers: each lets it answer one question once, or send one note. And the key to the receipts of the open question',
    where: ROOM,
    until: 'That question closes, that note is sent, or the lesson is finished',
  },
  answers: {
    what: 'An answer, by the place of such a number',
    where: 'In that computer’s memory, never in a file',
    until: 'The question closes, two seconds after the teacher presses “close”. Then it is overwritten',
  },
  totals: {
    what: 'Totals: how many chose what, and hands that were counted. Of answers that a teacher discarded, only how many there were on tablets',
    where: ROOM,
    until: OVER,
  },
  notes: {
    what: 'A note from the question box, where the teacher opened one: its words, and nothing about who wrote it or when',
    where: ROOM,
    until:
      'The lesson is finished. A note that is not sorted yet, or is for the safeguarding lead, stays for them alone, sealed, until a day after they have dealt with it',
  },
  safeguardingKey: {
    what: 'To seal such notes: the public half of each safeguarding key, with a salt and twelve bits of a checksum of its words. The words themselves are nowhere',
    where: 'In one file on that computer',
    until: 'Somebody makes a new key, or deletes the file',
  },
  damaged: {
    what: 'Where the file of rooms is damaged at a start: that file under another name, with what was in it of a room, its random numbers, totals and notes. What can be read is saved, notes first',
    where: 'In the folder of data on that computer, with the date in its name',
    until: '90 minutes after that start, or the next start after them: then it is overwritten and deleted',
  },
  check: {
    what: 'That a tablet got through when somebody tried one: one yes, and nothing about the tablet',
    where: 'In that computer’s memory',
    until: 'A quarter of an hour, or the program ends',
  },
  school: {
    what: 'What staff filled in on “Your school”, and when: its name and setting, the safeguarding lead and deputies and how to reach them, who covers, places, contacts near it, editions of guidance, who confirmed which contact by their role, the end of term and its go-ahead. No pupil and no class',
    where: 'In one file on that computer',
    until: 'Staff change it, or delete it',
  },
  sheets: {
    what: 'Sheets that were printed as PDF, with what “Your school” says on them and nothing of any pupil',
    where: 'In that computer’s memory',
    until: 'Newer ones take their place, or the program ends',
  },
  session: {
    what: 'Where staff sign in with a key: for each browser that is signed in, a random number and when it was last used. No name and no address',
    where: 'In one file on that computer, or in the memory that several of them share',
    until: 'Staff sign out, an hour passes without use, or after twelve hours',
  },
  signIns: {
    what: 'Where staff sign in with a key: how many keys were right and how many were wrong, in all and in each hour of the last day. No name and no address',
    where: 'In that computer’s memory, or in the memory that several of them share',
    until: 'The program ends',
  },
  working: {
    what: 'The lessons as they were read and checked, so that the next start is quicker. Nothing of any class',
    where: 'In the program’s own folder “.cache”',
    until: 'Newer ones take their place, or somebody deletes the folder',
  },
} as const satisfies Readonly<Record<string, Kept>>;

/** What is kept outside a browser, as a table. */
export function keptTable(): Html {
  const rows = Object.values(keptThings).map(({ what, where, until }) => [what, where, until]);
  return table(['What', 'Where', 'Until'], rows, 'kept-table');
}

const STORES: Readonly<Record<BrowserStore, string>> = {
  local: 'in the browser',
  session: 'in that tab',
  cache: 'in the browser’s cache',
  cookie: 'as a cookie',
};

const WHOSE: Readonly<Record<BrowserKept['whose'], string>> = {
  'a pupil’s tablet': 'On a pupil’s tablet',
  'a reader’s': 'With whoever reads at home',
  'a teacher’s': 'With the teacher',
};

/** What pages keep in a browser, as a table: what, in whose browser, and until when. */
export function browserTable(): Html {
  const rows = Object.values(browserKept).map(({ whose, what, stores, until }: BrowserKept) => [
    what,
    `${WHOSE[whose]}, ${stores.map((store) => STORES[store]).join(' or ')}`,
    until,
  ]);
  return table(['What', 'Where', 'Until'], rows, 'kept-table');
}

/** The names it lies under, for whoever looks into a browser; `…` stands for the site’s path, a lesson, a room or a version. */
export function browserNames(): Html {
  const rows = Object.values(browserKept).map(({ shown, what, stores }: BrowserKept) => [
    html`<code>${breakable(shown)}</code>`,
    stores.join(', '),
    what,
  ]);
  return table(['Name', 'Storage', 'What'], rows);
}

/** A name that may go on in a new line after each of its parts, and nowhere else. */
function breakable(name: string): Html[] {
  return name.split(/(?<=[:.])/).map((part, at) => html`${at === 0 ? '' : html`<wbr>`}${part}`);
}
