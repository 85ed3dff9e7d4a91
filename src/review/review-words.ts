import { byWords } from '../help/shown.ts';
import { counted } from '../text/counted.ts';
import { dayWords } from '../text/day.ts';
import { listWords } from '../text/list-words.ts';
import type { PlacedComment } from './place-comments.ts';
import type { Changes, ReviewState } from './review.ts';

/** How the review of a lesson is, in sentences for its teacher and for the lead. */
export function stateWords(state: ReviewState): string {
  switch (state.is) {
    case 'draft':
      return 'Not reviewed yet.';
    case 'asked':
      return `Asked for on ${dayWords(state.on)}.`;
    case 'reviewed':
      return `Reviewed by ${byWords(state.by)} on ${dayWords(state.on)}.`;
    case 'changed': {
      const again = state.asked === null ? '' : ` Asked for again on ${dayWords(state.asked)}.`;
      return `Changed since ${byWords(state.by)} reviewed it on ${dayWords(state.on)}: ${changesWords(state.changes)}.${again}`;
    }
  }
}

/** What has changed, `slides 3 and 5`, with no full stop. */
export function changesWords(changes: Changes): string {
  if (changes.isUnknown) return 'Wholeclass was updated, and can’t compare it any more';
  const { slides, gone, isReordered, isRestChanged } = changes;
  return [
    ...(slides.length === 0 ? [] : [slidesWords(slides)]),
    ...(gone === 0 ? [] : [`${counted(gone, 'slide')} taken out`]),
    ...(isReordered ? ['the order of slides'] : []),
    ...(isRestChanged
      ? ['what is on no slide, such as the hard questions and how the story ends']
      : []),
  ].join('; ');
}

/** More than these are not read one by one. */
const MAX_NAMED = 8;

function slidesWords(slides: readonly number[]): string {
  if (slides.length > MAX_NAMED) return counted(slides.length, 'slide');
  return `slide${slides.length === 1 ? '' : 's'} ${listWords(slides.map(String))}`;
}

/** Why no approval holds for a lesson, in a sentence for its teacher and for the lead; null where one may. */
export function whySuspended(state: ReviewState): string | null {
  switch (state.is) {
    case 'draft':
    case 'asked':
      return 'This is a lesson of our own, and the safeguarding lead hasn’t reviewed it yet.';
    case 'reviewed':
      return null;
    case 'changed':
      return `This lesson has changed since it was reviewed: ${changesWords(state.changes)}.`;
  }
}

/** True where a lesson waits for its reviewer: one was asked for. */
export function isWaiting(state: ReviewState): boolean {
  return state.is === 'asked' || (state.is === 'changed' && state.asked !== null);
}

/** How many lessons wait for a review, in a sentence; empty for none. */
export function waitingLessons(states: readonly ReviewState[]): string {
  const { length } = states.filter(isWaiting);
  if (length === 0) return '';
  return length === 1 ? '1 lesson waits for a review.' : `${length} lessons wait for a review.`;
}

/** Who made a comment and when, and who resolved it: `The safeguarding lead, 24 November 2026`. */
export function commentBy({ by, on, resolved, isGone }: PlacedComment): string {
  const who = byWords(by);
  const made = `${who.charAt(0).toUpperCase()}${who.slice(1)}, ${dayWords(on)}`;
  const done =
    resolved === null ? '' : `. Resolved by ${byWords(resolved.by)}, ${dayWords(resolved.on)}`;
  return `${made}${isGone ? '. The line has changed since' : ''}${done}`;
}
