import type { Problem } from '../document/problem.ts';

// Problems that a deck from elsewhere may have on every slide; all others are reported one by one.
const GROUPED: ReadonlySet<string> = new Set([
  'left-out',
  'answer-box',
  'off-the-board',
  'embedded-media',
  'unknown-field',
  'unknown-fence',
  'picture-path',
  'picture-size',
  'unknown-name',
  'formula',
  'no-alt-text',
  'unclosed-html',
  'hidden-slide',
]);

/** Up to this many are reported one by one. */
const FEW = 3;

/** Lines that are named; the rest are counted. */
const NAMED = 8;

/** Problems in the order they come, those of one cause told once: “… The same on 41 more lines: 12, 18, …”. */
export function groupProblems(problems: readonly Problem[]): readonly Problem[] {
  const byCause = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (!GROUPED.has(problem.code)) continue;
    const cause = causeOf(problem);
    const same = byCause.get(cause);
    if (same === undefined) byCause.set(cause, [problem]);
    else same.push(problem);
  }
  const grouped = new Map<Problem, Problem | null>();
  for (const [first, ...rest] of byCause.values()) {
    if (first === undefined || rest.length < FEW) continue;
    grouped.set(first, {
      ...first,
      message: `${first.message}. The same on ${morePlaces(first, rest)}`,
    });
    for (const problem of rest) grouped.set(problem, null);
  }
  return problems.flatMap((problem) => {
    const one = grouped.get(problem);
    return one === null ? [] : [one ?? problem];
  });
}

// What is quoted differs from place to place; what is wrong, and what to do, does not.
function causeOf({ code, severity, message }: Problem): string {
  return `${severity} ${code} ${message.replace(/“[^”]*”(?:, “[^”]*”)*(?: (?:is|are))?/, '').replace(/“!\[what it shows\]\([^”]*”/, '')}`;
}

function morePlaces({ line }: Problem, rest: readonly Problem[]): string {
  const lines = [...new Set(rest.map((problem) => problem.line))].filter((one) => one !== line);
  if (lines.length === 0) return `this line, ${rest.length} more times`;
  const named = lines.slice(0, NAMED).join(', ');
  const more = lines.length - NAMED;
  return `${lines.length} more ${lines.length === 1 ? 'line' : 'lines'}: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
