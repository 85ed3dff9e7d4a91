import { readYamlMap, type YamlMap } from '../film/yaml-map.ts';
import type { SourceLine } from '../document/source-line.ts';
import {
  closedLines,
  hasNotes,
  hasTitle,
  headStart,
  openLines,
  type HeadLines,
} from './head-lines.ts';

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
  const start = headStart(lines);
  if (start === null) return null;
  const closed = closedHead(lines, start);
  if (closed !== null) {
    return closed.map.isMap || closed.isBlank || closed.map.problems.length > 0 ? closed : null;
  }
  const { within, rest } = openLines(lines, start);
  const open = { map: mapOf({ start, within }), start, isClosed: false, rest };
  return [...open.map.fields.keys()].some(isField) ? open : null;
}

// A head that ends at a `---`, unless slides stand before it: then its own `---` is missing.
function closedHead(
  lines: readonly SourceLine[],
  start: number,
): (Head & { readonly isBlank: boolean }) | null {
  const found = closedLines(lines, start);
  if (found === null) return null;
  const { within, rest } = found;
  const map = mapOf(found);
  const isBroken = map.problems.some(({ severity }) => severity === 'error');
  if (hasTitle(within) && (isBroken || hasNotes(within))) return null;
  const isBlank = within.every(({ text }) => text.trim() === '');
  return { map, start, isClosed: true, isBlank, rest };
}

function mapOf({ start, within }: Pick<HeadLines, 'start' | 'within'>): YamlMap {
  return readYamlMap(within.map(({ text }) => text).join('\n'), start + 1, { mends: true });
}
