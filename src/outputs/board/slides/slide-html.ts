import { LESSON_VIEW, type View } from '../../../document/to-html.ts';
import type { LessonSetting, Slide } from '../../../lesson/lesson.ts';
import type { AskedQuestion } from '../../../room/protocol.ts';
import type { Html } from '../../../text/html.ts';

/** One kind of slide. */
export type SlideKind = Slide['kind'];

/** A slide of one kind, as the lesson has it. */
export type SlideOf<Kind extends SlideKind> = Extract<Slide, { kind: Kind }>;

/** How a slide's text is drawn on the board: its heading is an `h2`, so what its text has as `h4` follows as `h3`, and no level is left out; and its steps are counted. */
export const BOARD_VIEW: View = { ...LESSON_VIEW, raised: 1, hasSteps: true };

/** What a slide may need from around it: the lesson, and the film that plays, if one does. */
export type Around = {
  readonly nation: string;
  readonly stage: string | null;
  readonly setting: LessonSetting;
  readonly questions: readonly AskedQuestion[];
  readonly contentNote: string;
  /** False where a lesson plays the film no further than a moment before its end. */
  readonly playsToEnd: boolean;
  readonly film: {
    readonly title: string;
    readonly contentNote: string;
    readonly endsWithHelp?: boolean;
  } | null;
};

/** Makes the inside of a slide's `<section>`. */
export type SlideHtml<Kind extends SlideKind> = (slide: SlideOf<Kind>, around: Around) => Html;
