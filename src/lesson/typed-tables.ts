import type { SourceLine } from '../document/source-line.ts';
import { warn, type Scan } from './scan-state.ts';

/**
 * The rule, `|---|---|`, that a table lacks below this first line of it: rows are read as a table
 * without it. Warns of one that is of another width. Null where there is none to add.
 */
export function missingRule(scan: Scan, { text, line }: SourceLine): string | null {
  if (!text.includes('|')) return null;
  const width = widthOf(text);
  const rowAt = (at: number) => scan.lines[at]?.text ?? '';
  if (width < 2 || isRule(text) || rowAt(scan.at - 1).includes('|')) return null;
  const rule = `|${'---|'.repeat(Math.min(width, 12))}`;
  const below = rowAt(scan.at + 1);
  if (isRule(below)) {
    const ruled = widthOf(below, 0);
    if (ruled === width) return null;
    const message = `Cannot read this table: its first line has ${width} columns and the line below it ${ruled}, it needs “${rule}”`;
    warn(scan, { text, line }, { code: 'table-rule', message });
    return null;
  }
  // Two lines with a bar between their words may be anything; three are a table.
  const rows = /^\s*\|.*\|\s*$/.test(text) ? [below] : [below, rowAt(scan.at + 2)];
  return rows.every((row) => widthOf(row) === width) ? rule : null;
}

function isRule(text: string): boolean {
  return text.includes('|') && text.includes('-') && /^[\s|:-]+$/.test(text);
}

// How many cells a row has; 0 where fewer than `filled` have words in them.
function widthOf(text: string, filled = 2): number {
  const cells = text
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .replaceAll(/`[^`]*`/g, 'code')
    .replaceAll('\\|', ' ')
    .split('|');
  return cells.filter((cell) => cell.trim() !== '').length < filled ? 0 : cells.length;
}
