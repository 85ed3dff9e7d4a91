import type { SourceLine } from '../poll/question.ts';
import { startSlide } from './fence-rule.ts';
import type { OpenComment, Scan } from './scan-state.ts';
import { skipSlideFields } from './dialects/slidev-fields.ts';

/** Takes a line that parts slides: `---`, and `--` and `----`, which part them downwards elsewhere. */
export function breakRule(scan: Scan, { text, line }: SourceLine): boolean {
  const { breaks } = scan.habits;
  const isBreak = breaks === null ? /^ {0,3}-{2,}[ \t]*$/.test(text) : breaks.includes(text.trim());
  if (isBreak) startBreak(scan, line);
  return isBreak;
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
export function breakComment(scan: Scan, { line, said }: OpenComment): boolean {
  const words = said.length === 1 ? (said[0]?.text.trim() ?? '') : '';
  const isBreak = /^(?:s|v|slide|vertical)$/.test(words) || (words !== '' && (scan.habits.breaks?.includes(`<!--${words}-->`) ?? false));
  if (isBreak) startBreak(scan, line);
  return isBreak;
}

function startBreak(scan: Scan, line: number): void {
  startSlide(scan, line);
  scan.parts.push({ type: 'break', line });
  skipSlideFields(scan);
}
