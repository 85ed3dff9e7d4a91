import { FOR_CLASS, FOR_TEACHER } from './audience-marks.ts';
import type { Problem } from './problem.ts';
import type { SourceLine } from './source-line.ts';

/** Asks whose a section is that is off the board for its name; `text` is its heading. */
export function askWhose({ text, line }: SourceLine, severity: 'error' | 'warning'): Problem {
  const message = `“${text.slice(0, 60)}” is not on the board, since a section of that name is the teacher’s: it needs a line “${FOR_CLASS}” above it if the class is to see it, or “${FOR_TEACHER}”`;
  return { code: 'section-or-slide', severity, line, column: 1, message };
}
