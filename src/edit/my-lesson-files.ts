import { myFilm, type MyFilm } from './my-lesson-film.ts';
import type { MyFile, MyFiles, MyLesson } from './my-lesson.ts';
import { versionOf } from '../approval/approval-protocol.ts';
import type { LessonToApprove } from '../approval/lesson-to-approve.ts';
import { isApproved } from '../approval/approval.ts';
import { checkLesson } from '../checks/checks.ts';
import { fitLesson } from '../lesson/fit-film.ts';
import type { Lesson, ReadLesson } from '../lesson/lesson.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import type { LessonReview } from '../outputs/board/deck.ts';
import { deckOf, notesOf, withReview } from '../outputs/board/make-deck.ts';
import { slidesSheet } from '../outputs/handouts/slides-sheet.ts';
import { worksheetPage } from '../outputs/handouts/worksheet.ts';
import { notesPage } from '../outputs/notes/notes.ts';
import { planPage } from '../outputs/plan/plan.ts';
import { isReviewed, partsOf } from '../review/lesson-parts.ts';
import { reviewState } from '../review/review.ts';
import { stateWords, whySuspended } from '../review/review-words.ts';
import { parseReview } from '../review/stored-review.ts';
import { needsApproval } from '../subjects/pack.ts';
import { safeguarding } from '../subjects/safeguarding.ts';
import { subjectNames } from '../subjects/subjects.ts';
import { PROTOCOL } from '../text/protocol-version.ts';

type Made = ReadLesson & {
  readonly text: string;
  readonly today: string;
  readonly review: LessonReview | null;
  readonly film: MyFilm;
};

const FILES: { readonly [Name in MyFile]: (made: Made) => MyFiles[Name] } = {
  films: ({ lesson }) => lesson.films,
  'deck.json': ({ lesson, review, film: { film, awaited } }) => ({
    v: PROTOCOL,
    ...withReview(deckOf(lesson, film, awaited), review),
  }),
  'notes.json': ({ lesson, film }) => notesOf(lesson, film.film),
  'questions.json': ({ lesson }) => lesson.questions,
  'film.json': ({ film }) => film.pages,
  'lesson.json': ({ lesson, review }) => toApprove(lesson, review),
  plan: ({ text, today, review, film, ...read }) => {
    const problems = [...read.problems, ...checkLesson(read.lesson, text, { today })];
    const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const whole = { lesson: fitted(read.lesson, film), problems: inOrder };
    return planPage(whole, film.media, { whose: 'here', review });
  },
  worksheet: ({ lesson, film }) => worksheetPage(fitted(lesson, film)),
  notes: ({ lesson, film }) => notesPage(fitted(lesson, film)),
  slides: ({ lesson, film }) => slidesSheet(fitted(lesson, film), film.film),
};

/** Makes a file of a lesson of one’s own, as the site makes those of the lessons that it came with. Never throws on what is written there. */
export function makeMyFile<Name extends MyFile>(name: Name, mine: MyLesson): MyFiles[Name] {
  const { slug, text, staysSafeguarding, today } = mine;
  const { lesson: asRead, problems } = readLesson(slug, text, { staysSafeguarding });
  const lesson = withGate(asRead);
  const film = myFilm(lesson, mine.films);
  const review = reviewHere(lesson, mine.review);
  return FILES[name]({ lesson, problems, text, today, review, film });
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
function reviewHere(lesson: Lesson, bytes: string | null): LessonReview | null {
  if (!isApproved(lesson)) return null;
  if (!isReviewed(lesson)) return { words: 'Not known here.', suspends: UNKNOWN_SUBJECT };
  const state = reviewState(parseReview(bytes).review, partsOf(lesson));
  const why = whySuspended(state);
  return { words: stateWords(state), suspends: why === null ? APPROVED_ELSEWHERE : why + REVIEWED };
}

const REVIEWED = ' They review it in the Wholeclass program: save a copy for it.';
const APPROVED_ELSEWHERE =
  'Its review is from the Wholeclass program, and so is its approval: teach it from there.';
const UNKNOWN_SUBJECT =
  'Its subject isn’t known here, so it may need an approval: teach it from the Wholeclass program.';

function toApprove(lesson: Lesson, review: LessonReview | null): LessonToApprove | null {
  if (!needsApproval(lesson.subject) || review === null) return null;
  return {
    slug: lesson.slug,
    version: versionOf(partsOf(lesson), null),
    parts: null,
    film: null,
    why: review.suspends,
  };
}
