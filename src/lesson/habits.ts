import { AS_WRITTEN, type PlanShape } from '../import/plan/plan-shape.ts';

/** How a lesson's author parts slides: in our own way, or as the deck tool they come from does. */
export type Habits = {
  /** The levels of heading that start a slide; a heading of another level is the slide's own if it has none. */
  readonly headings: readonly number[];
  /** Lines and comments that part slides; null for `---`, `--` and `----`. */
  readonly breaks: readonly string[] | null;
  /** True where any rule parts slides, `***` and `___` too. */
  readonly anyRule: boolean;
  /** How many blank lines part slides; 0 for none. */
  readonly blankLines: number;
  /** What starts notes, apart from the usual words; empty for nothing. */
  readonly notes: string;
  /** True where `---` parts slides in a lesson that is not in our own way: then notes go on past headings below the slide's own. */
  readonly notesHold: boolean;
  /** True where the text may be a lesson plan as teachers have it, neither a deck nor written for this program. */
  readonly plan: boolean;
  /** How its headings are written, if it is one. */
  readonly shape: PlanShape;
  /** True where every slide may begin with fields of its own. */
  readonly slideFields: boolean;
  /** The tool it was written for, where that has ways of its own. */
  readonly tool: 'remark' | 'pandoc' | 'presenterm' | 'gitpitch' | 'deckset' | null;
};

/** The way `lessons/README.md` tells. */
export const OUR_HABITS: Habits = {
  headings: [1, 2, 3],
  breaks: null,
  anyRule: false,
  blankLines: 0,
  notes: '',
  notesHold: false,
  plan: false,
  shape: AS_WRITTEN,
  slideFields: false,
  tool: null,
};
