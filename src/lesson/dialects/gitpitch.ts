import type { SourceLine } from '../../document/source-line.ts';
import { startBreak } from '../break-rule.ts';
import { pushText, warn, type Scan } from '../scan-state.ts';

/** True for a deck of GitPitch, by what stands behind its `---`, `---?image=a.png`, or by its commands. */
export function isGitPitch(lines: readonly SourceLine[]): boolean {
  return lines.some(
    ({ text }) => /^(?:-{3}|\+{3})\?[a-z]/.test(text) || /^@(?:snap|title|transition)\[/.test(text),
  );
}

const COMMAND =
  /^\s*@(?:\[[\w,\s-]{1,40}\](?:\([^()]{0,300}\))?|[a-z]+\[[^[\]]{0,200}\](?:\([^()]{0,300}\))?|(?:ul|ol|[a-z]+end))\s*$/;

// Those that hold words, and those that draw a sign.
const WORDS =
  /@(?:css|color|size|box|quote)\[[^[\]]{0,200}\]\(([^()#]{0,300})(?:#([^()]{0,300}))?\)/g;
const SIGNS = /@(?:fa[brs]?|emoji)\[[^[\]]{0,100}\]/g;

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
    if (text.includes('?')) {
      leaveOut(
        scan,
        { text: text.trim(), line },
        'slides have one plain background; nothing needs doing',
      );
    }
    return true;
  }
  if (!text.includes('@')) return false;
  const words = text.replaceAll(WORDS, '$1 $2').replaceAll(SIGNS, '');
  if (words !== text) return pushText(scan, { text: words.trimEnd(), line });
  if (!COMMAND.test(text)) return false;
  const [, note] = /^\s*@notes?\[(.*)\]\s*$/.exec(text) ?? [];
  if (note !== undefined) {
    scan.parts.push(
      { type: 'text', to: 'notes', text: '', line },
      { type: 'text', to: 'notes', text: note, line },
    );
  } else {
    leaveOut(
      scan,
      { text: text.trim(), line },
      'the words that stand on lines of their own stay; nothing needs doing',
    );
  }
  return pushText(scan, { text: '', line });
}

function leaveOut(scan: Scan, { text, line }: SourceLine, instead: string): void {
  warn(
    scan,
    { text: '', line },
    { code: 'left-out', message: `“${text.slice(0, 60)}” is left out: ${instead}` },
  );
}
