import type { SourceLine } from '../document/source-line.ts';
import { looksLikeNotes, readNotesLine } from '../document/notes-line.ts';
import { isSurelyForTeacher } from '../document/teacher-words.ts';
import { NOTHING_ABOVE } from '../document/paragraph.ts';
import { warn, type Scan } from './scan-state.ts';

/** Takes a line that starts notes; warns of one that reads as if it was for the class, and of one that only looks like notes. */
export function notesRule(scan: Scan, line: SourceLine): boolean {
  const { text } = line;
  const rest = readNotesLine(text);
  if (rest === undefined) {
    if (takesHiddenLine(scan, line)) return true;
    if (!scan.notes && looksLikeNotes(text) && !isSurelyForTeacher(text)) {
      warn(scan, line, {
        code: 'looks-like-notes',
        message: `“${beginOf(text)}” looks like notes, but the class sees it: write “Notes:” on a line of its own above what is for the teacher`,
      });
    }
    return false;
  }
  if (!scan.notes && /^\s*note ?: *\S/i.test(text)) {
    warn(scan, line, {
      code: 'note-or-sentence',
      message: `“${beginOf(text)}” and what follows is kept for the teacher: if the class is to read it, begin it with another word; if not, write “Notes:”`,
    });
  }
  scan.notes = true;
  scan.landing = false;
  scan.above = NOTHING_ABOVE;
  if (rest !== '') scan.parts.push({ type: 'text', to: 'notes', text: rest, line: line.line });
  return true;
}

function beginOf(text: string): string {
  return text.trim().slice(0, 60);
}

// Markdown shows nothing of `[//]: # (words)`, so authors use it for what is theirs.
function takesHiddenLine(scan: Scan, { text, line }: SourceLine): boolean {
  if (!text.includes(']:')) return false;
  const [, note] =
    /^ {0,3}\[(?:\/\/|comment|comments|_)[^\]]{0,40}\]:[ \t]*(?:#|<>)[ \t]*(\S.*)$/is.exec(text) ??
    [];
  if (note === undefined) return false;
  scan.parts.push(
    { type: 'text', to: 'notes', text: '', line },
    { type: 'text', to: 'notes', text: note.replace(/^["'(](.*)["')][ \t]*$/s, '$1'), line },
  );
  return true;
}
