import { childAt, childrenOf, type XmlElement } from '../xml.ts';
import type { Part } from '../package-parts.ts';

/** How the items of a list begin at one level: with a bullet, or counted, or with nothing. */
type Mark = { readonly kind: 'bullet' | 'number' | 'none'; readonly start: number };

/** Counts the items of a document's lists as its program does; what it gives is the number of an item, null for a bullet, undefined for none. */
export type Numbering = (id: string, level: number) => number | null | undefined;

/** Reads `numbering.xml`. */
export function readNumbering(part: Part | null): Numbering {
  const abstracts = new Map(
    childrenOf(part?.root, 'w:abstractNum').map((one) => [
      one.attributes.get('w:abstractNumId') ?? '',
      one,
    ]),
  );
  const lists = new Map(
    childrenOf(part?.root, 'w:num').map((one) => [
      one.attributes.get('w:numId') ?? '',
      childAt(one, 'w:abstractNumId')?.attributes.get('w:val') ?? '',
    ]),
  );
  const marks = new Map<string, readonly Mark[]>();
  const counts = new Map<string, (number | undefined)[]>();
  const marksOf = (id: string): readonly Mark[] => {
    const known = marks.get(id);
    if (known !== undefined) return known;
    const read = readMarks(abstracts.get(lists.get(id) ?? ''));
    marks.set(id, read);
    return read;
  };
  return (id, level) => {
    if (id === '0') return undefined;
    const mark = marksOf(id)[level];
    // A list that the file does not describe is still a list.
    if (mark === undefined || mark.kind === 'bullet') return null;
    if (mark.kind === 'none') return undefined;
    const counted = counts.get(id) ?? [];
    counts.set(id, counted);
    counted.splice(level + 1);
    const number = (counted[level] ?? mark.start - 1) + 1;
    counted[level] = number;
    return number;
  };
}

function readMarks(abstract: XmlElement | undefined): readonly Mark[] {
  const marks: Mark[] = [];
  for (const one of childrenOf(abstract, 'w:lvl')) {
    const level = Number(one.attributes.get('w:ilvl') ?? 0);
    if (!Number.isInteger(level) || level < 0 || level > 8) continue;
    const format = childAt(one, 'w:numFmt')?.attributes.get('w:val') ?? 'decimal';
    const start = Number(childAt(one, 'w:start')?.attributes.get('w:val') ?? 1);
    marks[level] = {
      kind: format === 'bullet' ? 'bullet' : format === 'none' ? 'none' : 'number',
      start: Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1,
    };
  }
  return marks;
}
