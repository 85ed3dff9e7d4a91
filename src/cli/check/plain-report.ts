import { writeProblem } from '../../document/problem.ts';
import { counted } from '../../text/counted.ts';
import type { CheckedFile } from './checked-file.ts';

/** What was found in a file, one line a finding: `lessons/x.md:12:1 error code: message`. */
export function plainReport({ file, slides, minutes, questions, problems }: CheckedFile): string {
  const counted =
    slides === 0 ? '' : ` (${slides} slides, ${minutes} minutes, ${questions} questions)`;
  if (problems.length === 0) return `${file}: no errors${counted}`;
  return problems.map((problem) => `${file}:${printable(writeProblem(problem))}`).join('\n');
}

/** Words as a terminal can be given them: what could steer it, or turn the line round, is shown as a dot. */
export function printable(words: string): string {
  return words.replaceAll(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    '·',
  );
}

/** `2 errors, 1 warning in 3 lessons`, and how many findings stand for a reason. */
export function summary(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ problems }) => problems);
  const count = (severity: string) => all.filter((problem) => problem.severity === severity).length;
  const stands = count('info');
  const sheets = files.filter(({ file }) => /(?:^|[/\\])handouts[/\\][^/\\]*$/.test(file)).length;
  const lessons = files.length - sheets;
  const among = [
    ...(lessons > 0 || sheets === 0 ? [counted(lessons, 'lesson')] : []),
    ...(sheets > 0 ? [counted(sheets, 'handout')] : []),
  ].join(' and ');
  const reasons = stands === 0 ? '' : `; ${counted(stands, 'finding')} allowed, with a reason`;
  return `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')} in ${among}${reasons}`;
}
