import type { SourceLine } from '../document/source-line.ts';
import { warn, type Scan } from './scan-state.ts';

/** Warns where lines look like a table whose rule, `|---|---|`, is missing or of another width: the class would see the `|` between its cells. */
export function warnOfTable(scan: Scan, { text, line }: SourceLine): void {
  if (!text.includes('|')) return;
  const width = widthOf(text);
  const rowAt = (at: number) => scan.lines[at]?.text ?? '';
  if (width < 2 || isRule(text) || rowAt(scan.at - 1).includes('|')) return;
  const rule = `|${'---|'.repeat(Math.min(width, 12))}`;
  const below = rowAt(scan.at + 1);
  if (isRule(below)) {
    const ruled = widthOf(below, 0);
    if (ruled === width) return;
    const message = `Cannot read this table: its first line has ${width} columns and the line below it ${ruled}, it needs “${rule}”`;
    return warn(scan, { text, line }, { code: 'table-rule', message });
  }
  // Two lines with a bar between their words may be anything; three are a table.
  const rows = /^\s*\|.*\|\s*$/.test(text) ? [below] : [below, rowAt(scan.at + 2)];
  if (!rows.every((row) => widthOf(row) === width)) return;
  const message = `This looks like a table, but the class sees its “|”: put a line “${rule}” below its first line`;
  warn(scan, { text, line }, { code: 'table-rule', message });
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
