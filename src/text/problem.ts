/** How much a problem matters: an error must be put right before the lesson is taught, a warning is advice, information asks for nothing. */
export type Severity = 'error' | 'warning' | 'info';

/** A teacher's mistake, with its place: `line` and `column` count from 1, `message` is plain words for the teacher. */
export type Problem = {
  readonly code: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/** A problem as one line of a report, `12:1 error one-option: Cannot read …`. */
export function writeProblem({ line, column, severity, code, message }: Problem): string {
  return `${line}:${column} ${severity} ${code}: ${message}`;
}
