import { PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { elementsOf } from './structure.ts';

/** Raises headings so that none is more than one level below the one it stands under, and the first is the highest (ISO 14289-1, 7.4.2): cards to cut out have no heading above them on paper. */
export function levelHeadings(pdf: PDFDocument): void {
  const above: number[] = [];
  for (const { role, dict } of elementsOf(pdf)) {
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (level === 0) continue;
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    dict.set(PDFName.of('S'), PDFName.of(`H${above.length}`));
  }
}
