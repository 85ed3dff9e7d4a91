import { runTool, type Tool } from './run-tool.ts';

// They set up whole projects, run commands, print, open sockets, kill servers or read millions of letters: npm test has them.
const slow = [
  'tests/cli/{check*,film,pack,public-site,setup,whole-site,windows-pack}.test.ts',
  'tests/checks/{checks,every-lesson,hostile,words}.test.ts',
  'tests/handout/paper.test.ts',
  'tests/lesson/{hostile*,invariants,read-lesson}.test.ts',
  'tests/poll/{detail,hands,histories}.test.ts',
  'tests/room/published.test.ts',
  'tests/server/**/*.test.ts',
];

const TESTS = 'unit tests';

/** What must hold before a change is sent, in the order it is told. */
const checks: Readonly<Record<string, Tool>> = {
  format: { from: 'oxfmt', args: ['--check'] },
  lint: { from: 'oxlint', args: [] },
  'types: pages and tests': { from: 'typescript', bin: 'tsc', args: ['-p', 'tsconfig.json'] },
  'types: pure': { from: 'typescript', bin: 'tsc', args: ['-p', 'src/tsconfig.pure.json'] },
  'types: server': { from: 'typescript', bin: 'tsc', args: ['-p', 'src/server/tsconfig.json'] },
  knip: { from: 'knip', args: ['--config', '.knip.ts', '--no-config-hints'] },
  [TESTS]: { from: 'vitest', args: ['run', '--reporter=dot', '--no-isolate', ...slow.map((file) => `--exclude=${file}`)] },
};

/** Checks format, lint, types, unused code and, unless told `--no-tests`, unit tests; prints a line for each, and what the failing ones say. Exit code 1 if any fails. */
export async function ok(args: readonly string[]): Promise<number> {
  const began = performance.now();
  const names = Object.keys(checks).filter((name) => name !== TESTS || !args.includes('--no-tests'));
  // The tests take the longest and use every core, so the rest goes beside them, one at a time.
  const tests = names.includes(TESTS) ? runCheck(TESTS) : null;
  const failed: string[] = [];
  for (const name of names) {
    const { code, output, line } = await (name === TESTS && tests !== null ? tests : runCheck(name));
    console.log(line);
    if (code === 0) continue;
    failed.push(name);
    console.log(indent(output));
  }
  const seconds = secondsSince(began);
  console.log(failed.length === 0 ? `All is well (${seconds} s).` : `To put right: ${failed.join(', ')} (${seconds} s).`);
  return failed.length === 0 ? 0 : 1;
}

async function runCheck(name: string): Promise<{ readonly code: number; readonly output: string; readonly line: string }> {
  const tool = checks[name];
  if (tool === undefined) throw new Error(`There is no check "${name}"`);
  const began = performance.now();
  const { code, output } = await runTool({ ...tool, env: { NO_COLOR: '1' } });
  return { code, output, line: `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${secondsSince(began)} s)` };
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}

function indent(output: string): string {
  return output
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
