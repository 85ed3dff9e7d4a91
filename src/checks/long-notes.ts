import type { Document, Node } from '../document/nodes.ts';
import { readNotesLine } from '../document/notes-line.ts';
import { toWords } from '../document/to-text.ts';
import { MAX_OPEN_WORDS } from '../lesson/fold-notes.ts';
import { slidesOf } from '../lesson/lesson.ts';
import type { Finding, Hazard } from './hazard.ts';
import { notesInView } from './notes-in-view.ts';

/** Notes of which more is open than a teacher takes in at a glance, as the presenter folds them; what a plan says beside its slides was not written as such. */
export const longNotes: Hazard = {
  row: '0.5',
  code: 'long-notes',
  severity: 'warning',
  audience: 'everyone',
  source:
    'A teacher who read the lessons, 2026-11-27: what to ask stood below the edge of the notes on every second slide',
  find: ({ lesson, lines }) => {
    const labels = lines.filter(({ text }) => readNotesLine(text) !== undefined);
    return slidesOf(lesson).flatMap((slide) =>
      ofNotes(slide.notes).filter(({ line }) =>
        labels.some((label) => label.line >= slide.line && label.line <= line),
      ),
    );
  },
};

function ofNotes(notes: Document): readonly Finding[] {
  const open = notesInView(notes);
  const [first] = open;
  if (first === undefined || !('span' in first) || first.span === null) return [];
  const count = wordCount(open);
  if (count <= MAX_OPEN_WORDS) return [];
  const message = `These notes have ${count} words before anything folds, and a teacher who glances at them finds no place among more than ${MAX_OPEN_WORDS}. Begin with what to ask, and move the rest below a paragraph that begins “**Listen for**” or “**Don’t**”`;
  return [{ line: first.span.line, column: first.span.column, message }];
}

function wordCount(nodes: readonly Node[]): number {
  return toWords(nodes)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
