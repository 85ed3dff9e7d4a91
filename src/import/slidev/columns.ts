import { readNotesLine } from '../../document/notes-line.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { headingsOf, isDashes } from '../parting.ts';
import { rewriteLines } from '../walk.ts';

// Where columns stand: the lines put above that at an index, and those in the place of a slot.
type Columns = {
  readonly above: ReadonlyMap<number, readonly string[]>;
  readonly slots: ReadonlyMap<number, readonly string[]>;
};

/** The name of the column that begins on a line, `::right::`; undefined on any other. */
export function slotOn(text: string): string | undefined {
  return /^\s*::\s*([\w-]+)\s*::\s*$/.exec(text)?.[1]?.toLowerCase();
}

type Slide = {
  body: number | null;
  readonly slots: number[];
  isFirstLeft: boolean;
  fences: number;
};

/** Lines with the columns of Slidev in our own grammar: what stands above `::right::` is at the left of it. In notes they part nothing. */
export function withColumns(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => text.includes('::') && slotOn(text) !== undefined)) return lines;
  const last = { text: '', line: lines.at(-1)?.line ?? 1 };
  const { above, slots } = columnsOf(lines);
  return rewriteLines([...lines, last], {
    prose: ({ text, at, around }) => {
      const slot = text.includes('::') ? slotOn(text) : undefined;
      const put = above.get(at) ?? [];
      if (slot === undefined) return [...put, text];
      if (!around.notes && /^notes?$/.test(slot)) return [...put, 'Notes:'];
      return around.notes ? [''] : (slots.get(at) ?? ['']);
    },
    code: (block, at) => [
      ...(above.get(at) ?? []).map((text) => ({ text, line: block[0]?.line ?? 1 })),
      ...block,
    ],
  });
}

function columnsOf(lines: readonly SourceLine[]): Columns {
  const above = new Map<number, string[]>();
  const slots = new Map<number, readonly string[]>();
  const splits = new Set(headingsOf(lines));
  const begin = (): Slide => ({ body: null, slots: [], isFirstLeft: false, fences: 0 });
  let slide = begin();
  let hasHeading = false;
  const put = (at: number, text: string) => above.set(at, [...(above.get(at) ?? []), text]);
  const end = (at: number) => {
    const { body, isFirstLeft } = slide;
    // With a column at the left of its own, what stands above is above both.
    const isLed = body !== null && !isFirstLeft;
    const first = isLed ? 1 : 0;
    if (slide.slots.length + first > 1) {
      if (isLed) put(body, '::: columns');
      for (const [nth, slot] of slide.slots.entries()) {
        slots.set(slot, [nth + first === 0 ? '::: columns' : '+++']);
      }
      put(at, ':::');
    }
  };
  rewriteLines([...lines, { text: '---', line: lines.at(-1)?.line ?? 1 }], {
    prose: ({ text, at, around }) => {
      const level = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(text)?.[1]?.length ?? 0;
      const isBreak = isDashes(text) && (around.notes || around.above.paragraph === 0);
      if (isBreak || splits.has(level)) {
        end(at);
        slide = begin();
        hasHeading = level > 0;
        return [text];
      }
      if (around.notes || text.trim() === '') return [text];
      const slot = text.includes('::') ? slotOn(text) : undefined;
      if (readNotesLine(text) !== undefined || /^notes?$/.test(slot ?? '')) {
        end(at);
        slide = begin();
        return [text];
      }
      if (slot !== undefined) {
        if (slide.fences > 0) return [text];
        slide.isFirstLeft ||= slide.slots.length === 0 && /left|default/.test(slot);
        slide.slots.push(at);
      } else if (/^ {0,3}:::/.test(text)) {
        slide.fences += /^ {0,3}:::+\s*$/.test(text) ? -1 : 1;
        if (slide.slots.length === 0) slide.body ??= at;
      } else if (level > 0 && level < 4 && !hasHeading) hasHeading = true;
      else if (slide.slots.length === 0) slide.body ??= at;
      return [text];
    },
    // What is code stands in a column as words do.
    code: (block, at) => {
      if (slide.slots.length === 0) slide.body ??= at;
      return block;
    },
  });
  return { above, slots };
}
