import type { SourceLine } from '../document/source-line.ts';

/** Lines without the blank ones above the first that is written and below the last. */
export function trimBlank(lines: readonly SourceLine[]): readonly SourceLine[] {
  const isWritten = ({ text }: SourceLine) => text.trim() !== '';
  const first = lines.findIndex(isWritten);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isWritten) + 1);
}

/** What stands between blank lines; `textOf` gives the words of a line. */
export function groupsOf<T>(
  lines: readonly T[],
  textOf: (line: T) => string,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isWritten = textOf(line).trim() !== '';
    if (isWritten && isOpen) groups.at(-1)?.push(line);
    else if (isWritten) groups.push([line]);
    isOpen = isWritten;
  }
  return groups;
}
