import { fitLesson } from '../../lesson/fit-film.ts';
import { audienceOf, helpTopicOf, slidesOf } from '../../lesson/lesson.ts';
import { CAMERA_CARDS, CAMERA_CARDS_TITLE, cameraCardsPage } from './camera-cards.ts';
import { helpCardAddress, helpCardPage, packAddress, SCHOOL_HELP_CARDS } from './help-card.ts';
import { notesPage } from '../notes/notes.ts';
import { deliveryNotePage, noticePage } from './notice.ts';
import { planSheetPage } from '../plan/plan-sheet.ts';
import { paperStyles } from './paper-look.ts';
import type { LessonFacts, LessonSheet, Pile, SchoolSheet, Sheet, SheetEntry } from './sheet.ts';
import { isOfSubject } from './sheets-of-subject.ts';
import { transcriptPage } from './transcript.ts';
import { worksheetPage } from './worksheet.ts';

const page = {
  paper: 'A4',
  essential: false,
  item: null,
  pictures: [],
  copies: 'one',
  oneSided: false,
  perPage: { standard: 1, large: 1, spaced: 1 },
} as const;
const ofLesson = {
  ...page,
  of: 'lesson',
  isFor: ({ lesson }) => slidesOf(lesson).length > 0,
} as const satisfies Partial<LessonSheet>;
// A session for adults has no sheets that a class reads, gets or leaves behind.
const ofClass = {
  ...ofLesson,
  isFor: ({ lesson }) => slidesOf(lesson).length > 0 && audienceOf(lesson) === 'pupils',
} as const satisfies Partial<LessonSheet>;
const piles: readonly Pile[] = ['before', 'desk', 'class', 'after', 'pack'];

/** The sheets of each lesson that code makes, in the order they are handed out; `handouts/` adds its own. */
const forLessons: readonly LessonSheet[] = [
  {
    ...ofClass,
    id: 'notice',
    title: 'Notice before the lesson',
    about: 'For the safeguarding lead and IT, one page',
    audience: 'lead',
    pile: 'before',
    item: 12,
    address: ({ slug }) => `print/${slug}/notice/`,
    make: ({ lesson }) => noticePage(lesson),
  },
  {
    ...ofLesson,
    id: 'plan',
    title: 'Lesson plan',
    about: 'For you: both sides of one sheet of paper',
    audience: 'staff',
    pile: 'desk',
    essential: true,
    address: ({ slug }) => `print/${slug}/plan/`,
    make: ({ lesson, film }) => planSheetPage(lesson, film?.manifest ?? null),
  },
  {
    ...ofLesson,
    id: 'notes',
    title: 'My notes',
    about: 'For you: slide by slide, to read standing',
    audience: 'staff',
    pile: 'desk',
    address: ({ slug }) => `print/${slug}/notes/`,
    make: ({ lesson }) => notesPage(lesson),
  },
  {
    ...ofClass,
    id: 'help-card',
    title: '{Pupil help cards}',
    about: 'One page, to cut into eight: the first thing each {pupil} gets',
    audience: 'pupils',
    copies: 'each pupil',
    pile: 'class',
    essential: true,
    perPage: { standard: 8, large: 4, spaced: 4 },
    item: 6,
    address: (lesson) => helpCardAddress({ ...lesson, topic: helpTopicOf(lesson) }),
    make: null,
  },
  {
    ...ofLesson,
    id: 'worksheet',
    title: 'Worksheet',
    about:
      'One for each {pupil}: both sides of one sheet of paper; for some lessons of two, in large print or with more space',
    audience: 'pupils',
    copies: 'each pupil',
    pile: 'class',
    essential: true,
    item: 7,
    address: ({ slug }) => `print/${slug}/worksheet/`,
    make: ({ lesson, film }) => worksheetPage(fitLesson(lesson, film?.manifest)),
  },
  {
    ...ofLesson,
    id: 'transcript',
    title: 'The film in words',
    about: 'To read in place of watching it; its stops are marked',
    audience: 'pupils',
    pile: 'class',
    address: ({ slug }) => `print/${slug}/transcript/`,
    isFor: ({ film }) => film !== null,
    make: ({ lesson, film }) => transcriptPage(fitLesson(lesson, film?.manifest), film),
  },
  {
    ...ofClass,
    id: 'delivery-note',
    title: 'Lesson record',
    about: 'Blank, one page: the record, on paper',
    audience: 'staff',
    pile: 'after',
    address: ({ slug }) => `print/${slug}/delivery-note/`,
    make: ({ lesson }) => deliveryNotePage(lesson),
  },
];

// One page has every edition; each is a sheet, and a file, of its own.
const helpCards: readonly SchoolSheet[] = SCHOOL_HELP_CARDS.map((edition, index) => ({
  ...page,
  of: 'school',
  id: `help-card-${edition.id}`,
  title: `{Pupil help cards}, ${edition.name.toLowerCase()}`,
  about: 'Both sides of one page, to cut into eight',
  audience: 'pupils',
  copies: 'each pupil',
  pile: 'pack',
  perPage: { standard: 8, large: 4, spaced: 4 },
  item: 6,
  address: () => packAddress(edition),
  make: index === 0 ? ({ stages }) => helpCardPage({ stages }) : null,
}));

/** The sheets of the school that code makes. */
const forSchool: readonly SchoolSheet[] = [
  ...helpCards,
  {
    ...page,
    of: 'school',
    id: CAMERA_CARDS,
    title: CAMERA_CARDS_TITLE,
    about: 'Thirty sheets of paper, both sides, printed once and used again: one for each {pupil}',
    audience: 'pupils',
    copies: 'once',
    pile: 'class',
    perPage: { standard: 1 },
    address: () => `print/${CAMERA_CARDS}/`,
    make: cameraCardsPage,
  },
];

/** The order within a pile; what is not named here comes last. */
const order: readonly string[] = [
  ...['for-parents', 'notice'],
  ...['plan', 'notes', 'answers', 'tally', 'call-card', 'three-messages'],
  ...[
    'help-card',
    'start-and-end-slips',
    'answer-cards',
    CAMERA_CARDS,
    'sorting-cards',
    'worksheet',
    'questions',
    'stories',
    'key-words',
    'transcript',
    'question-slips',
  ],
  ...['slip-counts', 'delivery-note'],
];

/** Every sheet, `handouts` among them, in the order of handing out; the pack’s in the order of its items. */
export function allSheets(handouts: readonly Sheet[] = []): readonly Sheet[] {
  return inOrder([...forLessons, ...forSchool, ...handouts]);
}

/** The safeguarding lead’s pack, by its items: the school’s sheets, and those that each lesson makes. */
export function sheetsOfPack(
  lesson: readonly SheetEntry[],
  school: readonly SheetEntry[],
): readonly SheetEntry[] {
  const all = [...school, ...lesson.filter(({ id }) => id !== 'help-card')];
  return all
    .filter(({ pile, item }) => pile === 'pack' || item !== null)
    .toSorted((a, b) => (a.item ?? 99) - (b.item ?? 99));
}

// A sheet in easy read lies behind its plain one: `key-words-easy`, `worksheet-ages-9-11-easy`.
function placeOf(id: string): number | null {
  const at = order.findIndex(
    (one) => id === one || (id.startsWith(`${one}-`) && id.endsWith('-easy')),
  );
  return at < 0 ? null : at + (id === order[at] ? 0 : 0.5);
}

function inOrder<One extends Pick<Sheet, 'id' | 'pile' | 'item'>>(
  sheets: readonly One[],
): readonly One[] {
  const within = ({ id, pile, item }: One) => (pile === 'pack' ? item : placeOf(id)) ?? 99;
  const rank = (one: One) => piles.indexOf(one.pile) * 100 + within(one);
  return sheets.toSorted((a, b) => rank(a) - rank(b));
}

/** The sheets of one lesson, in the order they are handed out; those of the school among them that every class needs. */
export function sheetsOfLesson(
  facts: Pick<LessonFacts, 'lesson'> & { readonly film: unknown },
  sheets: readonly Sheet[],
): readonly SheetEntry[] {
  const { lesson } = facts;
  const isForClass = slidesOf(lesson).length > 0 && audienceOf(lesson) === 'pupils';
  const ofIt = sheets
    .filter(({ id }) => isOfSubject(lesson, id))
    .flatMap((sheet) => {
      if (sheet.of === 'lesson') {
        return sheet.isFor(facts) ? [entry(sheet, sheet.address(lesson))] : [];
      }
      return isForClass && sheet.pile !== 'pack' ? [entry(sheet, sheet.address())] : [];
    });
  return inOrder(ofIt);
}

/** The sheets that are the same for the whole school; what it prints once for its classes is with the lessons that use it. */
export function sheetsOfSchool(sheets: readonly Sheet[]): readonly SheetEntry[] {
  return sheets
    .filter(
      (sheet): sheet is SchoolSheet =>
        sheet.of === 'school' && (sheet.copies !== 'once' || sheet.pile === 'pack'),
    )
    .map((sheet) => entry(sheet, sheet.address()));
}

function entry(
  { id, title, about, audience, copies, pile, essential, paper, perPage, oneSided, item }: Sheet,
  address: string,
): SheetEntry {
  const styles = paperStyles.filter((style) => perPage[style] !== undefined);
  return {
    id,
    title,
    about,
    audience,
    copies,
    pile,
    essential,
    paper,
    perPage,
    oneSided,
    item,
    address,
    styles,
  };
}
