import { PASS, writeAnswer, type Answer } from '../../../poll/answer.ts';
import type { Pile, SlipItem } from '../../../room/slips.ts';

/** A pile of slips while it is typed in, one slip after the other: the answers of every slip before, and of this one so far. */
export type SlipCount = {
  readonly items: readonly SlipItem[];
  readonly slips: readonly (readonly Answer[])[];
  readonly now: readonly Answer[];
  /** What is picked of the item at hand, where more than one key makes an answer. */
  readonly picked: readonly string[];
};

/** What a key does: an answer by its place, from 1, a blank, one step back, or the end of an answer that takes several keys. */
export type SlipKey = number | 'blank' | 'back' | 'enter';

/** No slip yet, of slips that have these items in this order. */
export function openCount(items: readonly SlipItem[]): SlipCount {
  return { items, slips: [], now: [], picked: [] };
}

/** True once something was typed that closing the page would lose. */
export function isStarted({ slips, now, picked }: SlipCount): boolean {
  return slips.length + now.length + picked.length > 0;
}

/** The item that the next key is for. */
export function itemAt({ items, now }: SlipCount): SlipItem | undefined {
  return items[now.length];
}

/** The key that was pressed, by the browser's name for it, or null. */
export function slipKeyOf(key: string): SlipKey | null {
  if (/^[1-9]$/.test(key)) return Number(key);
  switch (key) {
    case '0':
    case '-':
      return 'blank';
    case 'Backspace':
      return 'back';
    case 'Enter':
      return 'enter';
    default:
      return null;
  }
}

/** The count after a key; the same object where the key says nothing here. */
export function typeSlip(count: SlipCount, key: SlipKey): SlipCount {
  const item = itemAt(count);
  if (key === 'back') return goBack(count);
  if (!item) return count;
  const { picks, options } = item.question;
  if (key === 'blank') return answer(count, PASS);
  if (key === 'enter') {
    return picks === 'several' ? answer(count, setOf(item, count.picked)) : count;
  }
  const id = options[key - 1]?.id;
  if (id === undefined) return count;
  if (picks === 'one') return answer(count, id);
  const picked = count.picked.includes(id)
    ? count.picked.filter((one) => one !== id)
    : [...count.picked, id];
  return picks === 'order' && picked.length === options.length
    ? answer(count, writeAnswer(picked))
    : { ...count, picked };
}

/** The piles that were typed in: whole slips alone, one pile for each item. */
export function pilesOf({ items, slips }: SlipCount): readonly Pile[] {
  return items.map(({ question, round }, at) => ({
    question: question.id,
    round,
    answers: slips.flatMap((slip) => slip.slice(at, at + 1)),
  }));
}

// A set has no order: it is kept in the order of the options.
function setOf({ question }: SlipItem, picked: readonly string[]): Answer {
  return writeAnswer(question.options.map(({ id }) => id).filter((id) => picked.includes(id)));
}

function answer(count: SlipCount, given: Answer): SlipCount {
  const now = [...count.now, given];
  const isWhole = now.length === count.items.length;
  return {
    ...count,
    picked: [],
    now: isWhole ? [] : now,
    slips: isWhole ? [...count.slips, now] : count.slips,
  };
}

// Back over the start of a slip opens the last one again, at its last item.
function goBack(count: SlipCount): SlipCount {
  if (count.picked.length > 0) return { ...count, picked: [] };
  if (count.now.length > 0) return { ...count, now: count.now.slice(0, -1) };
  const last = count.slips.at(-1);
  return last ? { ...count, slips: count.slips.slice(0, -1), now: last.slice(0, -1) } : count;
}

/** A question as it stands on a slip, and which of its two times it is. */
export function slipTitle({ question: { prompt, paired }, round }: SlipItem): string {
  return paired ? `${prompt} (${round === 1 ? 'before' : 'after'})` : prompt;
}
