import type { PicturePlace } from '../document/parse.ts';
import type { Problem } from '../document/problem.ts';
import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import { drawNamed } from '../lesson/named-html.ts';
import { withNames } from '../lesson/names.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import { NO_MEMORY, type ReadMemory } from '../lesson/read-memory.ts';
import type { Deck, Notes } from '../outputs/board/deck.ts';
import { worksheetPage } from '../outputs/handouts/worksheet.ts';
import { planParts } from '../outputs/plan/plan-blocks.ts';
import { isReviewed } from '../review/lesson-parts.ts';
import { askedOf, type AskedQuestion } from '../poll/question.ts';
import { html } from '../text/html.ts';
import { deckOf, notesOf } from '../outputs/board/make-deck.ts';
import { nameDeck } from '../outputs/board/name-deck.ts';
import { general } from '../subjects/general.ts';
import { needsApproval, type Subject } from '../subjects/pack.ts';
import { subjectNames } from '../subjects/subjects.ts';
import { handoutsBeside, type DrawHandout, type HandoutBeside } from './handouts-beside.ts';
import { outlineOf, type Outline } from './outline.ts';

/** What is looked at beside the text; a worksheet and a plan are made where they are looked at alone. */
export type Beside = 'board' | 'tablet' | 'sheet' | 'plan';

/** A text that is being edited, the name its lesson is read under, and what is looked at beside it. */
export type EditedText = {
  readonly slug: string;
  readonly text: string;
  readonly beside: Beside;
  /** Whether it stays a safeguarding lesson whatever its head says. */
  readonly staysSafeguarding?: boolean;
  /** What it is called until its words name it; by default as it is read under. */
  readonly untitled?: string;
};

/** All that the editor shows of a text: what the class would see, the teacher's notes, the outline with its minutes, and what reading it found wrong. */
export type Reading = {
  readonly title: string;
  /** Its stage and its subject, `KS3 physics`, as far as its head names them. */
  readonly about: string;
  readonly deck: Deck;
  readonly notes: Notes;
  readonly outline: Outline;
  /** Its questions as they come to pupils’ tablets, by the slides that ask them. */
  readonly questions: Readonly<Record<string, AskedQuestion>>;
  /** The handouts that are written in it. */
  readonly handouts: readonly HandoutBeside[];
  /** Its worksheet as HTML, where that is looked at. */
  readonly worksheet: string | null;
  /** The parts of its plan as HTML, where that is looked at. */
  readonly plan: string | null;
  /** The pictures that it shows, by their paths under `media/`, and where it names them. */
  readonly pictures: readonly PicturePlace[];
  /** The film that its head names first, by its folder under `media/`; null where it names none. */
  readonly film: string | null;
  /** Found in reading it; its words are checked apart, since that takes longer. */
  readonly problems: readonly Problem[];
  /** True where a class may be taught it only with the safeguarding lead's approval. */
  readonly needsApproval: boolean;
  /** True where the safeguarding lead reviews it before it is taught, if it is a school's own. */
  readonly isReviewed: boolean;
};

/** Reads a text as the program reads a lesson's file, with its handouts as `draw` draws them, and what is remembered of the text before it; `lesson` is what the checks go by. Never throws on what is written there. */
export function readEdited(
  { slug, text, beside, ...options }: EditedText,
  draw: DrawHandout | null = null,
  memory: ReadMemory = NO_MEMORY,
): {
  readonly reading: Reading;
  readonly lesson: Lesson;
} {
  const { lesson, problems } = readLesson(slug, text, { ...options, memory });
  const deck = nameDeck(deckOf(lesson, null), lesson.names);
  return {
    lesson,
    reading: {
      title: lesson.title,
      about: aboutOf(lesson),
      deck,
      notes: notesOf(lesson),
      outline: outlineOf(lesson, deck),
      questions: questionsBySlide(lesson),
      handouts: handoutsBeside(lesson, draw),
      worksheet: beside === 'sheet' ? (worksheetPage(lesson).main ?? '') : null,
      plan: beside === 'plan' ? drawNamed(html`${planParts(lesson)}`, lesson.names) : null,
      pictures: lesson.pictures,
      film: lesson.films[0] ?? null,
      problems,
      needsApproval: mayNeedApproval(lesson.subject),
      isReviewed: isReviewed(lesson),
    },
  };
}

function aboutOf({ stage, subject }: Lesson): string {
  const isNamed = subject.isAnswered && subject.name !== general.name;
  return [stage ?? '', isNamed ? subject.name : ''].filter((word) => word !== '').join(' ');
}

function questionsBySlide(lesson: Lesson): Readonly<Record<string, AskedQuestion>> {
  const questions = new Map(lesson.questions.map((one) => [one.id, one]));
  return Object.fromEntries(
    slidesOf(lesson).flatMap((slide) => {
      const question = slide.kind === 'poll' ? questions.get(slide.question) : undefined;
      return question === undefined
        ? []
        : [[slide.id, withNames(askedOf(question), lesson.names)] as const];
    }),
  );
}

// A school's own packs are not known to this page: behind a name that is unknown one with an approval may stand.
function mayNeedApproval(subject: Subject): boolean {
  return needsApproval(subject) || !subjectNames().includes(subject.name);
}
