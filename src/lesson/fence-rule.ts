import type { SourceLine } from '../poll/question.ts';
import { fenceHolds, fenceNames } from './fences.ts';
import { firstColumn } from './lines.ts';
import { NOTHING_ABOVE } from './paragraph.ts';
import type { Part } from './part.ts';
import { pushRemarks, type Scan } from './scan-state.ts';

/** Starts a slide: it ends notes, and any fence that holds text alone. */
export function startSlide(scan: Scan, line: number): void {
  scan.above = NOTHING_ABOVE;
  while (scan.textFences > 0) closeFence(scan, line, 'missing');
  scan.notes = false;
  pushRemarks(scan, line);
}

/** Takes the lines that open and close a fence, `::: film` and `:::`. */
export function fenceRule(scan: Scan, { text, line }: SourceLine): boolean {
  const [, rest] = /^ {0,3}:::+(.*)$/.exec(text) ?? [];
  if (rest === undefined) return false;
  scan.above = NOTHING_ABOVE;
  pushRemarks(scan, line + 1);
  const [word = '', ...words] = nameOf(rest.trim()).split(/\s+/);
  const column = firstColumn(text);
  if (word !== '') openFence(scan, { type: 'open', word: word.toLowerCase(), words, line, column });
  else if (scan.fences.length > 0) closeFence(scan, line, 'found');
  else {
    scan.problems.push({
      code: 'stray-fence',
      severity: 'error',
      line,
      column,
      message: 'Cannot close a block here: “:::” needs a line such as “::: film” above it that is still open',
    });
  }
  return true;
}

// Quarto and Pandoc write `::: {.notes}`.
function nameOf(rest: string): string {
  return /^\{?[ .#]*(?:speaker-|teacher-)?notes?\b/i.test(rest) ? 'notes' : rest;
}

function openFence(scan: Scan, part: Part & { readonly type: 'open' }): void {
  const { word, line, column } = part;
  const holds = fenceHolds(word);
  const above = scan.fences.at(-1);
  if (holds !== undefined && word !== 'notes' && above !== undefined && fenceHolds(above.word) === 'text') closeFence(scan, line, 'missing');
  scan.fences.push({ word, line, column, notesBefore: scan.notes });
  if (holds === undefined) {
    scan.problems.push({
      code: 'unknown-fence',
      severity: 'error',
      line,
      column,
      message: `Cannot read “::: ${word.slice(0, 40)}”: it needs to be ${fenceNames()}`,
    });
    return;
  }
  if (holds === 'text') scan.textFences += 1;
  scan.notes = word === 'notes';
  if (word !== 'notes') scan.parts.push(part);
}

/** Closes the innermost fence. */
export function closeFence(scan: Scan, line: number, mark: 'found' | 'missing'): void {
  const fence = scan.fences.pop();
  if (fence === undefined) return;
  const known = fenceHolds(fence.word) !== undefined;
  if (fenceHolds(fence.word) === 'text') scan.textFences -= 1;
  if (known && fence.word !== 'notes') scan.parts.push({ type: 'close', word: fence.word, line });
  if (mark === 'missing' && known) {
    const { column } = fence;
    scan.problems.push({
      code: 'unclosed-fence',
      severity: 'error',
      line: fence.line,
      column,
      message: `Cannot find the end of “::: ${fence.word}”: it needs a line “:::”`,
    });
  }
  // Unknown fences are read as if they were not there.
  if (known) scan.notes = fence.notesBefore;
}
