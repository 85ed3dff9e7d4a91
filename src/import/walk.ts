import { closesCode, codeOpening, findCodeEnds, type CodeMark } from '../document/code-blocks.ts';
import { isCommentFence, takeComments, type CommentOpen } from '../document/comments.ts';
import { isNotesTitle, readNotesLine } from '../document/notes-line.ts';
import { NOTHING_ABOVE, readAbove, type Above } from '../document/paragraph.ts';
import { fenceEndOf } from '../document/fence-end.ts';
import type { SourceLine } from '../document/source-line.ts';

/** What stands above a line: a paragraph it may go on, and whether it is in notes; how many fences are open. */
export type Around = { above: Above; notes: boolean; fences: number };

/** A fence that is open, and whether its first line stood in notes. */
type OpenFence = { readonly word: string; readonly notesBefore: boolean; readonly until: number };

/** A line outside of code and comments, without the comments on it, and its index. */
export type Prose = SourceLine & { readonly at: number; readonly around: Readonly<Around> };

/** A comment, `<!-- … -->`: its words by line, and the line it begins on. */
export type Comment = { readonly line: number; readonly content: readonly SourceLine[] };

/** What stands in a comment's place: lines above the one it ends on, and what becomes of the words of that line. */
export type Replaced = {
  readonly above?: readonly string[];
  readonly marked?: (words: string) => string;
};

/** How lines are rewritten. */
export type Rewriter = {
  /** The lines that stand in the place of one: none, itself or others. */
  readonly prose?: (line: Prose) => readonly string[];
  /** What stands in the place of a comment; undefined where it stays as it is. */
  readonly comment?: (comment: Comment) => Replaced | undefined;
  /** The lines of a code block, its marks too, in its place. */
  readonly code?: (block: readonly SourceLine[], at: number) => readonly SourceLine[];
};

// A line while it is walked: what a comment before it leaves, its words, and the comments behind.
type Slot = {
  readonly from: SourceLine;
  readonly at: number;
  above: string[];
  before: string;
  words: string;
  marked: ((words: string) => string) | null;
  comments: string[];
  isChanged: boolean;
};

/** Rewrites lines as our own grammar sees them: what is code is code, and what is in a comment is no line. */
export function rewriteLines(
  lines: readonly SourceLine[],
  rewriter: Rewriter,
): readonly SourceLine[] {
  const out: SourceLine[] = [];
  const codeEnds = findCodeEnds(lines);
  const around: Around = { above: NOTHING_ABOVE, notes: false, fences: 0 };
  const fences: OpenFence[] = [];
  const lastPercents = lines.findLastIndex(({ text }) => text.includes('%%'));
  let code: { readonly mark: CodeMark; readonly at: number; readonly block: SourceLine[] } | null =
    null;
  let open: { of: CommentOpen; readonly slots: Slot[]; readonly content: SourceLine[] } | null =
    null;
  let waiting: Slot[] = [];

  const emit = (slot: Slot) => {
    const { from, at } = slot;
    const comments = slot.comments.join('');
    const written =
      slot.words.trim() === '' && slot.before === '' && comments !== ''
        ? [slot.words]
        : (rewriter.prose?.({ text: slot.words, line: from.line, at, around }) ?? [slot.words]);
    const same = written.length === 1 && written[0] === slot.words && !slot.isChanged;
    for (const text of slot.above) push(text, slot);
    if (same) {
      note(slot.words, at);
      out.push(from);
      return;
    }
    const texts = written.map((text) => slot.marked?.(text) ?? text);
    if (texts.length === 0 && (slot.before !== '' || comments !== '')) texts.push('');
    texts.forEach((text, nth) => {
      note(text, at);
      const [before, after] = [
        nth === 0 ? slot.before : '',
        nth === texts.length - 1 ? comments : '',
      ];
      out.push({ text: `${before}${text}${after}`, line: from.line });
    });
  };
  const push = (text: string, { from, at }: Slot) => {
    note(text, at);
    out.push({ text, line: from.line });
  };
  const note = (text: string, at: number) => {
    const isInNotes = at < (fences.at(-1)?.until ?? 0);
    readAround(around, fences, { text, isInNotes, until: () => fenceEndOf(lines, at) ?? 0 });
  };
  const flush = () => {
    for (const slot of waiting) emit(slot);
    waiting = [];
  };

  for (const [at, from] of lines.entries()) {
    if (code !== null) {
      code.block.push(from);
      if (closesCode(from.text, code.mark)) {
        out.push(...(rewriter.code?.(code.block, code.at) ?? code.block));
        code = null;
      }
      continue;
    }
    const opening = open === null ? codeOpening(from.text) : undefined;
    if (opening !== undefined && codeEnds(at, opening)) {
      code = { mark: opening, at, block: [from] };
      around.above = around.above.inList && /^\s/.test(from.text) ? around.above : NOTHING_ABOVE;
      continue;
    }
    const slot: Slot = {
      from,
      at,
      above: [],
      before: '',
      words: '',
      marked: null,
      comments: [],
      isChanged: false,
    };
    waiting.push(slot);
    if (open === null && isCommentFence(from.text) && lastPercents > at) {
      open = { of: { end: '%%', depth: 1 }, slots: [slot], content: [] };
      slot.comments.push(from.text);
      continue;
    }
    const { text, pieces } = takeComments(from.text, open?.of ?? null);
    slot.words = text;
    for (const piece of pieces) {
      const comment = (open ??= { of: { end: piece.end, depth: 1 }, slots: [], content: [] });
      const isFirst = comment.slots.length === 0;
      if (comment.slots.at(-1) !== slot) comment.slots.push(slot);
      comment.content.push({ text: piece.content, line: from.line });
      if (isFirst) slot.comments.push(piece.raw);
      else slot.before = piece.raw;
      if (piece.open !== null) {
        comment.of = piece.open;
        continue;
      }
      const instead =
        piece.end === '-->'
          ? rewriter.comment?.({
              line: comment.content[0]?.line ?? from.line,
              content: comment.content,
            })
          : undefined;
      open = null;
      if (instead === undefined) continue;
      // Of the comment nothing stays: the last on its first line, and the first on its others.
      for (const [nth, one] of comment.slots.entries()) {
        one.isChanged = true;
        if (nth === 0) one.comments.pop();
        else one.before = '';
      }
      slot.above.push(...(instead.above ?? []));
      slot.marked = instead.marked ?? slot.marked;
    }
    if (open === null) flush();
  }
  if (code !== null) out.push(...code.block);
  flush();
  return out;
}

type Seen = {
  readonly text: string;
  /** True between `::: notes` and its `:::`, which hold headings and rules too. */
  readonly isInNotes: boolean;
  readonly until: () => number;
};

// Keeps up with what stands above the next line.
function readAround(around: Around, fences: OpenFence[], { text, isInNotes, until }: Seen): void {
  if (text === '') {
    around.above = readAbove(around.above, text);
    return;
  }
  const [, marks, heading = ''] = /^ {0,3}(#{1,3})(?:[ \t](.*))?$/.exec(text) ?? [];
  const isRule = /^ {0,3}(?:-{2,}v?|=+)[ \t]*$/.test(text);
  const [, fence] = /^ {0,3}:::+[ \t]*(.*?)[ \t]*$/.exec(text) ?? [];
  if (isInNotes && (marks !== undefined || isRule)) {
    around.above = NOTHING_ABOVE;
    return;
  }
  if (marks !== undefined) {
    endFences(fences);
    around.notes = isNotesTitle(heading);
  } else if (fence !== undefined) {
    if (fence === '') around.notes = fences.pop()?.notesBefore ?? around.notes;
    else {
      const [word = ''] = fence.toLowerCase().split(/\s/);
      fences.push({ word, notesBefore: around.notes, until: word === 'notes' ? until() : 0 });
      around.notes = word === 'notes';
    }
  } else if (isRule && !text.includes('=') && (around.notes || around.above.paragraph === 0)) {
    endFences(fences);
    around.notes = false;
  } else if (!isRule && readNotesLine(text) !== undefined) around.notes = true;
  else if (!isRule) {
    around.above = readAbove(around.above, text);
    return;
  }
  around.above = NOTHING_ABOVE;
  around.fences = fences.length;
}

// What starts a slide ends what was open on the one above, but not the film.
function endFences(fences: OpenFence[]): void {
  const first = fences.findIndex(({ word }) => word !== 'film');
  if (first >= 0) fences.splice(first);
}
