/**
 * How much a problem matters: an error must be fixed before the lesson is taught, a warning is
 * advice, information asks for nothing.
 */
export type Severity = 'error' | 'warning' | 'info';

/** One way to put a problem right in one press: its words on the button, and what takes the place of the characters from `from` up to `to`, counted in UTF-16 from the start of the file. */
export type Fix = {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
};

/** A teacher's mistake, with its place: `line` and `column` count from 1, `message` is plain words for the teacher. */
export type Problem = {
  readonly code: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Where its author has to choose, each choice; where there is one way, that one. */
  readonly fixes?: readonly Fix[];
};

/** A problem as one line of a report, `12:1 error one-option: Cannot read …`. */
export function writeProblem({ line, column, severity, code, message }: Problem): string {
  return `${line}:${column} ${severity} ${code}: ${message}`;
}

/** The same problem without half a character: a message that quotes so many characters of a text may cut an emoji in two, and no JSON reader takes that. */
export function withWholeCharacters(problem: Problem): Problem {
  return /\p{Cs}/u.test(problem.message)
    ? { ...problem, message: problem.message.replaceAll(/\p{Cs}/gu, '') }
    : problem;
}

/** The same problem with a column that its line has: `length + 1` is the line's end, and past it the column is 1. What a deck's comment spreads over lines is read as one line, so a column in it may be larger. */
export function withinItsLine(
  problem: Problem,
  lines: readonly { readonly text: string }[],
): Problem {
  const end = (lines[problem.line - 1]?.text.length ?? 0) + 1;
  return problem.column > end ? { ...problem, column: 1 } : problem;
}

/** What a fix writes, for someone who writes it by hand: its line, without those that only make it a head. */
export function lineToWrite({ insert }: Fix): string {
  return insert
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '' && line !== '---')
    .join(' ');
}
