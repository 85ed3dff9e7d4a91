import type { SourceLine } from './source-line.ts';

/** A note longer than this has lost its end. */
const MAX_LINES = 400;

/** The index of the line that closes the fence opened on the line at an index, past those within it; undefined where it is not near. */
export function fenceEndOf(lines: readonly SourceLine[], at: number): number | undefined {
  let depth = 1;
  for (let line = at + 1; line < Math.min(lines.length, at + MAX_LINES); line += 1) {
    const [, rest] = /^[ \t]{0,24}:::+(.*)$/.exec(lines[line]?.text ?? '') ?? [];
    if (rest !== undefined) depth += /^:*\s*$/.test(rest) ? -1 : 1;
    if (depth === 0) return line;
  }
  return undefined;
}
