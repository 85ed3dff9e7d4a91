import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Foreign, Imported } from './importer.ts';
import { rewriteLines, type Prose, type Rewriter } from './walk.ts';

/** What starts a slide in our own grammar, as lines: what stands above it is no heading. */
export const BREAK: readonly string[] = ['', '---'];

/** The line after which the class is not shown the slide that it stands on. */
export const HIDE = '<!-- hide this slide -->';

/** How a deck parts its slides, where it is not as in our lessons. */
export type Parting = {
  /** The levels of heading that start a slide. */
  readonly headings?: readonly number[];
  /** True where notes go on past headings below the slide's own. */
  readonly notesEndAtRules?: boolean;
};

// Lines that begin by saying how slides are parted.
function withParting(
  lines: readonly SourceLine[],
  { headings, notesEndAtRules = false }: Parting,
): readonly SourceLine[] {
  const line = lines[0]?.line ?? 1;
  const says = [
    ...(headings === undefined
      ? []
      : [
          `<!-- slides start at: ${[...headings.map((level) => '#'.repeat(level)), '---'].join(' ')} -->`,
        ]),
    ...(notesEndAtRules ? ['<!-- notes end at: --- -->'] : []),
  ];
  return [...says.map((text) => ({ text, line })), ...lines];
}

/** How the slides of a text start: what it says itself, or else as in our lessons. */
export function headingsOf(lines: readonly SourceLine[]): readonly number[] {
  const [, marks] = /^<!-- slides start at: (.*)---\s*-->$/.exec(lines[0]?.text ?? '') ?? [];
  return marks === undefined
    ? [1, 2, 3]
    : marks
        .split(' ')
        .filter((mark) => mark !== '')
        .map((mark) => mark.length);
}

const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const DASHES = /^ {0,3}-{2,}v?[ \t]*$/;

/** True for a line that parts slides in our own grammar, unless it makes a heading of the line above. */
export function isDashes(text: string): boolean {
  return DASHES.test(text);
}

/** A rule of any kind as one that parts slides: many tools know no other use of it. */
export function partAtAnyRule({ text }: Prose): readonly string[] {
  return RULE.test(text) && !isDashes(text) ? BREAK : [text];
}

/** A rewriting that reports as it goes. */
export function rewriteWith(
  { lines }: Foreign,
  rewriterOf: (problems: Problem[]) => Rewriter,
  parting: Parting = {},
): Imported {
  const problems: Problem[] = [];
  const rewritten = rewriteLines(lines, rewriterOf(problems));
  return { lines: withParting(rewritten, parting), problems };
}

/** A line `---` where it parts no slides: what Markdown draws as a rule, or the line under a heading. */
export function plainRule({ text, around }: Prose): readonly string[] {
  if (around.above.paragraph > 0 && !around.notes) return [text];
  return /^ {0,3}-{3,}[ \t]*$/.test(text) ? ['***'] : [`\\${text.trim()}`];
}
