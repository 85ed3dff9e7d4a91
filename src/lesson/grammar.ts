import { outsideSpans } from '../document/code-blocks.ts';
import type { SourceLine } from '../document/source-line.ts';
import { breakRule, ruleInNotesFence } from './break-rule.ts';
import { codeRule } from './code-rule.ts';
import { withoutComments } from './comment-rules.ts';
import { fenceRule, isInNotesFence } from './fence-rule.ts';
import { formulaRule } from './formula-rule.ts';
import { headingRule, teacherHeadingRule, underlineRule } from './heading-rule.ts';
import { landRule } from './land-rule.ts';
import { notesRule } from './notes-rule.ts';
import type { Scan } from './scan-state.ts';
import { textRule } from './text-rule.ts';
import { straightQuotes } from './typed-marks.ts';

/** Where a line may stand: what the lines above it have begun. */
export const PLACES = ['paragraph', 'list', 'notes', 'notes fence', 'code', 'comment'] as const;

/** What the lines above have begun: a paragraph that the class sees, a list or quote, notes, notes between `::: notes` and `:::`, code, or a comment that goes on past this line. */
export type Place = (typeof PLACES)[number];

/** One rule of the grammar. */
export type GrammarRule = {
  readonly name: string;
  /** Lines that open it, as examples; none for what no other rule takes. */
  readonly opens: readonly string[];
  /** Where it may begin without a blank line above; elsewhere its lines are seen by the rules below it. */
  readonly mayInterrupt: readonly Place[];
  /** Takes a line and says whether it was its own; of a line with a comment on it, the rest is handed on. */
  readonly take: (scan: Scan, line: SourceLine) => boolean | SourceLine;
  /** Where it may not begin, and what a line of it is there. */
  readonly instead?: {
    readonly within: Place;
    readonly take: (scan: Scan, line: SourceLine) => boolean;
  };
  /** True where it takes lines without words, too: half of a lesson's lines are blank. */
  readonly takesBlank?: true;
  /** The characters of which one begins each of its lines, behind blanks: it is asked of no other line. Left out where any may. */
  readonly begins?: string;
};

/** The whole grammar, in order: the first rule that may stand where a line stands, and knows it, takes it. */
export const grammar: readonly GrammarRule[] = [
  {
    name: 'formula',
    opens: ['$$'],
    mayInterrupt: ['paragraph', 'list', 'notes', 'notes fence'],
    take: formulaRule,
    takesBlank: true,
  },
  {
    name: 'comment',
    opens: ['<!-- a note -->'],
    mayInterrupt: ['paragraph', 'list', 'notes', 'notes fence', 'comment'],
    take: commentRule,
    takesBlank: true,
  },
  {
    name: 'code',
    opens: ['```', '~~~'],
    mayInterrupt: ['paragraph', 'list', 'notes', 'notes fence', 'code'],
    take: codeRule,
    takesBlank: true,
  },
  {
    name: 'heading for the teacher',
    opens: ['### Teacher notes', '## End calmly', '## Hard questions'],
    mayInterrupt: ['paragraph', 'list', 'notes', 'notes fence'],
    take: teacherHeadingRule,
    begins: '#',
  },
  {
    name: 'heading',
    opens: ['# Pressure', '## Ask (5 min)', '### Who can help'],
    mayInterrupt: ['paragraph', 'list', 'notes'],
    take: headingRule,
    begins: '#',
  },
  {
    name: 'line under a heading',
    opens: ['===', '---'],
    mayInterrupt: ['paragraph'],
    take: underlineRule,
    begins: '=-',
  },
  {
    name: 'break',
    opens: ['---'],
    mayInterrupt: ['list', 'notes'],
    take: breakRule,
    begins: '-',
    instead: { within: 'notes fence', take: ruleInNotesFence },
  },
  {
    name: 'fence',
    opens: ['::: film', '::: reveal', '::: choice how view'],
    mayInterrupt: ['paragraph', 'list', 'notes', 'notes fence'],
    take: fenceRule,
    begins: ':',
  },
  {
    name: 'safe ending',
    opens: ['End calmly:', '**End calmly:** Say it.', 'Land safely:'],
    mayInterrupt: ['paragraph', 'list', 'notes', 'notes fence'],
    take: landRule,
  },
  {
    name: 'notes',
    opens: ['Notes:', '**Teacher notes:** Wait.', '[//]: # (Wait.)'],
    mayInterrupt: ['paragraph', 'list', 'notes', 'notes fence'],
    take: notesRule,
  },
  {
    name: 'text',
    opens: [],
    mayInterrupt: ['paragraph', 'list', 'notes', 'notes fence', 'comment'],
    take: textRule,
    takesBlank: true,
  },
];

const standsIn: Readonly<Record<Place, (scan: Scan) => boolean>> = {
  paragraph: ({ notes, above }) => !notes && above.paragraph > 0,
  list: ({ above }) => above.held || above.inList,
  notes: ({ notes }) => notes,
  'notes fence': isInNotesFence,
  code: ({ code }) => code !== null,
  comment: ({ comment, commentAbove }) => commentAbove !== null && comment === commentAbove,
};

/** A rule with the places where it may not begin. */
export type PlacedRule = GrammarRule & { readonly never: readonly Place[] };

/** Rules with the places where each may not begin. */
export function placed(rules: readonly GrammarRule[]): readonly PlacedRule[] {
  return rules.map((rule) => ({
    ...rule,
    never: PLACES.filter((place) => !rule.mayInterrupt.includes(place)),
  }));
}

/** The place that keeps a rule from beginning here; undefined where it may. */
export function barredBy(scan: Scan, { never }: PlacedRule): Place | undefined {
  for (const place of never) if (standsIn[place](scan)) return place;
  return undefined;
}

const MAY_BE_COMMENT = /[<%{]/;

// A comment is taken out of its line; most lines have nothing that could be one.
function commentRule(scan: Scan, line: SourceLine): SourceLine {
  const shown =
    scan.comment === null && !MAY_BE_COMMENT.test(line.text) ? line : withoutComments(scan, line);
  return shown.text.includes('](')
    ? { text: outsideSpans(shown.text, straightQuotes), line: line.line }
    : shown;
}
