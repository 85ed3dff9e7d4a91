import type { SourceLine } from '../../document/source-line.ts';
import { readBlockHeading } from '../../document/block-heading.ts';
import { outsideCode } from '../../document/code-blocks.ts';
import { planName } from './section-names.ts';

/** How a plan writes its headings: what each level of `#` counts as, what a line in bold counts as, whether a line of its own with a time is one, whether the first line is its title, whether words follow `#` with no blank between, and which lines are spans of minutes, each from where the one before ends. */
export type PlanShape = {
  readonly levels: readonly number[];
  readonly bold: 2 | 3;
  readonly bare: boolean;
  readonly titled: boolean;
  readonly tight: boolean;
  /** The heading that each such line is, by its number. */
  readonly spans: ReadonlyMap<number, string>;
};

// Headings as Markdown has them.
const AS_WRITTEN: PlanShape = {
  levels: [0, 1, 2, 3, 4, 5, 6],
  bold: 3,
  bare: false,
  titled: false,
  tight: false,
  spans: new Map(),
};

/** Finds how a plan writes its headings: one with `#` and `####` alone is read as if it had `#` and `##`; in one without `#` its bold lines are its headings. */
export function planShape(lines: readonly SourceLine[]): PlanShape {
  const written = outsideCode(lines);
  const tight = isTight(written);
  const used = new Set<number>();
  let [deepest, boldTimes, bareTimes]: [number, number, number] = [0, 0, 0];
  for (const { text } of written) {
    const [, marks, words = ''] = (tight ? TIGHT : /^ {0,3}(#{1,6})[ \t]+(.*)$/).exec(text) ?? [];
    if (marks !== undefined) {
      used.add(marks.length);
      if (isOfPlan(words)) deepest = Math.max(deepest, marks.length);
    } else if (boldLine(text) !== undefined && isOfPlan(boldLine(text) ?? '')) boldTimes += 1;
    else if (text.length < 120 && typeof readBlockHeading(text) === 'object') bareTimes += 1;
  }
  const below = [...used].filter((level) => level > 1).toSorted((a, b) => a - b);
  const bold = below.length === 0 ? 2 : 3;
  const bare = used.size === 0;
  if (deepest <= 3) {
    const spans = bare ? spansIn(written) : AS_WRITTEN.spans;
    return {
      ...AS_WRITTEN,
      tight,
      bold,
      bare: bare && boldTimes === 0,
      titled: bare && boldTimes + bareTimes + spans.size > 1,
      spans,
    };
  }
  // Levels by their order, the deepest with times as the third at most.
  const first = used.has(1) ? 1 : 0;
  const rank = (level: number) => first + below.filter((one) => one <= level).length;
  const over = Math.max(0, rank(deepest) - 3);
  return {
    levels: AS_WRITTEN.levels.map((level) =>
      level <= 1 ? level : Math.max(2, rank(level) - over + (first === 0 ? 1 : 0)),
    ),
    bold: 3,
    bare: false,
    titled: false,
    tight,
    spans: AS_WRITTEN.spans,
  };
}

/** Fewer spans than this may be scores, or pages. */
const FEW_SPANS = 3;

/** A lesson of fewer minutes than this is none. */
const SHORT = 20;

// `0-5 Starter`, `5-20 Teach`: where they follow on from the first minute, they are the parts of a lesson.
function spansIn(lines: readonly SourceLine[]): ReadonlyMap<number, string> {
  const spans = new Map<number, string>();
  let end = 0;
  for (const { text, line } of lines) {
    const [, from, to, title = ''] =
      /^[ *_]{0,5}(\d{1,3}) ?[-–—] ?(\d{1,3})[ *_:.)\t–—-]{1,8}(\p{L}.{0,80})$/u.exec(text) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (first !== end || !(last > first) || /^min/i.test(title)) continue;
    spans.set(line, `${title.replace(/[\s*_:]+$/, '')} (${last - first} min)`);
    end = last;
  }
  return spans.size < FEW_SPANS || end < SHORT ? AS_WRITTEN.spans : spans;
}

/** A heading as older tools read it too, `##Starter`. */
export const TIGHT = /^ {0,3}(#{1,6})(?!#)[ \t]*(\S.*)$/;

// `#MeToo` is no heading: it takes three, one of them with a plan's words, and none that is written as Markdown has them.
function isTight(lines: readonly SourceLine[]): boolean {
  if (lines.some(({ text }) => /^ {0,3}#{1,6}[ \t]+\S/.test(text))) return false;
  const words = lines.flatMap(({ text }) =>
    /^#{1,6}[\p{L}\p{N}*]/u.test(text) ? [text.replace(/^#+/, '')] : [],
  );
  return words.length > 2 && words.some(isOfPlan);
}

/** True for the name of a part with its minutes; “Year 9 | 45 minutes” says it of the whole lesson. */
export function isTimedPart(words: string): boolean {
  return (
    typeof readBlockHeading(words) === 'object' &&
    !/^[*_\s]*(?:years?|grade|class|key stage|ks|y) ?\d{1,2}[*_\s]*[|,·–—-]/i.test(words)
  );
}

function isOfPlan(words: string): boolean {
  return isTimedPart(words) || planName(words, false) !== undefined;
}

/** The words of a line that is all bold, `**Starter (5 min)**`; undefined for any other. */
export function boldLine(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const [, , words] =
    /^ {0,3}(\*\*|__)(?=\S)((?:(?!\1).)+)\1\s*:?\s*\\?$/.exec(text.replaceAll('\u00a0', ' ')) ?? [];
  return words?.replace(/\s*:\s*$/, '').replace(/^_(.*)_$/, '$1');
}
