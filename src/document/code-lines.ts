import type { MarkdownIt, Token } from 'markdown-it';
import { contextIn } from './layout-rule.ts';

/** More groups of lines than these are more than anyone follows on one slide. */
const MAX_GROUPS = 10;

/**
 * Makes Markdown read which lines of code are marked, group by group, each with a Next of its own. The first is marked from the start.
 *
 *     ~~~python {1|2-3|all}
 */
export function useCodeLines(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'code-lines', ({ tokens, env }) => {
    for (const token of tokens) {
      const written = token.type === 'fence' ? writtenGroups(token.info) : null;
      if (written === null) continue;
      const count = linesOf(token).length;
      const groups = written.map((group) => readGroup(group, count));
      token.meta = { groups: groups.slice(0, MAX_GROUPS) };
      const wrong = wrongIn(written, groups, count);
      if (wrong === null) continue;
      const message = `Cannot mark the lines “{${written.join('|').slice(0, 60)}}”: ${wrong}`;
      contextIn(env).tell?.(token.map?.[0] ?? 0, {
        code: 'code-lines',
        severity: 'error',
        message,
      });
    }
  });
}

/** The lines that are marked together, from 1, group by group; none where no lines are. */
export function markedGroups({ meta }: Token): readonly (readonly number[])[] {
  const groups: unknown = meta?.['groups'];
  return isGroups(groups) ? groups : [];
}

function isGroups(value: unknown): value is readonly (readonly number[])[] {
  return Array.isArray(value);
}

// A fence of another tool may have braces of its own: `{python}`, `{.js #id}`.
function writtenGroups(info: string): readonly string[] | null {
  const [, groups] = /\{([\d,|\s-]*(?:(?:all|none)[\d,|\s-]*)*)\}/.exec(info) ?? [];
  return groups === undefined || groups.trim() === ''
    ? null
    : groups.split('|').map((one) => one.trim());
}

function linesOf({ content }: Token): readonly string[] {
  return content.replace(/\n$/, '').split('\n');
}

function readGroup(written: string, count: number): readonly number[] {
  if (written === 'none') return [];
  if (written === 'all' || written === '') return numbers(1, count);
  return written.split(',').flatMap((part) => {
    const [from = NaN, to = from] = part.split('-').map(Number);
    return numbers(from, Math.min(to, count));
  });
}

function numbers(from: number, to: number): readonly number[] {
  return from >= 1 && to >= from
    ? Array.from({ length: to - from + 1 }, (_, nth) => from + nth)
    : [];
}

function wrongIn(
  written: readonly string[],
  groups: readonly (readonly number[])[],
  count: number,
): string | null {
  if (groups.length > MAX_GROUPS) {
    return `it has ${groups.length} groups, it needs at most ${MAX_GROUPS}`;
  }
  const empty = written.find((group, at) => group !== 'none' && groups[at]?.length === 0);
  if (empty !== undefined) {
    return `the code has ${count === 1 ? '1 line' : `${count} lines`}, and “${empty}” is none of them`;
  }
  const last = Math.max(0, ...written.flatMap((group) => (group.match(/\d+/g) ?? []).map(Number)));
  return last > count
    ? `the code has ${count === 1 ? '1 line' : `${count} lines`}, and there is no line ${last}`
    : null;
}

/** Some lines of code in words: `line 2`, `lines 1 and 3 to 5`. */
export function linesInWords(lines: readonly number[]): string {
  const runs: (readonly [from: number, to: number])[] = [];
  for (const line of lines.toSorted((one, other) => one - other)) {
    const [from, to] = runs.at(-1) ?? [];
    if (from !== undefined && line === (to ?? 0) + 1) runs[runs.length - 1] = [from, line];
    else if (line !== to) runs.push([line, line]);
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  const all =
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  if (lines.length === 0) return 'no line';
  return lines.length === 1 ? `line ${all}` : `lines ${all}`;
}
