import type { Document, Node } from '../document/nodes.ts';
import type { WordFields } from '../document/word-fields.ts';
import type { QuestionNodes } from '../poll/question.ts';
import { LESSON_VIEW, type View } from '../document/to-html.ts';
import type { HelpAudience } from '../help/pupil-help.ts';
import type { Roles } from '../document/roles.ts';
import type { Subject } from '../subjects/pack.ts';
import type { Html } from '../text/html.ts';
import type { IconName } from '../ui/icons.ts';
import type { Insert } from '../ui/insert.ts';

/** What every slide has, whatever its kind. */
export type Shown = {
  /** Unique in the lesson, made from its heading: lower-case words joined by hyphens. */
  readonly id: string;
  readonly line: number;
  readonly heading: string;
  /** The heading as nodes; of a question, what stands above its prompt. */
  readonly headingNodes: readonly Node[];
  /** The question whose words are on it, as its author wrote them: null on a slide without one, or that asks one once more. */
  readonly asked: QuestionNodes | null;
  /** What the class sees below the heading. */
  readonly body: Document;
  /** What the teacher alone sees. Never part of anything the board or a pupil is served. */
  readonly notes: Document;
};

/** What drawing a slide may need from around it: the lesson, and the film that plays, if one does. */
export type Around = HelpAudience & {
  readonly subject: Subject;
  readonly nation: string;
  /** On the last slide, where help and replies are at home, `help.example.org`; empty for nowhere. */
  readonly atHome?: string;
  readonly contentNote: string;
  /** What its characters are called, by the name in braces. */
  readonly names: Readonly<Record<string, string>>;
  /** Who does what in the story, so that a slide can show who is who. */
  readonly roles: Roles;
  /** False where a lesson plays the film no further than a moment before its end. */
  readonly playsToEnd: boolean;
  readonly film: {
    readonly title: string;
    readonly contentNote: string;
    readonly endsWithHelp?: boolean;
  } | null;
  /** A question as the board shows it before it is asked; null where there is none of that id. */
  readonly ask: (question: string) => Html | null;
};

/** A kind of slide: all that is said of it anywhere, but what the film's player and the room do. `Own` is what it has beside what every slide has. */
export type SlideKind<Own = unknown> = {
  /** What a fence of its name makes, `::: help`; null where none opens it, but a heading, the film or a question. */
  readonly fence: SlideFence<Own> | null;
  /** Stands beside its name in lists. */
  readonly icon: IconName;
  /** What it is, in a word for the teacher. */
  readonly label: (slide: Shown & Own) => string;
  /** What words each of its own fields has, by which the checks find them. */
  readonly words: WordFields<Own>;
  /** What to do where there is more on it than fits. */
  readonly whenFull: string;
  /** True where what its text asks pupils to do stands on the worksheet too. */
  readonly hasTasks: boolean;
  /** The inside of its `<section>`. */
  readonly draw: (slide: Shown & Own, around: Around) => Html;
};

/** What opens slides of a kind, how they are read from it, and how one is put into a lesson. */
export type SlideFence<Own = unknown> = {
  /** The heading of one that has none. */
  readonly heading: string;
  /** Its text and its own fields, of all that stands between the fence's lines. */
  readonly read: (inside: Document) => Pick<Shown, 'body'> & Own;
  readonly insert: Omit<Insert, 'icon'>;
};

/** A kind of slide that a fence of its own name opens. */
export type FencedKind<Own = unknown> = SlideKind<Own> & { readonly fence: SlideFence<Own> };

/** Takes all that stands in a fence for a slide's text. */
export function asBody(body: Document): Pick<Shown, 'body'> {
  return { body };
}

/** How a slide's text is drawn on the board: its heading is an `h2`, so what its text has as `h4` follows as `h3`, and no level is left out; and its steps are counted. */
export const BOARD_VIEW: View = {
  ...LESSON_VIEW,
  raised: 1,
  hasSteps: true,
  hasLatePictures: true,
};

/** What to do with a slide that is too full, where its kind knows nothing better. */
export const SHORTEN = 'Shorten it, or put the rest on a slide of its own';
