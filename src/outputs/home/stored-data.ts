import { markWords } from '../../text/word-marks.ts';
import {
  savedInBrowser,
  type SavedInBrowser,
  type BrowserStore,
} from '../../text/saved-in-browser.ts';
import { html, type Html } from '../../text/html.ts';
import { table } from '../handouts/table.ts';

/** One thing that is kept: what, where, and until when. Each line is a rule of `room/SPEC.md`. */
export type StoredItem = { readonly what: string; readonly where: string; readonly until: string };

const ROOM = 'On the lesson’s computer';
const OVER = 'The lesson is finished, or 90 minutes after it began';

/**
 * Everything that is stored outside a browser, for data protection officers; what pupils give comes
 * first, in short rows.
 */
export const storedData = {
  ballots: {
    what: 'For each place, random numbers: each lets it answer one question once, or send one note. And the key to the receipts of the open question',
    where: ROOM,
    until: 'That question closes, that note is sent, or the lesson is finished',
  },
  answers: {
    what: 'An answer, by the place of such a number, overwritten at the end',
    where: 'In memory, never in a file',
    until:
      'The question closes, two seconds after the {teacher} presses “close”. The last requests may lie in the program’s read buffer until others overwrite them',
  },
  totals: {
    what: 'Totals: how many chose what, by tablet and by cards that a camera read together, and hands that were counted. Of answers that a {teacher} discarded, only how many came from tablets',
    where: ROOM,
    until: OVER,
  },
  notes: {
    what: 'A note from the question box, where the {teacher} opened one: its words, and nothing about who wrote it or when. One that still waits after the lesson is sealed for the safeguarding lead only',
    where: ROOM,
    until:
      'The lesson is finished. One that still waits for the lead: a day after they have dealt with it',
  },
  safeguardingKey: {
    what: 'To seal such notes: the public half of each safeguarding key, with a salt and twelve bits of a checksum of its words. The words are nowhere',
    where: 'In a file on that computer',
    until: 'Someone makes a new key, or deletes the file',
  },
  room: {
    what: 'The room: its code, the pass that tablets come back with (one for all), its lesson and questions, how many {pupils}, whether they have or share tablets, whether joining is closed, how many places are taken, what the characters are called, which slides were shown, where the lesson is, how long it lasts, and by what the {teacher}’s key and phone and window are known',
    where: ROOM,
    until: OVER,
  },
  damaged: {
    what: 'A damaged file of rooms, under another name. What can be read of it is saved, notes first',
    where: 'In its folder of data',
    until: 'Overwritten and deleted after 90 minutes, or at a later start',
  },
  check: {
    what: 'That a tablet got through when someone tried one: a yes, and nothing about it',
    where: 'In memory',
    until: 'A quarter of an hour, or the program ends',
  },
  school: {
    what: 'What staff filled in on “{Your school}”, and when: its name, setting and nation, the safeguarding lead, deputies and how to reach them, who covers, places, contacts near it, the address of its pages for home, editions of guidance, who confirmed which contact by their role, which contacts are wrong, end of term, approval, phones, lesson times. No {pupil}, no {class}',
    where: 'In a file on that computer',
    until: 'Staff change it, or delete it',
  },
  approvals: {
    what: 'The approval of a lesson: when it was asked for, a checksum of each link, the answer with role and day, a note, checksums of slides. No name, no {pupil}',
    where: 'In files on that computer',
    until: 'The next one takes its place, or staff delete it',
  },
  lessons: {
    what: 'Lessons that staff write, earlier versions, last day taught; reviews by role, with comments. No {pupil}, {class} or reviewer is named',
    where: 'In files',
    until: 'Staff delete them, and 30 days more',
  },
  sheets: {
    what: 'Sheets printed as PDF, with what “{Your school}” says on them. No {pupil}',
    where: 'In memory',
    until: 'Half an hour at most',
  },
  session: {
    what: 'Where staff sign in: a random number for each browser, and when it was last used. No name, no address',
    where: 'In a file, or in a shared store',
    until: 'Staff sign out, an hour passes without use, or after twelve hours',
  },
  signIns: {
    what: 'Where staff sign in: how many keys were right and how many were wrong, by the hour. No name, no address',
    where: 'In memory, or in a shared store',
    until: 'The program ends',
  },
  working: {
    what: 'Lessons as they were read, for a quicker start',
    where: 'In the folder “.cache”',
    until: 'Newer ones replace them',
  },
} as const satisfies Readonly<Record<string, StoredItem>>;

/** What is kept outside a browser, as a table. */
export function storedDataTable(): Html {
  return storedTable(Object.values(storedData));
}

// Where and until when are short, and share a column: three would squeeze what is kept.
function storedTable(items: readonly StoredItem[]): Html {
  const rows = items.map(({ what, where, until }) => [
    markWords(what),
    html`${markWords(where)}. Until: ${markWords(until)}`,
  ]);
  return table(['What', 'Where, and until when'], rows, 'kept-table');
}

const STORES: Readonly<Record<BrowserStore, string>> = {
  local: 'in the browser',
  database: 'in a database of the browser',
  session: 'in that tab',
  history: 'in that tab, with this one page',
  cache: 'in the browser’s cache',
  cookie: 'as a cookie',
};

const WHOSE: Readonly<Record<SavedInBrowser['whose'], string>> = {
  'a pupil’s tablet': '{Pupil}’s tablet',
  'a reader’s': 'Reader at home',
  'a teacher’s': '{Teacher}',
};

/** What pages keep in a browser, as a table: what, in whose browser, and until when. */
export function browserTable(): Html {
  return storedTable(
    Object.values(savedInBrowser).map(({ whose, what, stores, until }: SavedInBrowser) => ({
      what,
      where: `${WHOSE[whose]}, ${stores.map((store) => STORES[store]).join(' or ')}`,
      until,
    })),
  );
}

/** That goes for all of it, and is said once above the table. */
const AT_THE_LATEST = 'The browser’s data is cleared';

/**
 * The names it has in a browser's storage, each with what it is and until when; `…` stands for the
 * site’s path, a lesson, a room or a version.
 */
export function browserNames(): Html {
  const rows = Object.values(savedInBrowser).map(
    ({ shown, what, stores, until }: SavedInBrowser) => [
      html`<code>${breakable(shown)}</code>`,
      markWords(what),
      html`${stores.join(', ')}${until === AT_THE_LATEST ? '' : html`. Until: ${markWords(until)}`}`,
    ],
  );
  return table(['Name', 'What', 'Storage, and until when'], rows, 'names-table');
}

/** A name that may go on in a new line after each of its parts, and nowhere else. */
function breakable(name: string): Html[] {
  return name.split(/(?<=[:.])/).map((part, at) => html`${at === 0 ? '' : html`<wbr>`}${part}`);
}
