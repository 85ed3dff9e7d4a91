import type { Block, ReadLesson } from '../lesson/lesson.ts';

/** A lesson as its reader sends it: of a block that it sent with the lesson before, only the place that it had there. */
export type SentLesson = Pick<ReadLesson, 'problems'> & {
  readonly lesson: Omit<ReadLesson['lesson'], 'blocks'>;
  readonly blocks: readonly (Block | number)[];
};

/** A lesson to be sent after another one, which had these blocks: most of them are the same objects where it is a change of that one (`read-memory.ts`). */
export function toSend({ lesson, problems }: ReadLesson, before: readonly Block[]): SentLesson {
  const { blocks, ...rest } = lesson;
  const places = new Map(before.map((block, at) => [block, at]));
  return { problems, lesson: rest, blocks: blocks.map((block) => places.get(block) ?? block) };
}

/** The lesson that was sent, after another one that had these blocks; null where a place is named that none of them has. */
export function asSent(
  { lesson, blocks: sent, problems }: SentLesson,
  before: readonly Block[],
): ReadLesson | null {
  const blocks = sent
    .map((block) => (typeof block === 'number' ? before[block] : block))
    .filter((block) => block !== undefined);
  return blocks.length === sent.length ? { problems, lesson: { ...lesson, blocks } } : null;
}
