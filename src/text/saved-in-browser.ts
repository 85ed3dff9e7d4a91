import {
  approvalKey,
  boardKey,
  deskKey,
  deskLookKey,
  filmsKey,
  folderKey,
  letterKeysKey,
  LEFT_KEY,
  LINES_KEY,
  offlineLessonKey,
  lessonDraftsKey,
  OPENED_PLAN,
  ownLessonsKey,
  pageRoomKey,
  READING_KEY,
  schoolKey,
  SEARCHED,
  SEAT_KEY,
  staffCookie,
  startKey,
  STEPS,
  todayKey,
  TYPED_START,
  versionKey,
} from './browser-keys.ts';

/** Where in a browser something is kept: until someone takes it away, in one tab, with one page of a tab’s history, for when there is no network, or sent back to the program. */
export type BrowserStore = 'local' | 'database' | 'session' | 'history' | 'cache' | 'cookie';

/** One thing that a page keeps in a browser: whose browser, what, where, under which name, and until when. */
export type SavedInBrowser = {
  readonly whose: 'a teacher’s' | 'a pupil’s tablet' | 'a reader’s';
  readonly what: string;
  readonly stores: readonly BrowserStore[];
  /** The name as it appears in the browser's storage. */
  readonly name: RegExp;
  readonly shown: string;
  readonly until: string;
};

const TEACHER = 'a teacher’s';

/** Everything that any page keeps in any browser; a page that keeps more has its line here, and `/privacy/` shows it. */
export const savedInBrowser = {
  seat: {
    whose: 'a pupil’s tablet',
    what: 'The place in the room, with its code and its pass (one for all tablets), and the receipt of the open question, sealed so that nobody can read it there',
    stores: ['session'],
    name: /^wholeclass$/,
    shown: SEAT_KEY,
    until:
      'The {pupil} leaves or hands the tablet on, the lesson is finished, or the tab is closed. The receipt: the question closes',
  },
  reading: {
    whose: 'a pupil’s tablet',
    what: 'How someone likes to read along: size, font, colours; on a tablet also the room’s code',
    stores: ['session', 'local'],
    name: /^wholeclass\.read$/,
    shown: READING_KEY,
    until:
      'On a tablet: “{Next pupil}”, “Leave”, or the tab is closed. In a {teacher}’s browser: its data is cleared',
  },
  lines: {
    whose: 'a reader’s',
    what: 'Replies saved on “Comebacks”, each by a code of its words',
    stores: ['local'],
    name: /^kept-lines$/,
    shown: LINES_KEY,
    until: 'They are taken away there',
  },
  offline: {
    whose: 'a reader’s',
    what: 'The pages for home, so that they open without a network. Nothing about the reader',
    stores: ['cache'],
    // A worker shares no script with pages: `look/offline-worker.view.ts` makes the name.
    name: /^home .* [\w-]*$/,
    shown: 'home … …',
    until: 'A newer version replaces it',
  },
  offlineOwn: {
    whose: TEACHER,
    what: 'The pages that lessons written here are taught and printed with, so that they open without a network. Nothing of those lessons',
    stores: ['cache'],
    name: /^own .* [\w-]*$/,
    shown: 'own … …',
    until: 'A newer version replaces it',
  },
  offlineLessons: {
    whose: TEACHER,
    what: 'Lessons kept for a room without a network',
    stores: ['cache'],
    name: /^wholeclass:.*:offline:[\w-]+$/,
    shown: offlineLessonKey('…', '…', '…'),
    until: 'They are removed there',
  },
  desk: {
    whose: TEACHER,
    what: 'Where the {teacher} is in the lesson: slide, film, pause, times, how many {pupils}, which screens; and the key to its room',
    stores: ['local'],
    name: /^wholeclass:.*:present$/,
    shown: deskKey('wholeclass:…:…'),
    until: 'The lesson is finished. Forgotten, it opens nothing after 90 minutes',
  },
  today: {
    whose: TEACHER,
    what: 'What is chosen of a lesson for today: the characters’ names, what is left out',
    stores: ['local'],
    name: /^wholeclass:.*:today$/,
    shown: todayKey('…', '…'),
    until: 'It is finished, or any is opened on another day',
  },
  version: {
    whose: TEACHER,
    what: 'Which version of a lesson was chosen last: its length',
    stores: ['local'],
    name: /^wholeclass:.*:version$/,
    shown: versionKey('…', '…'),
    until: 'The browser’s data is cleared',
  },
  start: {
    whose: TEACHER,
    what: 'How lessons start here: devices, screens, how many {pupils}, when that hour’s lesson ends',
    stores: ['local'],
    name: /^wholeclass:.*:start$/,
    shown: startKey('…'),
    until: 'The browser’s data is cleared',
  },
  approval: {
    whose: TEACHER,
    what: 'Without the program, the approval of a lesson: when asked for and given, by which role, a note, what the lesson was like',
    stores: ['local'],
    name: /^wholeclass:.*:approval$/,
    shown: approvalKey('…', '…'),
    until: 'The browser’s data is cleared',
  },
  searched: {
    whose: TEACHER,
    what: 'Words searched for among lessons: never in an address',
    stores: ['history'],
    name: /^wholeclassSearch$/,
    shown: SEARCHED,
    until: 'The tab is closed',
  },
  steps: {
    whose: 'a reader’s',
    what: 'How many steps into “Comebacks”, “Help” or a page for parents someone is',
    stores: ['history'],
    name: /^wholeclassSteps$/,
    shown: STEPS,
    until: 'The tab is closed',
  },
  left: {
    whose: 'a reader’s',
    what: 'That a page for home was left, so that “Back” shows none',
    stores: ['session'],
    name: /^left$/,
    shown: LEFT_KEY,
    until: 'Such a page is opened, or the tab is closed',
  },
  typedStart: {
    whose: TEACHER,
    what: 'What is typed and ticked on the start page: how many, when the lesson ends, which lead or deputy is in',
    stores: ['history'],
    name: /^wholeclassStart$/,
    shown: TYPED_START,
    until: 'The lesson starts, or the tab is closed',
  },
  letterKeys: {
    whose: TEACHER,
    what: 'That single letters are no keys here',
    stores: ['local'],
    name: /^wholeclass:.*:letter-keys$/,
    shown: letterKeysKey('…'),
    until: 'They are switched on again',
  },
  deskLook: {
    whose: TEACHER,
    what: 'How large the notes are, and whether the desk is dark',
    stores: ['local'],
    name: /^wholeclass:.*:notes-size$/,
    shown: deskLookKey('…'),
    until: 'The usual look is chosen again',
  },
  school: {
    whose: TEACHER,
    what: 'What was filled in on “{Your school}”, on a site of files',
    stores: ['local'],
    name: /^wholeclass:.*:school$/,
    shown: schoolKey('…'),
    until: 'The browser’s data is cleared',
  },
  ownLessons: {
    whose: TEACHER,
    what: 'Lessons on a site of files: pictures, what can be undone, earlier versions, last day taught',
    stores: ['database'],
    // Two databases: a window that was opened before there were versions still saves.
    name: /^wholeclass:.*:(?:lessons|versions)$/,
    shown: ownLessonsKey('…'),
    until: 'They are deleted there',
  },
  lessonDrafts: {
    whose: TEACHER,
    what: 'Words and pictures that the program does not have yet, and on its own computer what can be undone',
    stores: ['database'],
    name: /^wholeclass:.*:drafts$/,
    shown: lessonDraftsKey('…'),
    until: 'It has them, or the lesson is deleted',
  },
  folder: {
    whose: TEACHER,
    what: 'Which folder lessons are in, words it does not have yet, what can be undone',
    stores: ['database'],
    name: /^wholeclass:.*:folder(?:-drafts)?$/,
    shown: folderKey('…'),
    until: 'It is no longer used',
  },
  films: {
    whose: TEACHER,
    what: 'What is said of a film of your own, and its captions: never the film itself',
    stores: ['database'],
    name: /^wholeclass:.*:films$/,
    shown: filmsKey('…'),
    until: 'It is deleted on “Your film”',
  },
  openedPlan: {
    whose: TEACHER,
    what: 'A plan or slides that are being checked, with their pictures',
    stores: ['history'],
    name: /^wholeclassOpened$/,
    shown: OPENED_PLAN,
    until: 'The tab is closed',
  },
  board: {
    whose: TEACHER,
    what: 'Which slide the board shows, and the key of a phone that helps',
    stores: ['session'],
    name: /^wholeclass\.board\./,
    shown: boardKey('…'),
    until: 'The lesson is finished, or the tab is closed',
  },
  pageRoom: {
    whose: TEACHER,
    what: 'The room with its totals, counted hands and cards, on a site of files',
    stores: ['session'],
    name: /^wholeclass\.room\./,
    shown: pageRoomKey('…'),
    until: 'The lesson is finished, 90 minutes after it began, or the tab is closed',
  },
  staff: {
    whose: TEACHER,
    what: 'That staff are signed in, where the program is hosted with a key. The only cookie there is',
    stores: ['cookie'],
    name: /^(?:__Host-)?wholeclass$/,
    shown: staffCookie(true),
    until:
      'Staff sign out, an hour passes without use, the browser is closed, or after twelve hours',
  },
} as const satisfies Readonly<Record<string, SavedInBrowser>>;
