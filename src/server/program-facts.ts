import { watchedWords } from '../checks/watched-words.ts';
import type { ProgramFacts } from '../handout/program-facts.ts';
import { safePolicy } from './policy.ts';
import type { LessonFile } from './lessons.ts';
import { WAIT_MS } from './long-poll.ts';
import { HOME_PAGES } from './offline.ts';
import { pupilPages } from './pupil-files.ts';
import { routes } from './routes.ts';
import { readSettings, settingNames } from './settings.ts';

/** What the program knows of itself: its own tables, and the lessons there are. */
export function programFacts(files: readonly LessonFile[]): ProgramFacts {
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
    watched: files.map(({ lesson }) => ({ title: lesson.title, words: watchedWords(JSON.stringify(lesson)) })),
  };
}
