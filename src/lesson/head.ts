import { readYamlMap, type YamlMap } from '../film/yaml-map.ts';
import type { SourceLine } from '../document/source-line.ts';
import { readNotesLine } from '../document/notes-line.ts';

/** The fields at the head of a lesson: they start at line `start + 1`, and `rest` are the lines below them. */
export type Head = {
  readonly map: YamlMap;
  readonly start: number;
  readonly isClosed: boolean;
  readonly rest: readonly SourceLine[];
};

/** Finds the head of a lesson, or null where it has none: a `---` that opens a file may be the edge of its first slide. */
export function findHead(
  lines: readonly SourceLine[],
  isField: (name: string) => boolean,
): Head | null {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  if (start < 0 || lines[start]?.text.trimEnd() !== '---') return null;
  const closed = closedHead(lines, start);
  if (closed !== null) {
    return closed.map.isMap || closed.isBlank || closed.map.problems.length > 0 ? closed : null;
  }
  const open = openHead(lines, start);
  return [...open.map.fields.keys()].some(isField) ? open : null;
}

// A head that ends at a `---`, unless slides stand before it: then its own `---` is missing.
function closedHead(
  lines: readonly SourceLine[],
  start: number,
): (Head & { readonly isBlank: boolean }) | null {
  const end = lines.findIndex(({ text }, at) => at > start && /^(?:---|\.\.\.)\s*$/.test(text));
  if (end < 0) return null;
  const comment = openComment(lines, start, end);
  const within = lines.slice(start + 1, comment ?? end);
  if (within.some(({ text }) => /^(?:#{2,3} |:::)/.test(text))) return null;
  const map = readYamlMap(textOf(within), start + 1, { mends: true });
  const isBroken = map.problems.some(({ severity }) => severity === 'error');
  // Right below a field, it is a comment of YAML.
  const hasTitle = within.some(
    ({ text }, at) =>
      text.startsWith('# ') && !/^\s*(?:#|[\w ]+:)/.test(within[at - 1]?.text ?? ''),
  );
  if (hasTitle && (isBroken || within.some(({ text }) => readNotesLine(text) !== undefined))) {
    return null;
  }
  return {
    map,
    start,
    isClosed: true,
    isBlank: within.every(({ text }) => text.trim() === ''),
    rest: lines.slice(comment ?? end + 1),
  };
}

// A comment that is begun among the fields and goes on below them: what it says is no lesson's.
function openComment(lines: readonly SourceLine[], start: number, end: number): number | undefined {
  const at = lines
    .slice(0, end)
    .findLastIndex(({ text }, nth) => nth > start && text.trimStart().startsWith('<!--'));
  return at < 0 || lines.slice(at, end).some(({ text }) => text.includes('-->')) ? undefined : at;
}

// A head without an end goes on to the first line that is none of it: what is HTML may be a note that begins there.
function openHead(lines: readonly SourceLine[], start: number): Head {
  const isOutside = (text: string) =>
    text.trim() === '' ||
    /^(?:#{1,3} |:::|---|\s{0,3}<)/.test(text) ||
    readNotesLine(text) !== undefined;
  const found = lines.findIndex(({ text }, at) => at > start && isOutside(text));
  const end = found < 0 ? lines.length : found;
  return {
    map: readYamlMap(textOf(lines.slice(start + 1, end)), start + 1, { mends: true }),
    start,
    isClosed: false,
    rest: lines.slice(end),
  };
}

function textOf(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}
