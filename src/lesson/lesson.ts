import type { Slide } from '../slides/kinds.ts';
import type { Document, Node } from '../document/nodes.ts';
import type { PicturePlace } from '../document/parse.ts';
import type { Question } from '../poll/question.ts';
import type { OwnTimes } from '../film/stops.ts';
import type { Problem } from '../document/problem.ts';
import type { HelpOnDevices, HelpTopic } from '../subjects/help-topics.ts';
import type { Subject } from '../subjects/pack.ts';
import type { Names } from './names.ts';
import type { Roles } from '../document/roles.ts';
import type { LessonHandout } from './take-handouts.ts';

/** The key stages a lesson may be written for. */
export type Stage = 'KS1' | 'KS2' | 'KS3' | 'KS4' | 'KS5' | 'adults';

/** Where a lesson is held, which decides some words; one that does not say is a school's. */
export type LessonSetting = 'school' | 'youth work';

/** Who a lesson is held for; one that gives no stage counts as pupils'. */
export type LessonAudience = 'pupils' | 'adults';

/** A lesson as it was read from `lessons/<slug>.md`. What a slide shows and says are trees; notes are apart from what the class sees. */
export type Lesson = {
  readonly slug: string;
  /** For adults: the library, the plan. */
  readonly title: string;
  /** For pupils: the board, the pupil page, the worksheet (calm, without a year group). */
  readonly boardTitle: string;
  /** One sentence for the library's card. */
  readonly summary: string;
  /** What it is about, and all that a subject brings: checks, approval, help, paper. */
  readonly subject: Subject;
  readonly stage: Stage | null;
  readonly setting: LessonSetting;
  /** What decides who helps with it, as its head says; null where it is as its subject has it (`helpTopicOf`). */
  readonly helpTopic: HelpTopic | null;
  /** In no list of the library yet: it is taught from its own page. */
  readonly isDraft: boolean;
  /** The lessons after each of which it is taught, by their slugs: two where one story comes with a film and without. */
  readonly follows: readonly string[];
  /** The stated length in minutes; null when the plan gives none. */
  readonly minutes: number | null;
  readonly nation: string;
  /** As its author wrote it, `pl` or `Polish`; empty for English. */
  readonly language: string;
  /** Who checked a translation, by role, and when; empty where no one is named. */
  readonly translationCheckedBy: string;
  readonly objectives: readonly string[];
  readonly vocabulary: readonly { readonly word: string; readonly meaning: string }[];
  readonly resources: readonly string[];
  /** Curriculum references (RSHE, EfaCW), as the author wrote them. */
  readonly references: readonly string[];
  /** Facts of law and guidance the lesson rests on, each with source and date. */
  readonly sources: readonly string[];
  /** `2026-11-24`, or null. */
  readonly reviewed: string | null;
  /**
   * Who has looked through it, by role and never by name, each with the day; empty where no one
   * has.
   */
  readonly reviewedBy: readonly string[];
  /** A film's folder under `media/`, in the order wanted: the first that is present plays. Empty: no film. */
  readonly films: readonly string[];
  /** Where the plan times its one film itself. */
  readonly filmTimes: OwnTimes;
  /** The shorter ways through it that its head offers; all of it is always one too (`allCuts`). */
  readonly cuts: readonly Cut[];
  /** What its characters are called, by the name in braces. Every other text here still has the braces, `{Sam}`: pages are filled where they are made (`names.ts`). */
  readonly names: Names;
  /** What the characters do in the story, by which a film that is shown names the same ones. */
  readonly roles: Roles;
  /** Shown on the board before the film plays: what is in it, in calm words. */
  readonly contentNote: string;
  /** What the plan says to the teacher alone, never part of anything the board or a pupil is served. */
  readonly staff: StaffNotes;
  readonly blocks: readonly Block[];
  /** Questions in the order they are asked. */
  readonly questions: readonly Question[];
  /** The words of its fields as they are written, at its head or in a plan's own sections. */
  readonly fields: readonly WrittenField[];
  /** Its own handouts, as they are written; nothing of them is on a slide. */
  readonly handouts: readonly LessonHandout[];
  /** Pictures the slides and the handouts name, as addresses relative to `media/` (checked by the server and the build). */
  readonly pictures: readonly PicturePlace[];
};

/** A field of a lesson by its name in the file, in lower case, and a line of its words; a name that no field has is there too. */
export type WrittenField = { readonly name: string; readonly words: Document };

/** A timed part of the lesson, core unless it is optional. */
export type Block = {
  readonly id: string;
  readonly title: string;
  /** The title as nodes; none where a slide has it for its heading. */
  readonly titleNodes: readonly Node[];
  /** null when the heading gives no time. */
  readonly minutes: number | null;
  readonly optional: boolean;
  readonly line: number;
  readonly slides: readonly Slide[];
  /** For the teacher when the bell is near: the story's ending in three spoken sentences. Never part of anything the board or a pupil is served. */
  readonly landSafely: Document;
};

/** What a plan says to the teacher alone; empty where it says nothing. */
export type StaffNotes = {
  /** For a pupil who would rather not take part; never named as such to anyone in the class. */
  readonly alternativeTask: Document;
  /** What pupils may ask, in plain words, with answers; an empty question where the section begins with other words. */
  readonly hardQuestions: readonly {
    readonly question: string;
    readonly questionNodes: readonly Node[];
    readonly answer: Document;
    readonly line: number;
  }[];
  /** What to change for pupils who need it otherwise. */
  readonly adaptations: Document;
  /** Teaching it in mixed or single-sex groups. */
  readonly grouping: Document;
  /** Who is asked to look through it, by role, and at what; no reviewer where the section begins with other words. */
  readonly toReview: readonly {
    readonly reviewer: string;
    readonly reviewerNodes: readonly Node[];
    readonly points: Document;
    readonly line: number;
  }[];
};

/** A shorter way through a lesson: `20 minutes`, `two sessions`. */
export type Cut = {
  /** As the head has it. */
  readonly name: string;
  /** What each session may take, in minutes; null for the whole lesson, which states its own length. */
  readonly fits: { readonly least: number; readonly most: number } | null;
  readonly line: number;
  readonly sessions: readonly CutSession[];
};

/** One sitting of a cut; `asks` where a question is in it, so that devices may be handed out. */
export type CutSession = { readonly blocks: readonly CutBlock[]; readonly asks: boolean };

/** A block in a cut: its id and title, and its minutes there, which may be its own; null where none are given. */
export type CutBlock = {
  readonly block: string;
  readonly title: string;
  readonly minutes: number | null;
};

export type { Slide } from '../slides/kinds.ts';

/** A lesson with everything found wrong with it. `lesson` is always there: what could be read is read. */
export type ReadLesson = { readonly lesson: Lesson; readonly problems: readonly Problem[] };

/** All slides of a lesson in order. */
export function slidesOf(lesson: Lesson): readonly Slide[] {
  return lesson.blocks.flatMap((block) => block.slides);
}

/** The audience of a lesson, by its stage. */
export function audienceOf({ stage }: Pick<Lesson, 'stage'>): LessonAudience {
  return stage === 'adults' ? 'adults' : 'pupils';
}

/** What decides who helps with a lesson: as its head says, or its subject; anything worth telling someone where neither does. */
export function helpTopicOf({
  helpTopic,
  subject: { pack },
}: Pick<Lesson, 'helpTopic' | 'subject'>): HelpTopic {
  return helpTopic ?? (pack.help.from === 'helplines' ? pack.help.topic : 'talk');
}

/** What a class’s devices know of it: nothing where it is as every class may be shown it, and for younger pupils nothing but who to talk to. */
export function helpOnDevices(
  lesson: Pick<Lesson, 'helpTopic' | 'subject' | 'stage'>,
): HelpOnDevices | undefined {
  if (lesson.subject.pack.help.from !== 'helplines') return 'none';
  const topic = helpTopicOf(lesson);
  if (topic === 'pictures') return undefined;
  return lesson.stage === 'KS1' || lesson.stage === 'KS2' ? 'talk' : topic;
}
