import type { Stage } from './protocol.ts';

/** The slides that a class has been shown, each with the most of its steps that were. */
export type Seen = Readonly<Record<string, number>>;

/** What was shown once the board is at this slide too; under a cover no one sees it (R16). */
export function addSeen(seen: Seen, slide: string, stage: Stage | null): Seen {
  if (stage !== null && stage.cover !== 'none') return seen;
  const before = Object.hasOwn(seen, slide) ? (seen[slide] ?? 0) : 0;
  return { ...seen, [slide]: Math.max(before, stage?.step ?? 0) };
}
