import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { refuse } from './command.ts';
import { root } from './root.ts';
import { runTool, showTool } from './run-tool.ts';
import {
  addCounts,
  closingLine,
  playwrightCounts,
  playwrightNamed,
  vitestCounts,
  vitestNamed,
  type Counts,
} from './test-counts.ts';

const HELP = `npm test -- [words] [--shard=N/M]
npm run test:all -- [words] [--shard=N/M]

Runs the unit tests in vitest and, beside them, the journeys in Playwright. The
last line is “N passed, N failed”, of both together; it ends with 1 where any
failed or none was found. Before it come the names of those that failed or were
skipped. test:all goes through all there is, which takes an hour or more.

  words          only the test files with one of these words in their path
  --shard=N/M    the Nth of M parts
  --help         this

For anything else ask the tools themselves: npx vitest --help,
npx playwright test -c tests --help.`;

/** Runs the unit and the browser tests side by side and prints `N passed, N failed` for both together. Resolves to the exit code: 1 if any failed or none was found. */
export async function test(args: readonly string[]): Promise<number> {
  const read = readOptions(args);
  if ('wrong' in read) return refuse(read.wrong);
  if (read.help) {
    console.log(HELP);
    return 0;
  }
  // Half of a browser test is waiting, for a film, a deadline or a page: the unit tests fill it.
  const halves = await Promise.all([runUnitTests(read), runBrowserTests(read)]);
  const all = halves.map(({ counts }) => counts).reduce(addCounts);
  if (all.passed + all.failed === 0) {
    const { words } = read;
    console.error(
      `No test was found${words.length === 0 ? '' : ` with ${words.join(' or ')} in its path`}.`,
    );
  }
  for (const { named } of halves) for (const line of named) console.log(line);
  console.log(closingLine(all));
  return all.failed === 0 && all.passed > 0 ? 0 : 1;
}

type Options = {
  readonly words: readonly string[];
  /** What both tools are given besides: their own `--shard`. */
  readonly shard: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly help: boolean;
};

function readOptions(args: readonly string[]): Options | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        all: { type: 'boolean', default: false },
        shard: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    return {
      words: positionals,
      shard: values.shard === undefined ? [] : [`--shard=${values.shard}`],
      env: values.all ? { THOROUGH: '1' } : {},
      help: values.help,
    };
  } catch (error) {
    return { wrong: `${error instanceof Error ? error.message : String(error)}\n\n${HELP}` };
  }
}

/** What they say is printed when they are over, and not among the lines of the browser tests. */
async function runUnitTests({ words, shard, env }: Options): Promise<Half> {
  const report = reportFile('unit');
  const args = [
    'run',
    '--passWithNoTests',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...shard,
    ...words,
  ];
  // vitest colours what it writes into a file, too.
  const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  const { code, output } = await runTool({ from: 'vitest', args, env: { ...colours, ...env } });
  console.log(output);
  return halfOf(code, { report, count: vitestCounts, name: vitestNamed });
}

async function runBrowserTests({ words, shard, env }: Options): Promise<Half> {
  const report = reportFile('browser');
  const args = [
    'test',
    '--config=tests',
    '--pass-with-no-tests',
    '--forbid-only',
    '--reporter=list,json',
    ...shard,
    ...words,
  ];
  const { code } = await showTool({
    ...{ from: '@playwright/test', bin: 'playwright', args },
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env },
  });
  return halfOf(code, { report, count: playwrightCounts, name: playwrightNamed });
}

/** What one of the two tools ended with: how many, and the lines that name those which did not simply pass. */
type Half = { readonly counts: Counts; readonly named: readonly string[] };

type Report = {
  readonly report: string;
  readonly count: (report: unknown) => Counts;
  readonly name: (report: unknown) => readonly string[];
};

function halfOf(code: number, { report, count, name }: Report): Half {
  const read: unknown = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  const counts = read === null ? { passed: 0, failed: 0, skipped: 0 } : count(read);
  return {
    // A runner that fails without a failed test (an error outside of any, a crash) must not pass for a success.
    counts: code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts,
    named: read === null ? [] : name(read),
  };
}

function reportFile(name: string): string {
  const folder = join(root, '.cache', 'reports');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.${process.pid}.json`);
  process.on('exit', () => rmSync(file, { force: true }));
  return file;
}
