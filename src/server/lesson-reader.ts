import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { ReadLesson } from '../lesson/lesson.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import type { Problem } from '../text/problem.ts';

/** A text to be read and checked as of a day, `2026-11-24`. */
export type Asked = { readonly id: number; readonly slug: string; readonly text: string; readonly today: string };

/** What is said of a text: first what was read, then what its words were checked for. */
export type Said = { readonly id: number } & ({ readonly read: ReadLesson } | { readonly found: readonly Problem[] });

// Runs in a process of its own (`reading.ts`), because the words of the checks and their patterns take more memory than all else.
process.on('message', (asked: Asked) => void answer(asked));

async function answer({ id, slug, text, today }: Asked): Promise<void> {
  const read = readLesson(slug, text);
  say({ id, read });
  const { checkInParts } = await import('../checks/checks.ts');
  const parts = checkInParts(read.lesson, text, { today });
  let part = parts.next();
  // Whoever only wants a text read, because its slides are on the board, does not wait for the checks of others.
  for (; !part.done; part = parts.next()) await letOthersIn();
  say({ id, found: part.value });
}

function say(said: Said): void {
  process.send?.(said);
}
