/** How another edition of a film lies against the one its times are of: a moment `t` of those times comes at `offset + stretch × t`. Seconds. */
export type Edition = { readonly offset: number; readonly stretch: number };

/** One moment, by the times as they are written and by the school's own copy, in seconds. */
export type Anchor = { readonly written: number; readonly here: number };

/** The copy whose times were written. */
export const SAME_EDITION: Edition = { offset: 0, stretch: 1 };

/** Two moments nearer than this tell nothing of the pace between them. */
const NEAREST = 5;
/** A film for television runs a twenty-fifth faster; more than this between two editions is a mistake. */
const MAX_STRETCH = 1.12;

/** The line through one moment or two, or what is wrong with them, in plain words. One moment moves everything by the same time. */
export function editionOf(anchors: readonly Anchor[]): Edition | { readonly wrong: string } {
  const [first, second] = anchors;
  if (first === undefined || anchors.length > 2) {
    return { wrong: 'it needs one or two moments, each with its time in your copy' };
  }
  if (second === undefined) return { offset: first.here - first.written, stretch: 1 };
  if (Math.abs(second.written - first.written) < NEAREST) {
    return { wrong: `its two moments need to lie at least ${NEAREST} seconds apart` };
  }
  const stretch = (second.here - first.here) / (second.written - first.written);
  if (stretch < 1 / MAX_STRETCH || stretch > MAX_STRETCH) {
    return {
      wrong: 'its two moments do not fit together: one of the four times needs correcting',
    };
  }
  return { offset: first.here - stretch * first.written, stretch };
}

/** Where a moment comes in this edition, in seconds; never before the film's start. */
export function movedTo({ offset, stretch }: Edition, written: number): number {
  return Math.max(0, offset + stretch * written);
}

/** A stretch of time, such as a caption's, in this edition. */
export function moveSpan<T extends { readonly start: number; readonly end: number }>(
  edition: Edition,
  span: T,
): T {
  return edition.offset === 0 && edition.stretch === 1
    ? span
    : { ...span, start: movedTo(edition, span.start), end: movedTo(edition, span.end) };
}
