// One of two to five options:
//
//   ::: choice pressure character        ::: choice law knowledge
//   How much pressure is Sam under?      Who does the law cover?
//   - A little                           - [ ] Only under-13s
//   - A lot                              - [x] Everyone under 18
//
//   > Shown with the result.             :::
//   :::
import type { Kind, QuestionOutline, SourceLine } from '../../poll/question.ts';
import type { Problem } from '../../text/problem.ts';
import { acceptOption } from '../accept-option.ts';
import { sortLines } from '../question-lines.ts';

const IDS = 'abcdefghijklmnopqrstuvwxyz';

/** A question with one answer out of two to five. */
export const choice: Kind = { canBeRight: true, outline, accept: acceptOption };

function outline(lines: readonly SourceLine[]): QuestionOutline {
  const { prompt, items, explanation, stray } = sortLines(lines, readItem);
  const problems: Problem[] = [];
  for (const { text, line } of items) {
    if (text === '') {
      problems.push({ code: 'empty-option', severity: 'error', line, column: 1, message: 'Cannot read this option: it is empty, it needs words' });
    }
  }
  for (const { text, line } of stray) {
    problems.push({
      code: 'stray-text',
      severity: 'warning',
      line,
      column: 1,
      message: `“${text.slice(0, 60)}” is not shown: an option starts with “-”, an explanation with “>”`,
    });
  }
  const options = items.map(({ text }, at) => ({ id: IDS[at] ?? `z${at}`, label: (IDS[at] ?? `z${at}`).toUpperCase(), text }));
  const right = options.filter((_, at) => items[at]?.right === true).map(({ id }) => id);
  return { prompt, options, right, explanation, problems };
}

function readItem(line: string): { readonly text: string; readonly right: boolean } | undefined {
  const [, box, text] = /^[-*+](?:[ \t]+\[([ xX])\])?(?:[ \t]+(.*))?$/.exec(line) ?? [null, undefined, null];
  return text === null ? undefined : { text: (text ?? '').trim(), right: box === 'x' || box === 'X' };
}
