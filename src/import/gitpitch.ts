import type { Problem } from '../document/problem.ts';
import { leftOut, type Importer } from './importer.ts';
import { BREAK, rewriteWith } from './parting.ts';
import type { Prose } from './walk.ts';

const COMMAND =
  /^\s*@(?:\[[\w,\s-]{1,40}\](?:\([^()]{0,300}\))?|[a-z]+\[[^[\]]{0,200}\](?:\([^()]{0,300}\))?|(?:ul|ol|[a-z]+end))\s*$/;

// Those that hold words, and those that draw a sign.
const WORDS =
  /@(?:css|color|size|box|quote)\[[^[\]]{0,200}\]\(([^()#]{0,300})(?:#([^()]{0,300}))?\)/g;
const SIGNS = /@(?:fa[brs]?|emoji)\[[^[\]]{0,100}\]/g;

/**
 * GitPitch, by what stands behind its `---`, or by its commands.
 *
 *     ---?image=assets/field.png
 *     +++
 *     @note[Pass the jar.]
 */
export const gitPitch: Importer = {
  name: 'GitPitch',
  recognises: ({ lines }) =>
    lines.some(
      ({ text }) =>
        /^(?:-{3}|\+{3})\?[a-z]/.test(text) ||
        /^@(?:snap|title|transition)\[/.test(text) ||
        LAYOUT.test(text),
    ),
  rewrite: (text) =>
    rewriteWith(text, (problems) => ({ prose: (line) => rewritten(line, problems) }), {
      headings: [],
      notesEndAtRules: true,
    }),
};

// Where things stand on the slide, `[drag=50 100, drop=left]`.
const LAYOUT =
  /^\s*\[\/?(?:drag|drop|set|flow|fit|bg|stretch|rotate|opacity)\b[^\]\n]{0,300}\]\s*$/;
const IN_PICTURE = /!\[(?:[a-z]+=[^\],]{0,60}(?:,\s*)?){1,12}\]\(/g;

function rewritten({ text, line }: Prose, problems: Problem[]): readonly string[] {
  if (LAYOUT.test(text)) {
    problems.push(leftOut(line, text.trim(), 'the words below it stay; nothing needs doing'));
    return [''];
  }
  if (text.includes('![')) {
    const words = text.replaceAll(IN_PICTURE, '![](');
    if (words !== text) return [words];
  }
  if (/^(?:-{3}\?\S.*|\+{3}(?:\?\S.*)?)$/.test(text.trimEnd())) {
    if (text.includes('?')) {
      const instead = 'slides have one plain background; nothing needs doing';
      problems.push(leftOut(line, text.trim(), instead));
    }
    return BREAK;
  }
  if (!text.includes('@')) return [text];
  const words = text.replaceAll(WORDS, '$1 $2').replaceAll(SIGNS, '');
  if (words !== text) return [words.trimEnd()];
  if (!COMMAND.test(text)) return [text];
  const [, note] = /^\s*@notes?\[(.*)\]\s*$/.exec(text) ?? [];
  if (note !== undefined) return [`[//]: # (${note})`, ''];
  const instead = 'words on lines of their own stay; nothing needs doing';
  problems.push(leftOut(line, text.trim(), instead));
  return [''];
}
