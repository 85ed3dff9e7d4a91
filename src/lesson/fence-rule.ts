import type { SourceLine } from '../document/source-line.ts';
import {
  fenceHolds,
  fenceMeant,
  isQuestionWord,
  isSlideWord,
  kindMeant,
  type FenceHolds,
} from './fences.ts';
import { fenceEndOf } from '../document/fence-end.ts';
import { firstColumn } from '../document/lines.ts';
import { NOTHING_ABOVE } from '../document/paragraph.ts';
import type { Part } from './part.ts';
import { pushRemarks, pushText, type Fence, type Scan } from './scan-state.ts';

/** Starts a slide: it ends notes, and any fence that holds text alone. */
export function startSlide(scan: Scan, line: number): void {
  scan.above = NOTHING_ABOVE;
  while (scan.textFences > 0) closeFence(scan, line, 'missing');
  scan.notes = false;
  scan.landing = false;
  scan.level = 0;
  pushRemarks(scan, line);
}

/** Takes the lines that open and close a fence, `::: film` and `:::`. */
export function fenceRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (!text.includes(':::')) return false;
  const [, indent = '', rest] = /^([ \t]{0,24}):::+(.*)$/.exec(text) ?? [];
  if (rest === undefined) return false;
  const inner = indent.length > 3 || indent.includes('\t');
  if (inner && !isInList(scan, rest)) return false;
  if (!inner) scan.above = NOTHING_ABOVE;
  pushRemarks(scan, line + 1);
  const [word = '', ...words] = rest
    .replace(/:+\s*$/, '')
    .trim()
    .split(/\s+/);
  const column = firstColumn(text);
  if (word !== '') {
    openFence(scan, { type: 'open', word: word.toLowerCase(), words, line, column, inner }, text);
  } else if (scan.fences.length > 0) closeFence(scan, line, 'found');
  else {
    scan.problems.push({
      code: 'stray-fence',
      severity: 'error',
      line,
      column,
      message:
        'Cannot close a block here: “:::” needs a line such as “::: film” above it that is still open',
    });
  }
  return true;
}

// Within a list, fences are indented: Markdown lays out our own there, and notes are taken here.
function isInList({ above, fences }: Scan, rest: string): boolean {
  if (/^[:\s]*$/.test(rest)) return fences.at(-1)?.inner === true;
  return above.inList && /^\s*notes\s*$/.test(rest);
}

type Opening = Omit<Part & { readonly type: 'open' }, 'word'> & { readonly word: string } & Pick<
    Fence,
    'inner'
  >;

function openFence(scan: Scan, { inner, ...opening }: Opening, text: string): void {
  const { word: written, line, column } = opening;
  // In notes, only a word that is known starts a slide: whatever else is there is the teacher's.
  const meant =
    fenceHolds(written) === undefined && !scan.notes
      ? kindMeant(written, insideOf(scan))
      : undefined;
  const word = meant ?? written;
  const holds = fenceHolds(word);
  while (holds !== undefined && word !== 'notes' && endsWhere(scan.fences.at(-1)?.word, holds)) {
    closeFence(scan, line, 'missing');
  }
  scan.fences.push({
    word,
    line,
    column,
    notesBefore: scan.notes,
    inner,
    until: word === 'notes' ? fenceEndOf(scan.lines, scan.at) : undefined,
  });
  if (holds === undefined || meant !== undefined) {
    const wanted = meant === undefined ? fenceMeant(written) : `it needs to be “::: ${meant}”`;
    const message = `Cannot read “::: ${written.slice(0, 40)}”: ${wanted}`;
    scan.problems.push({ code: 'unknown-fence', severity: 'error', line, column, message });
  }
  if (holds === undefined) return;
  if (holds !== 'slides') scan.textFences += 1;
  if (holds === 'part') return pushPart(scan, { text, line });
  scan.notes = word === 'notes';
  scan.landing = false;
  if (isSlideWord(word)) {
    scan.parts.push({ ...opening, word, ...(meant === undefined ? {} : { misspelt: true }) });
  } else pushText(scan, { text: '', line });
}

// More lines than a question has.
const MAX_LINES = 400;

// The lines below a fence up to the next one, or to the next slide.
function insideOf({ lines, at }: Scan): readonly string[] {
  const below = lines.slice(at + 1, at + MAX_LINES);
  const end = below.findIndex(({ text }) =>
    /^\s*:::|^ {0,3}(?:#{1,3}[ \t]|-{2,}[ \t]*$)/.test(text),
  );
  return below.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
}

// HTML goes on to the next blank line, and would take the fence with it.
function pushPart(scan: Scan, { text, line }: SourceLine): void {
  const above = scan.parts.at(-1);
  if (above?.type === 'text' && above.text.trim() !== '' && text.startsWith(':')) {
    pushText(scan, { text: '', line });
  }
  pushText(scan, { text, line });
}

/** True between the ends of a fence of notes: headings and `---` there are the teacher's, as all else. */
export function isInNotesFence({ fences, at }: Scan): boolean {
  const until = fences.at(-1)?.word === 'notes' ? fences.at(-1)?.until : undefined;
  return until !== undefined && at < until;
}

// A question holds nothing but itself; what starts a slide ends the parts of the one above.
function endsWhere(above: string | undefined, holds: FenceHolds): boolean {
  if (above === undefined) return false;
  const isQuestion = isQuestionWord(above);
  return holds === 'part'
    ? isQuestion
    : fenceHolds(above) === 'text' || fenceHolds(above) === 'part';
}

/** Closes the innermost fence. */
export function closeFence(scan: Scan, line: number, mark: 'found' | 'missing'): void {
  const fence = scan.fences.pop();
  if (fence === undefined) return;
  const holds = fenceHolds(fence.word);
  const known = holds !== undefined;
  if (known && holds !== 'slides') scan.textFences -= 1;
  // Unknown fences are read as if they were not there.
  if (known) scan.notes = fence.notesBefore;
  if (known && holds !== 'part') scan.landing = false;
  if (holds === 'part') pushText(scan, { text: ':::', line });
  else if (known && fence.word !== 'notes') {
    scan.parts.push({ type: 'close', word: fence.word, line });
  }
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
}
