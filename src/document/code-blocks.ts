import { readNotesLine } from './notes-line.ts';
import { formulaAt } from './formulas.ts';
import type { SourceLine } from './source-line.ts';

/** A code block's opening mark: three or more backticks or tildes. */
export type CodeMark = {
  readonly mark: '`' | '~';
  readonly length: number;
};

/** The mark that opens a code block on this line, if one does. */
export function codeOpening(text: string): CodeMark | undefined {
  if (!text.includes('```') && !text.includes('~~~')) return undefined;
  const [, fence, info] = /^\s*(`{3,}|~{3,})(.*)$/.exec(text) ?? [];
  if (fence === undefined || info === undefined) return undefined;
  const mark = fence.startsWith('~') ? '~' : '`';
  return mark === '`' && info.includes('`') ? undefined : { mark, length: fence.length };
}

/** True where this line closes the code block that `open` opened. */
export function closesCode(text: string, open: CodeMark): boolean {
  const line = text.trim();
  return (
    line.startsWith(open.mark) &&
    line.length >= open.length &&
    line === open.mark.repeat(line.length)
  );
}

// For each line, the longest mark after it that could close a code block: a block that is never closed is none.
function laterClosings(lines: readonly SourceLine[]): Readonly<Record<'`' | '~', Int32Array>> {
  const later = { '`': new Int32Array(lines.length), '~': new Int32Array(lines.length) };
  const longest = { '`': 0, '~': 0 };
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    later['`'][at] = longest['`'];
    later['~'][at] = longest['~'];
    const text = lines[at]?.text ?? '';
    if (!text.includes('```') && !text.includes('~~~')) continue;
    const [, run] = /^\s*(`{3,}|~{3,})\s*$/.exec(text) ?? [];
    if (run === undefined) continue;
    const mark = run.startsWith('~') ? '~' : '`';
    longest[mark] = Math.max(longest[mark], run.length);
  }
  return later;
}

/** The lines that stand in no code block. */
export function outsideCode(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => codeOpening(text) !== undefined)) return lines;
  const closings = laterClosings(lines);
  let open: CodeMark | null = null;
  return lines.filter(({ text }, at) => {
    if (open !== null) {
      if (closesCode(text, open)) open = null;
      return false;
    }
    const opening = codeOpening(text);
    if (opening === undefined || (closings[opening.mark][at] ?? 0) < opening.length) return true;
    open = opening;
    return false;
  });
}

/** Tells, of the line at an index that opens a code block, whether the block has an end: without one it is text. */
export type CodeEnds = (at: number, opening: CodeMark) => boolean;

const ABOUT_SLIDES =
  /^\s*[`~]+\s*\{?\.?(?:md|mdx|markdown|qmd|rmd|marp|slidev|reveal|html|yaml|yml|text|txt|diff)\b/i;

/** True for a line that opens a block of code about slides, and says so. */
export function isAboutSlides(text: string): boolean {
  return ABOUT_SLIDES.test(text);
}

/** More blocks than this whose end is in doubt, and they are taken at their word. */
const MAX_DOUBTS = 20;

/** Finds which code blocks of a text have an end. */
export function findCodeEnds(lines: readonly SourceLine[]): CodeEnds {
  const closings = laterClosings(lines);
  let doubts = 0;
  return (at, opening) => {
    if ((closings[opening.mark][at] ?? 0) < opening.length) return false;
    if (doubts >= MAX_DOUBTS || !swallowsSlides(lines, at, opening)) return true;
    doubts += 1;
    return false;
  };
}

// A block with a `---` in it and notes behind, or in a named language with a `---` and a heading, has lost its end: what comes after is slides, and the notes are not for the class.
function swallowsSlides(lines: readonly SourceLine[], opened: number, open: CodeMark): boolean {
  const text = lines[opened]?.text ?? '';
  if (isAboutSlides(text)) return false;
  const isNamed = /[`~]\s*\{?\.?[a-z]/i.test(text);
  let isParted = false;
  let fresh = false;
  for (let at = opened + 1; at < lines.length; at += 1) {
    const line = lines[at]?.text ?? '';
    if (closesCode(line, open)) return false;
    if (/^-{3,}v?\s*$/.test(line)) {
      isParted = true;
      fresh = lines[at - 1]?.text.trim() === '';
    } else if (
      (isParted && readNotesLine(line) !== undefined) ||
      (isNamed && fresh && /^#{1,6} \S/.test(line))
    ) {
      return true;
    } else if (line.trim() !== '') fresh = false;
  }
  return false;
}

/** A line with its words changed, but not those in pieces of code, `like this`, and in formulas, `$x$`, which are kept, or made of `instead` as often as they are long. */
export function outsideSpans(
  text: string,
  change: (words: string) => string,
  instead?: string,
): string {
  let made = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const end = spanEnd(text, at);
    if (end < 0) continue;
    made += change(text.slice(from, at)) + (instead?.repeat(end - at) ?? text.slice(at, end));
    from = end;
    at = end - 1;
  }
  return made + change(text.slice(from));
}

// Behind the piece of code or the formula that begins at `at`; -1 where none does.
function spanEnd(text: string, at: number): number {
  if (text[at] === '$' && text[at - 1] !== '\\') return formulaAt(text, at)?.end ?? -1;
  if (text[at] !== '`' || text[at - 1] === '`') return -1;
  const [code] = /^`+[^`]+`+/.exec(text.slice(at, at + MAX_SPAN)) ?? [];
  return code === undefined ? -1 : at + code.length;
}

// A piece of code within a line is no longer than this.
const MAX_SPAN = 2_000;
