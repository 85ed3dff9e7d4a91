import type { ProgramFacts, WatchedPlace } from '../handout/program-facts.ts';
import { nodeFacts } from '../text/node-release.ts';
import { safePolicy } from './policy.ts';
import { WAIT_MS } from './long-poll.ts';
import { HOME_PAGES } from './offline.ts';
import { pupilPages } from './pupil-files.ts';
import { routes } from './routes.ts';
import { readSettings, settingNames } from './settings.ts';

/** What the program knows of itself, by its own tables; with the watched words, where a page says them. */
export function programFacts(watched: readonly WatchedPlace[] = []): ProgramFacts {
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
    node: nodeFacts(process.version),
    watched,
  };
}
