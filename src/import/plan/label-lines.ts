import type { Part } from '../../lesson/part.ts';
import { planName } from './section-names.ts';
import { plainWords } from '../../document/plain-words.ts';

/** A line of several labels, `Year group: 8 | Duration: 60 minutes` or `**Duration** 60 min · **Topic** Soil`, as one for each; any other line as it is. */
export function splitLabels(text: string): readonly string[] {
  if (text.length > 600 || !/[|·•]|\s{3,}|\s\/\s/.test(text) || /^\s*\|/.test(text)) return [text];
  const pieces = text
    .trim()
    .replace(/\\$/, '')
    .split(/\s+[|·•]\s+|\s+\/\s+(?=[*_]{0,3}[^:/]{2,40}:)|\s{3,}|&nbsp;(?:\s*&nbsp;)+/)
    .map((piece) => piece.replace(/^(\*\*|__)([^*_:]{2,40})\1\s+(?=\S)/, '$1$2:$1 '));
  const named = pieces.filter((piece) => isLabel(piece)).length;
  return pieces.length > 1 && named === pieces.length ? pieces : [text];
}

// One known name is enough where all are written alike.
function isLabel(piece: string): boolean {
  return /^[^:]{2,50}:\s*\S/.test(plainWords(piece));
}

/** A table among parts: its rows below the rule, and whether each of its rows is a label with its words, as word processors lay out the head of a plan. */
export type LabelTable = {
  readonly end: number;
  readonly isLabels: boolean;
  readonly name: ReturnType<typeof planName>;
  /** Where it has one row, below names that only a plan has, `| Subject | Year |`: a line for each. */
  readonly labels: readonly string[] | null;
};

/** The table that begins with that part; undefined where none does. */
export function labelTable(parts: readonly Part[], at: number): LabelTable | undefined {
  const [head, rule] = [rowOf(parts[at]), parts[at + 1]];
  if (head === undefined || rule?.type !== 'text' || !/^\s*\|?[\s|:-]*-[\s|:-]*$/.test(rule.text)) {
    return undefined;
  }
  let end = at + 2;
  while (rowOf(parts[end]) !== undefined) end += 1;
  const rows = parts.slice(at + 2, end).map((part) => rowOf(part) ?? []);
  const known = rows.filter((cells) => planName(cells[0] ?? '', true) !== undefined).length;
  return {
    end,
    isLabels: rows.length === 0 || known * 2 > rows.length,
    name: planName(head[0] ?? '', true),
    labels: rows.length === 1 ? labelsOf(head, rows[0] ?? []) : null,
  };
}

function labelsOf(names: readonly string[], cells: readonly string[]): readonly string[] | null {
  const isNamed = names.length > 1 && names.every((name) => planName(name, true) !== undefined);
  return isNamed ? names.map((name, at) => `${plainWords(name)}: ${cells[at] ?? ''}`) : null;
}

/** The cells of a row, with blanks around them taken off; undefined for no row. */
function rowOf(part: Part | undefined): readonly string[] | undefined {
  return part?.type === 'text' && part.to === 'body' ? cellsOf(part.text) : undefined;
}

/** The cells of a table's row, `| a | b |`; undefined for any other line. */
export function cellsOf(text: string): readonly string[] | undefined {
  const row = text.trim();
  if (!row.startsWith('|') || row.length < 3) return undefined;
  return row
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
