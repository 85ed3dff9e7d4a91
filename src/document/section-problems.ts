import { FOR_CLASS, FOR_TEACHER } from './audience-marks.ts';
import type { Problem } from './problem.ts';
import type { SourceLine } from './source-line.ts';

/** Asks whose a section is that is off the board for its name; `text` is its heading. */
export function askWhose({ text, line }: SourceLine, severity: 'error' | 'warning'): Problem {
  const message = `“${text.slice(0, 60)}” is not on the board, since a section of that name is the teacher’s: it needs a line “${FOR_CLASS}” above it if the class is to see it, or “${FOR_TEACHER}”`;
  return { code: 'section-or-slide', severity, line, column: 1, message };
}

/** Says of a heading below a section for the teacher that the comment above it, which names the class, shows nothing. */
export function notShownBelow({ text, line }: SourceLine, severity: 'error' | 'warning'): Problem {
  const message = `Cannot show “${text.slice(0, 60)}” to the class: it is below a section for the teacher. Move it above that section’s heading, or give it a heading as high`;
  return { code: 'audience-of-slide', severity, line, column: 1, message };
}
