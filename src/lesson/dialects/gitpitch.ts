import type { SourceLine } from '../../poll/question.ts';
import { startBreak } from '../break-rule.ts';
import { pushText, warn, type Scan } from '../scan-state.ts';

/** True for a deck of GitPitch, by what stands behind its `---`, `---?image=a.png`, or by its commands. */
export function isGitPitch(lines: readonly SourceLine[]): boolean {
  return lines.some(({ text }) => /^(?:-{3}|\+{3})\?[a-z]/.test(text) || /^@(?:snap|title|transition)\[/.test(text));
}

const COMMAND = /^\s*@(?:\[[\d,\s-]{1,40}\](?:\([^()]{0,300}\))?|(?:snap|title|transition|css|size|ul|ol|table|code|gist|notes?)\b.*|[a-z]+end)\s*$/;

/**
 * Takes what GitPitch writes on lines of its own: what parts slides, and commands.
 *
 *     ---?image=assets/field.png
 *     +++
 *     @note[Pass the jar.]
 */
export function gitPitchRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (scan.habits.tool !== 'gitpitch') return false;
  if (/^(?:-{3}\?\S.*|\+{3}(?:\?\S.*)?)$/.test(text.trimEnd())) {
    startBreak(scan, line);
    if (text.includes('?')) leaveOut(scan, { text: text.trim(), line }, 'slides have one plain background; nothing needs doing');
    return true;
  }
  if (!COMMAND.test(text)) return false;
  const [, said] = /^\s*@notes?\[(.*)\]\s*$/.exec(text) ?? [];
  if (said !== undefined) scan.parts.push({ type: 'text', to: 'notes', text: '', line }, { type: 'text', to: 'notes', text: said, line });
  else leaveOut(scan, { text: text.trim(), line }, 'the words that stand on lines of their own stay; nothing needs doing');
  return pushText(scan, { text: '', line });
}

function leaveOut(scan: Scan, { text, line }: SourceLine, instead: string): void {
  warn(scan, { text: '', line }, { code: 'left-out', message: `“${text.slice(0, 60)}” is left out: ${instead}` });
}
