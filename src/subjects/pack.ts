import type { HelpTopic } from './help-topics.ts';
import type { CheckName } from './check-names.ts';

/** A part of the presenter that is there for what a lesson may stir up. */
export type CarePart =
  /** “If someone looks upset”, under the notes. */
  | 'upset'
  /** “If someone tells you”: what to say and do. */
  | 'telling'
  /** The help slide over the board at any moment, and after the lesson. */
  | 'help slide'
  /** The calm ending, with the story's end to say aloud. */
  | 'calm ending'
  /** Where a film plays, the class hears that it may look away or step out. */
  | 'way out'
  /** What is left to do once the lesson is over, with the record to write on. */
  | 'debrief'
  /** The question box, read with the safeguarding lead. */
  | 'question box';

/** The help at the end of what pupils are given: the checked helplines, of a topic where a lesson's head names no other; a school's own words; or none. */
export type PackHelp =
  | { readonly from: 'helplines'; readonly topic: HelpTopic }
  | { readonly from: 'school'; readonly title: string; readonly lines: readonly string[] }
  | { readonly from: 'nobody' };

/** What a subject brings to its lessons, as data: one that lacks a part does not compile. */
export type Pack = {
  /** As `subject:` names it, in lower case. */
  readonly name: string;
  /** Which checks its lessons get, beside those of the format, the board and the films. */
  readonly checks: readonly CheckName[];
  /** The word on the title slide; null for none. */
  readonly chip: string | null;
  /** Where the chip is on the title slide: some subjects are called so in England’s schools alone. */
  readonly chipIn: 'everywhere' | 'schools in England';
  /** Whether a class is taught only once the safeguarding lead has approved the term's lessons and the teacher has ticked what holds today. It brings the advice that a cover teacher should not take it. */
  readonly approval: 'each term' | 'none';
  /** What the presenter has beside the lesson. */
  readonly care: readonly CarePart[];
  readonly help: PackHelp;
  readonly worksheet: {
    /** What it says below its title. */
    readonly note: string;
    /** What of its slides it prints beside their tasks, to be read and worked on. */
    readonly shows: readonly ('table' | 'picture')[];
    /** A task with lines that every sheet ends on, for those who finish early; null for none. */
    readonly ending: string | null;
    /** What a good answer to that task may be, for the teacher; none where it is left to them. */
    readonly endingExamples?: readonly string[];
  };
  /** The sheets that are printed for its lessons, by their ids: all there are, or these alone. */
  readonly sheets: 'all' | readonly string[];
};

/** A lesson's subject, and what it brings. */
export type Subject = {
  /** As its head names it, in lower case; that of the pack where it names none. */
  readonly name: string;
  /** The word on the title slide; null for none. */
  readonly chip: string | null;
  readonly pack: Pack;
  /** False where the head names none, or one that may be a slip: where the words then tell of the strictest pack, that pack holds until someone has answered. */
  readonly isAnswered: boolean;
  /** There where its head names another subject, and the lesson stays this one until the safeguarding lead releases it. */
  readonly isHeld?: true;
};

/** Every part of the presenter that is there for what a lesson may stir up. */
export const careParts: readonly CarePart[] = [
  'upset',
  'telling',
  'help slide',
  'calm ending',
  'way out',
  'debrief',
  'question box',
];

/** True where lessons of a subject have that part. */
export function cares({ pack }: Pick<Subject, 'pack'>, part: CarePart): boolean {
  return pack.care.includes(part);
}

/** True where a class is taught only with the safeguarding lead's approval. */
export function needsApproval({ pack }: Pick<Subject, 'pack'>): boolean {
  return pack.approval === 'each term';
}

/** True where a camera may read cards: in no subject that needs an approval, or care for what it may stir up (TEACHING 0.16). */
export function allowsCamera({ approval, care }: Pick<Pack, 'approval' | 'care'>): boolean {
  return approval === 'none' && care.length === 0;
}
