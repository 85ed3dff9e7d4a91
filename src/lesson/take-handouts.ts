import {
  closesCode,
  codeOpening,
  findCodeEnds,
  isAboutSlides,
  type CodeEnds,
  type CodeMark,
} from '../document/code-blocks.ts';
import { takeComments, type CommentOpen } from '../document/comments.ts';
import { placedLines, type PlacedLine } from '../document/lines.ts';
import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import {
  handoutInCode,
  handoutOpening,
  mayOpenHandouts,
  opensHandout,
  type HandoutOpening,
} from './handout-opening.ts';

/** A handout that is written in a lesson: what it is called, its text, and the lines of the lesson that it begins and ends at, `:::: handout` and `::::`, counted from 1. */
export type LessonHandout = {
  readonly title: string;
  readonly line: number;
  readonly to: number;
  readonly text: string;
};

/** A lesson’s text without its handouts, each character at its place, and the handouts. */
export type TakenHandouts = {
  readonly rest: string;
  readonly handouts: readonly LessonHandout[];
  readonly problems: readonly Problem[];
};

const FENCE = /^ {0,3}(:{2,})\s*(.*?)\s*$/;

/** What a line is in: a handout with how it was opened, code, a comment, or the lesson itself. */
type Within = {
  opened: (HandoutOpening & { readonly line: number }) | null;
  /** Parts within the handout that have as many colons as it has itself. */
  depth: number;
  code: CodeMark | null;
  comment: CommentOpen | null;
};

/** Takes the handouts out of a lesson’s text: `:::: handout` up to `::::`, before anything else of it is read. What is in code or in a comment begins none. One whose first line is mistyped, or in a list or a quote, is taken out all the same, since it may be for staff. */
export function takeHandouts(text: string): TakenHandouts {
  // Of one that is not there the reader of lessons takes no time.
  if (!mayOpenHandouts(text)) return { rest: text, handouts: [], problems: [] };
  const lines = placedLines(text);
  const codeEnds = findCodeEnds(lines);
  const swallows = findSwallowed(lines);
  const problems: Problem[] = [];
  // By the places of their lines among all.
  const found: Found[] = [];
  const within: Within = { opened: null, depth: 0, code: null, comment: null };

  function open({ line }: SourceLine, at: number): boolean {
    const opening = handoutOpening(lines, at, { isInHandout: within.opened !== null });
    return opening !== undefined && openAs(opening, { line, at });
  }

  // In a handout and in other code it is code.
  function openInCode({ line }: SourceLine, at: number): boolean {
    if (within.opened !== null || within.code !== null || within.comment !== null) return false;
    const opening = handoutInCode(lines, at);
    return opening !== undefined && openAs(opening, { line, at });
  }

  function openAs(
    opening: HandoutOpening,
    { line, at }: { readonly line: number; readonly at: number },
  ): boolean {
    close(at - 1, 'not closed');
    if (opening.fault !== null) problems.push({ ...opening.fault, severity: 'error', line });
    within.opened = { ...opening, line };
    within.depth = 0;
    found.push({ first: at, last: at, isClosed: false, bare: opening.bare });
    return true;
  }

  function close(at: number, how: 'closed' | 'not closed'): void {
    const newest = found.at(-1);
    if (within.opened === null || newest === undefined) return;
    newest.last = at;
    newest.isClosed = how === 'closed';
    if (how === 'not closed') problems.push(notClosed(within.opened));
    within.opened = null;
  }

  // As the reader of lessons has it: a block that has no end is no code.
  function isInCode(words: string, at: number): boolean {
    if (within.comment !== null) return false;
    if (within.code !== null) {
      if (closesCode(words, within.code)) within.code = null;
      return true;
    }
    const opening = codeOpening(words);
    if (opening === undefined || swallows(at, opening) || !codeEnds(at, opening)) return false;
    within.code = opening;
    return true;
  }

  for (const [at, source] of lines.entries()) {
    const code = within.opened?.code ?? null;
    if (code !== null && within.opened !== null) {
      if (closesCode(within.opened.bare(source.text), code)) close(at, 'closed');
      continue;
    }
    if (openInCode(source, at)) continue;
    if (isInCode(source.text, at) || isInComment(source.text, within)) continue;
    if (open(source, at) || within.opened === null) continue;
    const [, colons = '', words = ''] = FENCE.exec(within.opened.bare(source.text)) ?? [];
    if (colons.length < within.opened.colons) continue;
    if (words !== '') within.depth += 1;
    else if (within.depth > 0) within.depth -= 1;
    else close(at, 'closed');
  }
  close(lines.length - 1, 'not closed');
  const taken = found.map(({ first, last, isClosed, bare }) => ({
    whole: lines.slice(first, last + 1),
    inner: lines
      .slice(first + 1, isClosed ? last : last + 1)
      .map((one) => ({ ...one, text: bare(one.text) })),
  }));
  const handouts = taken.map(({ whole, inner }, at) => ({
    title: titleIn(inner.map((one) => one.text)) || `Handout ${at + 1}`,
    line: whole[0]?.line ?? 1,
    to: whole.at(-1)?.line ?? 1,
    text: joined(inner),
  }));
  return {
    rest: without(
      text,
      taken.map(({ whole }) => whole),
    ),
    handouts,
    problems,
  };
}

// Its lines as they are parted in the lesson: of two in one numbered line, the second is behind an end within it.
function joined(lines: readonly SourceLine[]): string {
  return lines
    .map(
      ({ text, line }, at) => (at === 0 ? '' : line === lines[at - 1]?.line ? SOFT : '\n') + text,
    )
    .join('');
}

const SOFT = '\u2028';

/** A handout by the places of its first and last line among all, and its lines without the list or the quote that it is in. */
type Found = Pick<HandoutOpening, 'bare'> & {
  readonly first: number;
  last: number;
  isClosed: boolean;
};

// Its first word of itself, in quotes or not; what reads it whole says what is wrong with it.
function titleIn(lines: readonly string[]): string {
  const field = lines.slice(0, 12).find((line) => /^title:/i.test(line)) ?? '';
  return field
    .replace(/^title:/i, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
}

// A block with a handout in it has lost its end: its words are not for the class. One that is about lessons has four marks, or says that it is Markdown.
function findSwallowed(lines: readonly SourceLine[]): CodeEnds {
  // The handout that the last such block would have taken in, for the next one above it.
  const last = { '`': -1, '~': -1 };
  const lowest = lines.findLastIndex(({ text }) => opensHandout(text));
  return (opened, open) => {
    if (opened > lowest || open.length > 3) return false;
    if (isAboutSlides(lines[opened]?.text ?? '')) return false;
    if (opened < last[open.mark]) return true;
    for (let at = opened + 1; at < lines.length; at += 1) {
      const { text = '' } = lines[at] ?? {};
      if (closesCode(text, open)) return false;
      if (!opensHandout(text)) continue;
      last[open.mark] = at;
      return true;
    }
    return false;
  };
}

function isInComment(text: string, within: Within): boolean {
  const wasOpen = within.comment !== null;
  within.comment = takeComments(text, within.comment).pieces.at(-1)?.open ?? null;
  return wasOpen || within.comment !== null;
}

// Blanks in the place of their characters, and line ends as they were: all that is found in the rest keeps its place.
function without(text: string, taken: readonly (readonly PlacedLine[])[]): string {
  let rest = '';
  let at = 0;
  for (const lines of taken) {
    const [from, to] = [lines[0]?.from ?? at, lines.at(-1)?.to ?? at];
    rest += text.slice(at, from) + text.slice(from, to).replaceAll(/[^\r\n]/g, ' ');
    at = to;
  }
  return rest + text.slice(at);
}

function notClosed({
  line,
  colons,
}: Pick<HandoutOpening, 'colons'> & { readonly line: number }): Problem {
  const end = ':'.repeat(colons === 0 ? 4 : colons);
  return {
    code: 'handout-open',
    severity: 'error',
    line,
    column: 1,
    message: `This handout has no end: it needs a line “${end}” below its last words`,
  };
}
