import { codeOpening, closesCode, type CodeMark } from '../document/code-blocks.ts';
import type { Problem } from '../document/problem.ts';
import { isSurelyForTeacher } from '../document/teacher-words.ts';
import type { Part } from './part.ts';

/** What the class would see though it can only be for the teacher: nothing moves by itself, its author says which. In another tool's deck it is advice. */
export function teacherProblems(
  parts: readonly Part[],
  severity: 'error' | 'warning',
): readonly Problem[] {
  let code: CodeMark | undefined;
  return parts.flatMap((part): readonly Problem[] => {
    if (part.type !== 'text' || part.to !== 'body') {
      code = undefined;
      return [];
    }
    const { text, line, sure } = part;
    const isCode = code !== undefined;
    if (code === undefined) code = codeOpening(text);
    else if (closesCode(text, code)) code = undefined;
    if (isCode || code !== undefined || sure === true || !isSurelyForTeacher(text)) return [];
    const message = `“${text.trim().slice(0, 60)}” reads like words for the teacher, but the class sees it: it needs a line “${TEACHER}” above it, or “${CLASS}” if the class is to read it`;
    return [{ code: 'words-for-teacher', severity, line, column: 1, message }];
  });
}

const TEACHER = '<!-- for the teacher -->';
const CLASS = '<!-- for the class -->';

/** Gives problems of a text what puts them right in one press, where that is a line above another. */
export function pressesIn(text: string): (problem: Problem) => Problem {
  let found: readonly number[] | undefined;
  const starts = () => (found ??= startsOf(text));
  const startOf = (line: number) => starts()[line - 1] ?? text.length;
  return (problem) => {
    const { code, line } = problem;
    if (code === 'words-for-teacher') {
      const at = startOf(line);
      const end = lineEndOf(text);
      return {
        ...problem,
        fixes: [
          { label: 'Make it a note', from: at, to: at, insert: `${TEACHER}${end}` },
          { label: 'The class sees it', from: at, to: at, insert: `${CLASS}${end}` },
        ],
      };
    }
    if (code !== 'text-above-rule') return problem;
    for (let below = line + 1; below <= line + FAR; below += 1) {
      const at = startOf(below);
      if (!/^ {0,3}-{2,4}[ \t]*[\r\n]?$/.test(text.slice(at, startOf(below + 1)).trimEnd())) {
        continue;
      }
      const insert = lineEndOf(text);
      return { ...problem, fixes: [{ label: 'Blank line above', from: at, to: at, insert }] };
    }
    return problem;
  };
}

/** More lines than a heading has that is written over a line of dashes. */
const FAR = 20;

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

// Where each line begins, in characters from the start of the file.
function startsOf(text: string): readonly number[] {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length);
  return [text.startsWith('\uFEFF') ? 1 : 0, ...ends];
}
