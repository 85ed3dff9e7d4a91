import type { PupilView } from '../../room/protocol.ts';
import { isOpen, spentOf, type PreviousReceipts, type Page, type Spent } from './visit.ts';

/** Every receipt the page holds for the question that `view` has open. */
export function receiptsFor(page: Page, view: PupilView): readonly string[] {
  const spent = spentOf(page.visit);
  const own = spent?.receipt && isOpen(view, spent) ? [spent.receipt.sealed] : [];
  return page.behind && isOpen(view, page.behind) ? [...page.behind.receipts, ...own] : own;
}

/**
 * What is left of earlier pupils with one more: each leaves exactly one entry, a receipt or a filler of its length, in an order
 * that says nothing, so that no one can tell from the list whether the pupil before them answered.
 */
export function leaveBehind(
  behind: PreviousReceipts | null,
  pass: string,
  { spent, filler }: { readonly spent: Spent; readonly filler: string },
): PreviousReceipts {
  const mine = spent.receipt?.sealed ?? filler;
  const others =
    behind &&
    behind.pass === pass &&
    behind.question === spent.question &&
    behind.round === spent.round
      ? behind.receipts
      : [];
  return { pass, question: spent.question, round: spent.round, receipts: [...others, mine].sort() };
}
