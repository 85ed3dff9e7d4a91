import { resolve } from 'node:path';
import { serve, type Serving } from '../server/main.ts';
import { readSettings, StartProblem, unknownSettings } from '../server/settings.ts';
import { today } from '../site/today.ts';
import { nodeNotice } from '../text/node-release.ts';
import { buildFolderPages } from './build-folder-pages.ts';
import { buildPages } from './build-pages.ts';
import { checksDueIn } from './checks-due.ts';
import { openBrowser } from './open-browser.ts';

/**
 * `npm start`: serves until it gets a signal to stop; with `--open` it opens the browser, where it
 * knows how. Resolves to the exit code, 1 with one sentence when it cannot start.
 */
export async function start(args: readonly string[]): Promise<number> {
  const wrong = unreadable(args);
  if (wrong !== null) {
    console.error(wrong);
    return 1;
  }
  let isEnding = false;
  const ending = untilSignal().then(() => (isEnding = true));
  try {
    const settings = readSettings(process.env);
    const serving = await serve({
      settings,
      pages: await buildPages(),
      log: console.log,
      folderPages: buildFolderPages,
    });
    console.log(`Wholeclass is ready: ${serving.staffUrl}`);
    for (const sentence of unknownSettings(process.env)) console.log(sentence);
    const notice = nodeNotice(process.version);
    if (notice !== null) console.log(notice);
    const due = await checksDueIn(resolve(settings.dataDir), today());
    if (due !== '') console.log(due);
    if (args.includes('--open')) openBrowser(serving.staffUrl);
    await ending;
    await closeSoon(serving);
    return 0;
  } catch (error) {
    // Ctrl-C ends what builds the pages, too.
    if (isEnding) return 0;
    if (!(error instanceof StartProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}

// A start that ignored a word would serve at another address than someone expects.
function unreadable(args: readonly string[]): string | null {
  const unknown = args.find((word) => word !== '--open');
  if (unknown === undefined) return null;
  return `Cannot read “${unknown}”: npm start takes only --open. Ports and folders are set by variables such as STAFF_PORT=4300.`;
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

async function closeSoon(serving: Serving): Promise<void> {
  // Votes are safe by their receipts, so a close that hangs may be cut off.
  const tooLong = setTimeout(() => process.exit(0), 2000);
  await serving.close();
  clearTimeout(tooLong);
}
