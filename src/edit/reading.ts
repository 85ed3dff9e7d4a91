import type { Problem } from '../document/problem.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import type { Deck, Notes } from '../outputs/board/deck.ts';
import { worksheetPage } from '../outputs/handouts/worksheet.ts';
import { deckOf, notesOf } from '../outputs/board/make-deck.ts';
import { nameDeck } from '../outputs/board/name-deck.ts';
import { needsApproval, type Subject } from '../subjects/pack.ts';
import { subjectNames } from '../subjects/subjects.ts';
import { outlineOf, type Outline } from './outline.ts';

/** A text that is being edited, the name its lesson is read under, and whether its worksheet is looked at too. */
export type EditedText = {
  readonly slug: string;
  readonly text: string;
  readonly hasSheet: boolean;
};

/** All that the editor shows of a text: what the class would see, the teacher's notes, the outline with its minutes, and what reading it found wrong. */
export type Reading = {
  readonly title: string;
  readonly deck: Deck;
  readonly notes: Notes;
  readonly outline: Outline;
  /** Its worksheet as HTML, where that is looked at. */
  readonly worksheet: string | null;
  /** Found in reading it; its words are checked apart, since that takes longer. */
  readonly problems: readonly Problem[];
  /** True where a class may be taught it only with the safeguarding lead's approval. */
  readonly needsApproval: boolean;
};

/** Reads a text as the program reads a lesson's file; `lesson` is what the checks go by. Never throws on what is written there. */
export function readEdited({ slug, text, hasSheet }: EditedText): {
  readonly reading: Reading;
  readonly lesson: Lesson;
} {
  const { lesson, problems } = readLesson(slug, text);
  const deck = nameDeck(deckOf(lesson, null), lesson.names);
  return {
    lesson,
    reading: {
      title: lesson.title,
      deck,
      notes: notesOf(lesson),
      outline: outlineOf(lesson, deck),
      worksheet: hasSheet ? (worksheetPage(lesson).main ?? '') : null,
      problems,
      needsApproval: mayNeedApproval(lesson.subject),
    },
  };
}

// A school's own packs are not known to this page: behind a name that is unknown one with an approval may stand.
function mayNeedApproval(subject: Subject): boolean {
  return needsApproval(subject) || !subjectNames().includes(subject.name);
}
