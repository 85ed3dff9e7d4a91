import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import { closeFence } from './fence-rule.ts';
import { isInFormula } from './formula-rule.ts';
import { grammar, barredBy, placed, type GrammarRule, type PlacedRule } from './grammar.ts';
import type { Part } from './part.ts';
import { pushRemarks, SLIDES_AT, startScan, type Scan } from './scan-state.ts';
import { withListMark } from './typed-marks.ts';

export type { Part };

const ours = placed(grammar);

/** Sorts lines into parts by the table of the grammar; a test may give it rules that keep count. */
export function scanLines(
  lines: readonly SourceLine[],
  given: readonly GrammarRule[] = grammar,
): {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** True where the text says itself what starts a slide. */
  readonly saysParting: boolean;
} {
  const rules = given === grammar ? ours : placed(given);
  const scan = startScan(lines);
  lines.forEach((line, at) => {
    scan.at = at;
    scan.commentAbove = scan.comment;
    const isWords = scan.code === null && !isInFormula(scan);
    takeLine(scan, isWords ? withListMark(scan, line) : line, rules);
  });
  const last = lines.at(-1)?.line ?? 1;
  while (scan.fences.length > 0) closeFence(scan, last, 'missing');
  pushRemarks(scan, last + 1);
  if (scan.comment !== null) {
    const { line, column, open } = scan.comment;
    const message = `Cannot find the end of this comment, so nothing after it is shown: it needs “${open.end}”`;
    scan.problems.push({ code: 'unclosed-comment', severity: 'error', line, column, message });
  }
  return {
    parts: scan.parts,
    problems: scan.problems,
    saysParting: scan.slidesAt !== SLIDES_AT,
  };
}

function takeLine(scan: Scan, line: SourceLine, rules: readonly PlacedRule[]): void {
  let rest = line;
  let first = firstCharacter(line);
  for (const rule of rules) {
    if (first === '' ? rule.takesBlank !== true : rule.begins?.includes(first) === false) continue;
    const taken = ruleHere(scan, rule)?.(scan, rest) ?? false;
    if (taken === true) return;
    if (taken !== false && taken !== rest) {
      rest = taken;
      first = firstCharacter(rest);
    }
  }
}

// Empty on a blank line.
function firstCharacter({ text }: SourceLine): string {
  return text.trimStart().charAt(0);
}

// How a rule takes a line here; undefined where it may not stand.
function ruleHere(scan: Scan, rule: PlacedRule): GrammarRule['take'] | undefined {
  const place = barredBy(scan, rule);
  if (place === undefined) return rule.take;
  return rule.instead?.within === place ? rule.instead.take : undefined;
}
