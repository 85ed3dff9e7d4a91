import type { SourceLine } from '../document/source-line.ts';
import { isInNotesFence, startSlide } from './fence-rule.ts';
import { pushText, warn, type OpenComment, type Scan } from './scan-state.ts';
import { skipRemarkFields } from './dialects/remark.ts';
import { skipSlideFields } from './dialects/slidev-fields.ts';

/** Takes a line that parts slides: `---`, and `--`, `----` and `---v`, which part them downwards elsewhere. */
export function breakRule(scan: Scan, { text, line }: SourceLine): boolean {
  const { breaks, anyRule } = scan.habits;
  const isBreak =
    breaks === null ? /^ {0,3}-{2,}v?[ \t]*$/.test(text) : breaks.includes(text.trim());
  if (!isBreak && !(anyRule && RULE.test(text))) return false;
  if (scan.notes && scan.habits.notesHold && /-{5}/.test(text)) {
    return ruleInNotes(scan, { text, line });
  }
  if (isInNotesFence(scan)) return pushText(scan, { text: '', line });
  startBreak(scan, line);
  return true;
}

const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;

// Tools that know `---` alone take a longer rule for one within the notes.
function ruleInNotes(scan: Scan, { text, line }: SourceLine): true {
  const message = `“${text.trim().slice(0, 20)}” stands in notes, so what follows is kept for the teacher too: write “---” if it is to start a slide`;
  warn(scan, { text, line }, { code: 'rule-in-notes', message });
  return pushText(scan, { text: '', line });
}

/** Parts slides at blank lines where the lesson asks for it; takes no line. */
export function blankLinesRule(scan: Scan, { text, line }: SourceLine): boolean {
  const { blankLines } = scan.habits;
  if (scan.code !== null) scan.blank = 0;
  else if (text.trim() === '') scan.blank += 1;
  else {
    if (blankLines > 0 && scan.blank >= blankLines) startBreak(scan, line);
    scan.blank = 0;
  }
  return false;
}

/** Parts slides at a comment, `<!-- slide -->`, or at what the lesson says. */
export function breakComment(scan: Scan, { line, content }: OpenComment): boolean {
  const words = content.length === 1 ? (content[0]?.text.trim() ?? '') : '';
  const isBreak =
    /^(?:s|v|slide|vertical|end_slide)$/.test(words) ||
    (words !== '' && (scan.habits.breaks?.includes(`<!--${words}-->`) ?? false));
  if (isBreak) startBreak(scan, line);
  return isBreak;
}

/** Starts a slide as a `---` does. */
export function startBreak(scan: Scan, line: number): void {
  startSlide(scan, line);
  scan.boxes = 0;
  scan.parts.push({ type: 'break', line });
  if (scan.habits.tool === 'remark') skipRemarkFields(scan, scan.at + 1);
  else skipSlideFields(scan);
}
