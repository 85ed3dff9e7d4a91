import type { SourceLine } from '../document/source-line.ts';
import { startSlide } from './fence-rule.ts';
import { pushText, warn, type Scan } from './scan-state.ts';

const BREAK = /^ {0,3}-{2,}[ \t]*$/;

/** Takes a line that parts slides: `---`, and `--` and `----`, which part them downwards elsewhere. */
export function breakRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (!BREAK.test(text)) return false;
  if (scan.notes && scan.notesEndAtRules && /-{5}/.test(text)) {
    return ruleInNotes(scan, { text, line });
  }
  startSlide(scan, line);
  scan.parts.push({ type: 'break', line });
  return true;
}

// Where notes go on to the next `---`, a longer rule is one within the notes.
function ruleInNotes(scan: Scan, { text, line }: SourceLine): true {
  const message = `“${text.trim().slice(0, 20)}” is in notes, so what follows is kept for the teacher too: write “---” if it is to start a slide`;
  warn(scan, { text, line }, { code: 'rule-in-notes', message });
  return pushText(scan, { text: '', line });
}

/** Between `::: notes` and `:::` a `---` parts nothing. */
export function ruleInNotesFence(scan: Scan, { text, line }: SourceLine): boolean {
  return BREAK.test(text) && pushText(scan, { text: '', line });
}
