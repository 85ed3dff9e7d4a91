import { myFilm, type MyFilm } from './my-lesson-film.ts';
import type { MyFile, MyFiles, MyLesson } from './my-lesson.ts';
import { fileAddress, INNER_START, STARTS } from './own-folder.ts';
import { OPEN_ME } from '../text/folder-names.ts';
import { versionOf } from '../approval/approval-protocol.ts';
import type { LessonToApprove } from '../approval/lesson-to-approve.ts';
import { isApproved } from '../approval/approval.ts';
import { checkLesson } from '../checks/checks.ts';
import { fitLesson } from '../lesson/fit-film.ts';
import type { Lesson, ReadLesson } from '../lesson/lesson.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import type { LessonReview } from '../outputs/board/deck.ts';
import { deckOf, notesOf, withReview } from '../outputs/board/make-deck.ts';
import { onSheet } from '../outputs/handouts/on-sheet.ts';
import type { Handout } from '../outputs/handouts/handout.ts';
import { ownHandouts } from '../outputs/handouts/own-handouts.ts';
import { withOwnSheets } from '../outputs/handouts/own-sheets.ts';
import { readHandout } from '../outputs/handouts/read-handout.ts';
import type { Sheet } from '../outputs/handouts/sheet.ts';
import { isOfSubject } from '../outputs/handouts/sheets-of-subject.ts';
import { sheetsWith } from '../outputs/handouts/sheets-with.ts';
import { sheetsOfLesson } from '../outputs/handouts/sheets.ts';
import { slidesSheet } from '../outputs/handouts/slides-sheet.ts';
import { startPage } from '../outputs/home/start-page.ts';
import { lessonCard } from '../outputs/library/lesson-card.ts';
import { powerPointFile, wordFile } from '../outputs/office/office-files.ts';
import { planPage } from '../outputs/plan/plan.ts';
import { planToApprove } from '../outputs/plan/plan-to-approve.ts';
import type { Slots } from '../text/fill-page.ts';
import { filmPrint, isReviewed, partsOf } from '../review/lesson-parts.ts';
import { reviewState } from '../review/review.ts';
import { stateWords, whySuspended } from '../review/review-words.ts';
import { parseReview } from '../review/stored-review.ts';
import { safeguarding } from '../subjects/safeguarding.ts';
import { subjectNames } from '../subjects/subjects.ts';
import { shippedOf } from '../text/my-lesson.ts';
import { PROTOCOL } from '../text/protocol-version.ts';

type Made = ReadLesson &
  Pick<MyLesson, 'text' | 'today' | 'handouts' | 'pictures'> & {
    readonly review: LessonReview | null;
    readonly film: MyFilm;
  };

/** A file as it is made: what writes Word is fetched only then. */
type MadeFile<Name extends MyFile> = Name extends 'plan.docx'
  ? Promise<MyFiles[Name]>
  : MyFiles[Name];

const FILES: { readonly [Name in MyFile]: (made: Made) => MadeFile<Name> } = {
  films: ({ lesson }) => lesson.films,
  pictures: ({ lesson }) => [...new Set(lesson.pictures.map(({ path }) => path))],
  'deck.json': ({ lesson, review, film: { deck } }) => ({
    v: PROTOCOL,
    ...withReview(deckOf(lesson, deck.film, deck.awaited), review),
  }),
  'notes.json': ({ lesson, film }) => notesOf(lesson, film.film),
  'questions.json': ({ lesson }) => lesson.questions,
  'film.json': ({ film }) => film.pages,
  'lesson.json': toApprove,
  approve: (made) => ({
    ...planToApprove(fitted(made.lesson, made.film), made.film.film),
    data: JSON.stringify(toApprove(made)),
  }),
  plan: ({ text, today, review, film, ...read }) => {
    const problems = [...read.problems, ...checkLesson(read.lesson, text, { today })];
    const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const whole = { lesson: fitted(read.lesson, film), problems: inOrder };
    const whose = shippedOf(read.lesson.slug) === null ? 'here' : 'shipped, with a film of here';
    return planPage(whole, film.media, { whose, review });
  },
  slides: ({ lesson, film }) => onSheet(slidesSheet(fitted(lesson, film), film.film)),
  sheets: sheetsOf,
  'sheets.json': (made) =>
    Object.fromEntries(Object.entries(sheetsOf(made)).map(([id, { main = '' }]) => [id, main])),
  'print.json': (made) => {
    const { lesson, film } = made;
    return {
      // Its name is none of a file’s, and it has pages all the same.
      card: { ...lessonCard({ lesson, problems: [] }, film.media), opens: true },
      sheets: sheetsOfLesson({ lesson, film: film.film }, allSheetsOf(made)),
    };
  },
  start: ({ lesson, review, film: { film, media } }) => {
    const card = lessonCard({ lesson, problems: [] }, media);
    const slots = (root: string) => {
      const held = review?.suspends ?? null;
      return startPage(card, { root, templates: [], at: fileAddress, held });
    };
    return {
      slots: { [OPEN_ME]: slots(STARTS[OPEN_ME]), [INNER_START]: slots(STARTS[INNER_START]) },
      film: film && film.slug,
    };
  },
  'slides.pptx': ({ lesson, film: { film }, pictures }) =>
    powerPointFile({ lesson, film }, { media: pictures, day: null, filmAddress: null }).bytes,
  'plan.docx': ({ lesson, film: { film } }) => wordFile({ lesson, film }),
};

function allSheetsOf({ handouts, lesson }: Pick<Made, 'handouts' | 'lesson'>): readonly Sheet[] {
  const sheets = sheetsWith(handouts.map(({ name, text }) => readHandout(name, text).handout));
  return withOwnSheets(sheets, ownOf(lesson));
}

function ownOf(lesson: Lesson): readonly Handout[] {
  return ownHandouts(lesson).map(({ handout }) => handout);
}

function sheetsOf(made: Made): MyFiles['sheets'] {
  const { lesson: asWritten, film: mine, today } = made;
  const film = mine.film && mine.words && { ...mine.film, ...mine.words };
  const lesson = fitted(asWritten, mine);
  const own = ownOf(lesson);
  const slots = allSheetsOf(made).flatMap((sheet): readonly (readonly [string, Slots])[] =>
    sheet.of === 'lesson' &&
    sheet.make !== null &&
    isOfSubject(lesson, sheet.id) &&
    sheet.isFor({ lesson, film })
      ? [[sheet.id, onSheet(sheet.make({ lesson, film, today, own }))]]
      : [],
  );
  return Object.fromEntries(slots);
}

/** Makes a file of a lesson of one’s own, as the site makes those of the lessons that it came with. Never throws on what is written there. */
export function makeMyFile<Name extends MyFile>(name: Name, mine: MyLesson): MadeFile<Name> {
  const { text, today, handouts, pictures } = mine;
  const { lesson, problems } = readMine(mine);
  const film = myFilm(lesson, mine.films);
  const review = reviewHere(lesson, mine);
  return FILES[name]({ lesson, problems, text, today, handouts, pictures, review, film });
}

function readMine({ slug, text, staysSafeguarding }: MyLesson): ReadLesson {
  const read = (stays: boolean): ReadLesson => {
    const { lesson, problems } = readLesson(slug, text, { staysSafeguarding: stays });
    return { lesson: withGate(lesson), problems };
  };
  if (shippedOf(slug) === null) return read(staysSafeguarding);
  // Of these it is known that they are approved, and not whether their head alone says so.
  const asWritten = read(false);
  return staysSafeguarding && !isApproved(asWritten.lesson) ? read(true) : asWritten;
}

function fitted(lesson: Lesson, { film }: MyFilm): Lesson {
  return fitLesson(lesson, film?.manifest);
}

// A school's own packs are not known to this page: behind a name that is unknown one with an approval may stand.
function withGate(lesson: Lesson): Lesson {
  const { subject } = lesson;
  if (subjectNames().includes(subject.name)) return lesson;
  const pack = { ...subject.pack, approval: safeguarding.approval };
  return { ...lesson, subject: { ...subject, pack } };
}

/** How the review of a lesson is; null for one that a class may be taught without. No approval holds here: only a program knows who the safeguarding lead is. */
function reviewHere(
  lesson: Lesson,
  { review: bytes, why: siteWhy }: Pick<MyLesson, 'review' | 'why'>,
): LessonReview | null {
  if (!isApproved(lesson)) return null;
  // What came with the site was reviewed where it was written, and is approved in this browser.
  if (shippedOf(lesson.slug) !== null) {
    return siteWhy === null
      ? null
      : { words: 'Not reviewed as it is now.', suspends: siteWhy + REVIEWED_THERE };
  }
  if (!isReviewed(lesson)) return { words: 'Not known here.', suspends: UNKNOWN_SUBJECT };
  const state = reviewState(parseReview(bytes).review, partsOf(lesson));
  const why = whySuspended(state);
  return { words: stateWords(state), suspends: why === null ? APPROVED_ELSEWHERE : why + REVIEWED };
}

const REVIEWED_THERE = ' It is reviewed in the Wholeclass program.';
const REVIEWED = ' They review it in the Wholeclass program: save a copy for it.';
const APPROVED_ELSEWHERE =
  'Its review was made in the Wholeclass program that has this folder, and its approval is asked for and given there too: teach it from there.';
const UNKNOWN_SUBJECT =
  'Its subject isn’t known here, so it may need an approval: teach it from the Wholeclass program.';

function toApprove({ lesson, review, film: { film, file } }: Made): LessonToApprove | null {
  if (!isApproved(lesson)) return null;
  const parts = partsOf(lesson);
  const seen = { film: film && filmPrint(film), file };
  return {
    slug: lesson.slug,
    version: versionOf(parts, seen),
    parts: review === null ? parts : null,
    ...seen,
    why: review?.suspends ?? null,
  };
}
