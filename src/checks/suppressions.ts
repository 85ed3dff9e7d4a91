import { readFrontMatter } from '../lesson/front-matter.ts';
import { readLines } from '../document/lines.ts';
import type { TextBlock } from './text-block.ts';
import type { SourceLine } from '../document/source-line.ts';

/** An author's word that a finding may stand: it counts for the text block on the next line that is not blank, up to the line `until`. */
export type Suppression = {
  readonly code: string;
  /** Empty where none is given. */
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  readonly from: number;
  readonly until: number;
  /** True above the first slide, where it counts for what is found in the lesson as a whole too. */
  readonly isOnTop: boolean;
};

/** True for a suppression of what is measured on the board, `board-overflow`, and not read in the text. */
export function isOfBoard({ code }: Suppression): boolean {
  return code.startsWith('board-');
}

const CODE = String.raw`allow[ \t]+([a-z0-9]+(?:-[a-z0-9]+)*)`;
const COMMENT = new RegExp(String.raw`<!--[ \t]*${CODE}(?:[ \t]*:([^>]{0,500}))?[ \t]*-->`);
// At the head a comment is YAML’s.
const IN_HEAD = new RegExp(String.raw`^[ \t]*#[ \t]*${CODE}(?:[ \t]*:(.{0,500}))?$`);

/**
 * Finds every `<!-- allow blaming-wording: quoted to correct it -->`, and `# allow timings: …` at
 * the head.
 */
export function parseSuppressions(
  text: string,
  textBlocks: readonly TextBlock[],
): readonly Suppression[] {
  if (!/\ballow\b/.test(text)) return [];
  const lines = readLines(text);
  const head = lines.length - readFrontMatter(lines).rest.length;
  const firstSlide = lines.findIndex(
    ({ text: words }, at) => at >= head && words.trim() !== '' && !/^\s*<!--.*-->\s*$/.test(words),
  );
  const top = firstSlide < 0 ? lines.length : firstSlide;
  const ends = new Map(
    textBlocks.toReversed().map(({ pieces }) => [pieces[0]?.line, pieces.at(-1)?.line]),
  );
  return lines.flatMap((source, at) => {
    const [mark, code, reason] = (at < head ? IN_HEAD : COMMENT).exec(source.text) ?? [];
    if (mark === undefined || code === undefined) return [];
    const isAlone = source.text.trim() === mark.trim();
    const from = isAlone ? nextLine(lines, at) : source.line;
    const column = source.text.indexOf(mark) + 1;
    return [
      {
        code,
        reason: (reason ?? '').trim(),
        line: source.line,
        column,
        from,
        until: ends.get(from) ?? from,
        isOnTop: at < top,
      },
    ];
  });
}

// Several suppressions may stand above one line.
function nextLine(lines: readonly SourceLine[], at: number): number {
  const after = lines
    .slice(at + 1, at + 8)
    .find(({ text }) => text.trim() !== '' && !COMMENT.test(text) && !IN_HEAD.test(text));
  return after?.line ?? lines[at]?.line ?? 1;
}
