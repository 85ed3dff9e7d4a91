import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { ReadHandout } from '../handout/handout.ts';
import type { ReadLesson } from '../lesson/lesson.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import type { Problem } from '../text/problem.ts';

/** A lesson's text, to be read and checked as of a day, `2026-11-24`. */
export type LessonText = { readonly slug: string; readonly text: string; readonly today: string };

/** A handout's text, by its file's name without `.md`. */
export type HandoutText = { readonly handout: string; readonly text: string };

/** A text to be read. */
export type Asked = { readonly id: number } & (LessonText | HandoutText);

/** What is said of a lesson, first what was read, then what its words were checked for; or of a handout, all at once. Before each piece of work: which text it is on. */
export type Said = { readonly id: number } & (
  | { readonly began: true }
  | { readonly read: ReadLesson }
  | { readonly found: readonly Problem[] }
  | { readonly handout: ReadHandout }
);

// Runs in a process of its own (`reading.ts`), because the words of the checks and their patterns take more memory than all else.
process.on('message', (asked: Asked) => void ('handout' in asked ? answerHandout(asked) : answer(asked)));

async function answerHandout({ id, handout, text }: HandoutText & Pick<Asked, 'id'>): Promise<void> {
  const { readHandout } = await import('../handout/read-handout.ts');
  say({ id, began: true });
  say({ id, handout: readHandout(handout, text) });
}

async function answer({ id, slug, text, today }: LessonText & Pick<Asked, 'id'>): Promise<void> {
  say({ id, began: true });
  const read = readLesson(slug, text);
  say({ id, read });
  const { checkInParts } = await import('../checks/checks.ts');
  const parts = checkInParts(read.lesson, text, { today });
  const next = () => {
    say({ id, began: true });
    return parts.next();
  };
  let part = next();
  // Whoever only wants a text read, because its slides are on the board, does not wait for the checks of others.
  for (; !part.done; part = next()) await letOthersIn();
  say({ id, found: part.value });
}

function say(said: Said): void {
  process.send?.(said);
}
