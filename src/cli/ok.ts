import { changedFiles } from './changed-files.ts';
import { refuse } from './command.ts';
import { root } from './root.ts';
import { runTool, type Tool } from './run-tool.ts';
import { projectsOf, wholeProject, type TypeProject } from './type-projects.ts';

// They set up whole projects, run commands, print, open sockets, kill servers or read millions of letters: npm test has them.
const slow = [
  'tests/cli/{build,check*,export,film,pack,public-site,setup,templates,whole-site,windows-pack}.test.ts',
  'tests/checks/{checks,every-lesson,hostile,words}.test.ts',
  'tests/outputs/{handouts/paper,office/powerpoint}.test.ts',
  'tests/lesson/{hostile*,invariants,read-lesson}.test.ts',
  'tests/poll/{detail,hands,histories}.test.ts',
  'tests/room/published.test.ts',
  'tests/{print,server,site}/**/*.test.ts',
];

// They read the project's files themselves, so what they depend on cannot be told from what they import.
const readers = [
  'tests/house.test.ts',
  'tests/spec.test.ts',
  'tests/ui/tokens.test.ts',
  'tests/outputs/home/privacy.test.ts',
];

const TESTS = 'unit tests';
const CODE = /\.(?:tsx?|mjs)$/;

/**
 * What must hold before a change is sent, in the order of the report; of lint, types and tests only
 * what `changed` files reach, or, with null, all.
 */
function checksOf(changed: readonly string[] | null): Readonly<Record<string, Tool>> {
  const code = changed?.filter((file) => CODE.test(file)) ?? [];
  const which =
    changed === null ? ['run'] : ['related', '--run', ...new Set([...code, ...readers])];
  return {
    format: { from: 'oxfmt', args: ['--check'] },
    ...((changed === null || code.length > 0) && { lint: lint(changed === null ? null : code) }),
    ...Object.fromEntries(
      projectsOf(changed)
        .filter((project) => changed !== null || project !== wholeProject)
        .map((project) => [`types: ${project.name}`, types(project)]),
    ),
    // Without its cache: what a page asks for is in `ui/shells.ts` too, and a cached page would not hear of it.
    knip: { from: 'knip', args: ['--config', '.knip.ts', '--no-config-hints'] },
    [TESTS]: {
      from: 'vitest',
      args: [
        ...which,
        '--reporter=dot',
        '--no-isolate',
        ...slow.map((file) => `--exclude=${file}`),
      ],
    },
  };
}

// To lint all of the code it has found out every type already, and says as well what the compiler would of them: the whole project needs no compiler then.
function lint(files: readonly string[] | null): Tool {
  return { from: 'oxlint', args: files ?? ['--type-check'] };
}

// The second time only what changed is gone through. One checker: each of several would find out again what types are.
function types({ name, path }: TypeProject): Tool {
  const args = [
    '-p',
    path,
    '--checkers',
    '1',
    '--incremental',
    '--tsBuildInfoFile',
    `.cache/types/${name}.tsbuildinfo`,
  ];
  return { from: 'typescript', bin: 'tsc', args };
}

const FLAGS = ['--whole', '--no-tests'];

/** Checks format, lint, types, unused code and, unless told `--no-tests`, unit tests; lint and tests only of what changed since the last commit, or with `--whole` all. Prints a line for each, and what the failing ones say. Exit code 1 if any fails. */
export async function ok(args: readonly string[]): Promise<number> {
  const unknown = args.find((word) => !FLAGS.includes(word));
  if (unknown !== undefined) {
    return refuse(`Cannot read “${unknown}”: npm run ok takes only ${FLAGS.join(', ')}.`);
  }
  const began = performance.now();
  const checks = checksOf(args.includes('--whole') ? null : await changedFiles(root));
  const names = Object.keys(checks).filter(
    (name) => name !== TESTS || !args.includes('--no-tests'),
  );
  // The tests take the longest and use every core, so the rest goes beside them, one at a time.
  const tests = names.includes(TESTS) ? runCheck(TESTS, checks[TESTS]) : null;
  const failed: string[] = [];
  for (const name of names) {
    const { code, output, line } = await (name === TESTS && tests !== null
      ? tests
      : runCheck(name, checks[name]));
    console.log(line);
    if (code === 0) continue;
    failed.push(name);
    console.log(indent(output));
  }
  const seconds = secondsSince(began);
  console.log(
    failed.length === 0
      ? `All is well (${seconds} s).`
      : `To fix: ${failed.join(', ')} (${seconds} s).`,
  );
  return failed.length === 0 ? 0 : 1;
}

async function runCheck(
  name: string,
  tool: Tool | undefined,
): Promise<{ readonly code: number; readonly output: string; readonly line: string }> {
  if (tool === undefined) throw new Error(`There is no check "${name}"`);
  const began = performance.now();
  const { code, output } = await runTool({ ...tool, env: { NO_COLOR: '1' } });
  return {
    code,
    output,
    line: `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${secondsSince(began)} s)`,
  };
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
