import type { SourceLine } from '../../document/source-line.ts';
import type { DraftSlide } from '../draft.ts';

// Stands where a column of Slidev begins, until the slide is known.
const SLOT = '\uE001';

/** The line that stands for `::right::` until its slide is put together. */
export function slotLine(name: string): string {
  return SLOT + name.toLowerCase();
}

/** Lines with no words in those that stand for a slot. */
export function withoutSlots(lines: readonly SourceLine[]): readonly SourceLine[] {
  return lines.some(({ text }) => text.startsWith(SLOT))
    ? lines.map(({ text, line }) => ({ text: text.startsWith(SLOT) ? '' : text, line }))
    : lines;
}

/** Puts the columns of Slidev side by side: what stands above `::right::` is at the left of it. */
export function slotColumns(slide: DraftSlide): DraftSlide {
  const at = slide.body.findIndex(({ text }) => text.startsWith(SLOT));
  const first = slide.body[at];
  if (first === undefined) return slide;
  if (slide.show.kind === 'question') {
    return { ...slide, body: slide.body.filter(({ text }) => !text.startsWith(SLOT)) };
  }
  // With a column at the left of its own, what stands above is above both.
  const [above, left] = /left|default/.test(first.text)
    ? [slide.body.slice(0, at), []]
    : [[], slide.body.slice(0, at)];
  const columns: SourceLine[][] = left.some(({ text }) => text.trim() !== '') ? [left] : [];
  for (const line of slide.body.slice(at)) {
    if (line.text.startsWith(SLOT)) columns.push([]);
    else columns.at(-1)?.push(line);
  }
  const edge = (text: string) => ({ text, line: first.line });
  const between = columns.flatMap((column, nth) => (nth === 0 ? column : [edge('+++'), ...column]));
  return {
    ...slide,
    body:
      columns.length < 2
        ? [...above, ...between]
        : [...above, edge('::: columns'), ...between, edge(':::')],
  };
}
