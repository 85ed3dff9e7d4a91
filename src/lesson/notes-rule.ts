import type { SourceLine } from '../poll/question.ts';
import { looksLikeNotes, readNotesLine } from './notes-line.ts';
import { NOTHING_ABOVE } from './paragraph.ts';
import { warn, type Scan } from './scan-state.ts';

/** Takes a line that starts notes; warns of one that reads as if it was for the class, and of one that only looks like notes. */
export function notesRule(scan: Scan, line: SourceLine): boolean {
  const { text } = line;
  const rest = notesOn(text, scan.habits.notes);
  const words = text.trim().slice(0, 60);
  if (rest === undefined) {
    if (!scan.notes && looksLikeNotes(text)) {
      warn(scan, line, {
        code: 'looks-like-notes',
        message: `“${words}” looks like notes, but the class sees it: write “Notes:” on a line of its own above what is for the teacher`,
      });
    }
    return false;
  }
  if (!scan.notes && /^\s*note ?: *\S/i.test(text)) {
    warn(scan, line, {
      code: 'note-or-sentence',
      message: `“${words}” and what follows is kept for the teacher: if the class is to read it, begin it with another word; if not, write “Notes:”`,
    });
  }
  scan.notes = true;
  scan.landing = false;
  scan.above = NOTHING_ABOVE;
  if (rest !== '') scan.parts.push({ type: 'text', to: 'notes', text: rest, line: line.line });
  return true;
}

function notesOn(text: string, mark: string): string | undefined {
  const words = text.trim();
  return mark !== '' && words.toLowerCase().startsWith(mark.toLowerCase()) ? words.slice(mark.length).trim() : readNotesLine(text);
}
