import type { ProgramFacts } from '../../outputs/home/program-facts.ts';
import { nodeFacts } from '../../text/node-release.ts';
import { safePolicy } from '../../site/policy.ts';
import { WAIT_MS } from './long-poll.ts';
import { HOME_PAGES } from '../../site/offline.ts';
import { pupilPages } from './pupil-files.ts';
import { routes } from './routes.ts';
import { readSettings, settingNames } from '../settings.ts';

/** What the program knows of itself, by its own tables; a page that says the watched words adds them. */
export function programFacts(): ProgramFacts {
  const { staffHost, staffPort, pupilPorts } = readSettings({});
  const asked = routes.filter(({ doors }) => doors.includes('pupils'));
  return {
    staffHost,
    staffPort,
    pupilPorts,
    pupilPages,
    pupilMethods: [...new Set(asked.map(({ method }) => method))].toSorted(),
    pupilMaxBytes: Math.max(...asked.map(({ maxBytes }) => maxBytes)),
    waitMs: WAIT_MS,
    policy: safePolicy(),
    offline: HOME_PAGES,
    settings: settingNames,
    node: nodeFacts(process.version),
    watched: [],
  };
}
