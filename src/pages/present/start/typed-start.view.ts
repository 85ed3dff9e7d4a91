import { parseStart, serialiseStart, type TypedStart } from './typed-start.ts';

/** What was typed here before the teacher went to another page and came back; null for a page that was opened afresh. */
export function typedBefore(): TypedStart | null {
  return parseStart(history.state);
}

/** Lets the tab's history hold what is typed, with this page alone: Back and a reload find it, no other tab does. */
export function holdTyped(typed: TypedStart): void {
  history.replaceState(serialiseStart(typed), '');
}

/** The lesson has started: the tab's history holds nothing of it any more. */
export function dropTyped(): void {
  history.replaceState(null, '');
}
