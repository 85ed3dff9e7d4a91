import type { ProgramFacts } from '../handout/program-facts.ts';
import { safePolicy } from './policy.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { LessonFile } from './lessons.ts';
import { WAIT_MS } from './long-poll.ts';
import { HOME_PAGES } from './offline.ts';
import { pupilPages } from './pupil-files.ts';
import { routes } from './routes.ts';
import { readSettings, settingNames } from './settings.ts';

/** What the program knows of itself: its own tables, and the lessons there are. */
export async function programFacts(files: readonly LessonFile[]): Promise<ProgramFacts> {
  const { staffHost, staffPort, pupilPorts } = readSettings({});
  const asked = routes.filter(({ doors }) => doors.includes('pupils'));
  return {
    staffHost,
    staffPort,
    pupilPorts,
    pupilPages,
    pupilMethods: [...new Set(asked.map(({ method }) => method))].toSorted(),
    pupilMost: Math.max(...asked.map(({ most }) => most)),
    waitMs: WAIT_MS,
    policy: safePolicy(),
    offline: HOME_PAGES,
    settings: settingNames,
    watched: await Promise.all(files.map(async ({ lesson }) => ({ title: lesson.title, words: await watchedIn(lesson) }))),
  };
}

// Lessons are made anew when they change, and read once more only then.
const found = new WeakMap<Lesson, readonly string[]>();

async function watchedIn(lesson: Lesson): Promise<readonly string[]> {
  const known = found.get(lesson);
  if (known !== undefined) return known;
  // Loaded by the pages that ask for it: a program that serves lessons needs none of the word lists.
  const { watchedWords } = await import('../checks/watched-words.ts');
  const words = watchedWords(JSON.stringify(lesson));
  found.set(lesson, words);
  return words;
}
