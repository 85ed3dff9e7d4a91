import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, installBrowser } from '../print/browser.ts';
import { openHandouts } from '../site/handouts.ts';
import { openLessons } from '../site/lessons.ts';
import { readForCommand } from '../site/reading.ts';
import { today } from '../site/today.ts';
import { buildPages } from './build-pages.ts';
import { filesNotDue } from './file-turns.ts';
import { root } from './root.ts';
import { runTool, showTool } from './run-tool.ts';
import { provideEngines } from './other-engines.ts';
import { provideValkey } from './valkey-server.ts';
import {
  addCounts,
  closingLine,
  playwrightCounts,
  vitestCounts,
  vitestSkipped,
  type Counts,
} from './test-counts.ts';

/** Runs the unit and the browser tests side by side (words given pick files by their path; `--thorough` has them go through all there is, `--trace` keeps a trace of each browser test that fails) and ends with a line `N passed, N failed`. Exit code 1 if any failed or none was found. */
export async function test(args: readonly string[]): Promise<number> {
  const words = args.filter((word) => !word.startsWith('-'));
  if (args.includes('--thorough')) process.env['THOROUGH'] = '1';
  if (args.includes('--trace')) process.env['TRACE'] = '1';
  // One of each dear kind, unless files are named.
  const left = words.length > 0 || process.env['THOROUGH'] === '1' ? NONE : filesNotDue(day());
  const unit = pick('tests/**/*.test.ts', words).filter((file) => !left.has(file));
  const browser = pick('tests/browser/**/*.spec.ts', words);
  // What was compiled is kept for the programs that tests start: each starts in half the time.
  process.env['NODE_COMPILE_CACHE'] ??= join(root, '.cache', 'compiled');
  // Before the first test, because some unit tests print pages, too.
  const path = browser.length > 0 ? await browserPath() : null;
  if (unit.length > 0) await provideValkey();
  if (browser.some((file) => file.includes('engines'))) await provideEngines();
  // Build once for all tests: a test that read the pages during another build would find none. The
  // lessons are read beside it, else each of the tests that begin together would read all of them.
  // What is wrong with one of them is for its tests to say.
  const reading = words.length > 0 ? null : readAll().catch(() => undefined);
  const [unbuilt] = await Promise.all([buildOrRefuse(), reading]);
  // Half of a browser test is waiting, for a film, a deadline or a page: the unit tests fill it.
  const counts =
    unbuilt === null
      ? await Promise.all([
          runUnitTests(unit, { path, isBeside: browser.length > 0 }),
          runBrowserTests(browser, path),
        ])
      : [unbuilt];
  const all = counts.reduce(addCounts);
  if (all.passed + all.failed === 0) {
    console.error(
      `No test was found${words.length === 0 ? '' : ` with ${words.join(' or ')} in its path`}.`,
    );
  }
  console.log(closingLine(all));
  return all.failed === 0 && all.passed > 0 ? 0 : 1;
}

// vitest colours what it writes into a file, too.
const colours: Readonly<Record<string, string>> = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
const NONE: ReadonlySet<string> = new Set();
const none: Counts = { passed: 0, failed: 0, skipped: 0 };

// The day by which a run chooses, as tests/thorough.ts has it.
function day(): number {
  return Number(process.env['PROPERTY_SEED'] ?? today().replaceAll('-', ''));
}

function pick(pattern: string, words: readonly string[]): readonly string[] {
  const files = globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return files
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .toSorted();
}

/** `isBeside`: what they say is printed when they are over, and not among the lines of the browser tests. */
async function runUnitTests(
  files: readonly string[],
  { path, isBeside }: { readonly path: string | null; readonly isBeside: boolean },
): Promise<Counts> {
  if (files.length === 0) return none;
  const report = reportFile('unit');
  // Files share a worker, as in `npm run ok`: most of them are over before a worker of their own would have started.
  const args = [
    'run',
    '--no-isolate',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...files,
  ];
  const env = { ...colours, ...(path !== null && { BROWSER_PATH: path }) };
  const { code, output } = await (isBeside ? runTool : showTool)({ from: 'vitest', args, env });
  if (isBeside) console.log(output);
  const counts = countsOf(code, { report, count: vitestCounts });
  if (existsSync(report)) {
    for (const name of vitestSkipped(JSON.parse(readFileSync(report, 'utf8')))) {
      console.log(`skipped: ${name}`);
    }
  }
  return counts;
}

async function runBrowserTests(files: readonly string[], path: string | null): Promise<Counts> {
  if (files.length === 0) return none;
  if (path === null) {
    return refuse(
      'No browser could be found or installed: install Chromium, Chrome or Edge, then try again.',
    );
  }
  const report = reportFile('browser');
  const args = [
    'test',
    '--config=tests/browser/playwright.config.ts',
    '--forbid-only',
    '--reporter=list,json',
    ...files,
  ];
  const env = {
    BROWSER_PATH: path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    // Node reads our TypeScript as it is, without Playwright asked about each file first.
    PW_DISABLE_TS_ESM: '1',
    // It colours what its tests write whatever NO_COLOR says, and each of them would tell of that.
    ...(!process.stdout.isTTY && { FORCE_COLOR: '0' }),
  };
  const { code } = await showTool({ from: '@playwright/test', bin: 'playwright', args, env });
  return countsOf(code, { report, count: playwrightCounts });
}

async function buildOrRefuse(): Promise<Counts | null> {
  try {
    await buildPages();
    return null;
  } catch (error) {
    return refuse(
      `The pages could not be built. ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Reads and checks every lesson and handout that ships: they lie read on the disk then, for whatever program asks. */
async function readAll(): Promise<void> {
  const files = await openLessons(join(root, 'lessons'), readForCommand).all();
  await Promise.all(files.map(({ problems }) => problems));
  await openHandouts(join(root, 'handouts')).all();
}

function refuse(sentence: string): Counts {
  console.error(sentence);
  return { ...none, failed: 1 };
}

async function browserPath(): Promise<string | null> {
  const found = await findBrowser();
  if (found !== null) return found;
  console.log('Installing a browser for the tests (about a minute) …');
  return installBrowser();
}

function countsOf(
  code: number,
  { report, count }: { readonly report: string; readonly count: (report: unknown) => Counts },
): Counts {
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : none;
  // A runner that fails without a failed test (an error outside of any, a crash) must not pass for a success.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function reportFile(name: string): string {
  const folder = join(root, '.cache', 'reports');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.${process.pid}.json`);
  process.on('exit', () => rmSync(file, { force: true }));
  return file;
}
