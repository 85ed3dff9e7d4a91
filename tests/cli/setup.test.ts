import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../src/cli/root.ts';

const cleanUps: (() => void)[] = [];
afterAll(() => cleanUps.forEach((cleanUp) => cleanUp()));

const LAUNCHER = readdirSync(join(root, 'src/cli')).filter((name) => name.endsWith('.mjs'));
/** A registry that has one package, in two versions. */
let registry: Server;
const packed = new Map<string, Buffer>();

beforeAll(async () => {
  for (const version of ['1.0.0', '1.0.1']) packed.set(version, tarball(version));
  registry = createServer(({ url }, response) => {
    const version = /\/tiny-([\d.]+)\.tgz$/.exec(url ?? '')?.[1] ?? '';
    const body = packed.get(version);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  }).listen(0, '127.0.0.1');
  await once(registry, 'listening');
  cleanUps.push(() => registry.close());
});

describe.concurrent('the launcher', { timeout: 60_000 }, () => {
  test('installs once, says so in one line, and the next time does and says nothing', async ({
    expect,
  }) => {
    const project = makeProject();
    expect(await launch(project).ended).toEqual({
      code: 0,
      output: expect.stringMatching(/^Setting up \(.+\) … done in \d+ s\nran check\n$/),
    });
    expect(versionIn(project)).toBe('1.0.0');
    expect(await launch(project, { npm_execpath: '/nowhere/npm-cli.js' }).ended).toEqual({
      code: 0,
      output: 'ran check\n',
    });
    expect(left(project)).toEqual([]);
  });

  test.for([['ci'], ['install']])(
    'takes what npm %s has installed, and asks no registry for it',
    async (how, { expect }) => {
      const project = makeProject();
      // Not by execFileSync: the registry is in this process.
      await promisify(execFile)('npm', how, { cwd: project, shell: process.platform === 'win32' });
      cutOff(project);
      expect(await launch(project).ended).toEqual({ code: 0, output: 'ran check\n' });
    },
  );

  test('installs again when the lockfile asks for another version', async ({ expect }) => {
    const project = makeProject();
    await launch(project).ended;
    write(project, { 'package-lock.json': lockfile('1.0.1') });
    expect((await launch(project).ended).output).toContain('Setting up');
    expect([installs(project), versionIn(project)]).toEqual([2, '1.0.1']);
  });

  test('leaves what is there where the new cannot be fetched', async ({ expect }) => {
    const project = makeProject();
    await launch(project).ended;
    write(project, { 'package-lock.json': lockfile('1.0.1') });
    cutOff(project);
    const { code, output } = await launch(project).ended;
    expect(code).toBe(1);
    expect(output).toMatch(
      /\nThe packages could not be fetched: there seems to be no network\. [^\n]+\n$/,
    );
    expect(versionIn(project)).toBe('1.0.0');
    expect(left(project)).toEqual([]);
  });

  test('two at once install once, and both end well', async ({ expect }) => {
    const project = makeProject();
    const both = [launch(project), launch(project)];
    expect((await Promise.all(both.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([
      0, 0,
    ]);
    expect(installs(project)).toBe(1);
  });

  test('after one that was killed installs again, and takes away what that one left', async ({
    expect,
  }) => {
    const project = makeProject();
    writeFileSync(join(project, 'hold'), '');
    const killed = launch(project);
    await until(() => installs(project) === 1);
    killed.kill('SIGKILL');
    await killed.ended;
    expect(existsSync(join(project, 'node_modules'))).toBe(false);
    rmSync(join(project, 'hold'));
    expect((await launch(project).ended).code).toBe(0);
    expect([installs(project), left(project)]).toEqual([2, []]);
  });

  test.for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at once on %s, with npm, and what was there stays', async (one, { expect }) => {
    const [signal, code] = one;
    const project = makeProject();
    await launch(project).ended;
    write(project, { 'package-lock.json': lockfile('1.0.1'), hold: '' });
    const setup = launch(project);
    await until(() => installs(project) === 2);
    setup.kill(signal);
    // npm is held until this test is over: it is ended, or this would wait.
    expect((await setup.ended).code).toBe(code);
    expect([versionIn(project), left(project)]).toEqual(['1.0.0', []]);
  });

  test('takes over a lock whose holder is gone', async ({ expect }) => {
    const project = makeProject();
    const gone = launch(project);
    await gone.ended;
    rmSync(join(project, 'node_modules'), { recursive: true });
    write(project, { '.cache/setup.lock': { host: hostname(), pid: gone.pid } });
    expect(await launch(project).ended).toMatchObject({
      code: 0,
      output: expect.stringContaining('done in'),
    });
  });

  test.skipIf(process.platform === 'win32')(
    'names the folder of npm’s own that cannot be written',
    async ({ expect }) => {
      const project = makeProject();
      write(project, { '.npmrc': npmrc() });
      const { code, output } = await launch(project, { HOME: '/dev/null/nobody' }).ended;
      expect(output).toMatch(
        /\nnpm cannot write to a folder of its own, \/dev\/null\/nobody(?:\/\.npm)?: set HOME or npm_config_cache to one that this account may write to, then try again\.\n$/,
      );
      expect(code).toBe(1);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'says under an account that may not write there who is to set it up',
    async ({ expect }) => {
      const project = makeProject();
      const { code, output } = await launch(project, {}, { isStranger: true }).ended;
      expect([code, output]).toEqual([
        1,
        `\nWholeclass is not set up yet, and this account may not write to ${project}. Run “npm ci” there once, with an account that may.\n`,
      ]);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'runs under an account that may not write there once it is set up',
    async ({ expect }) => {
      const project = makeProject();
      await launch(project).ended;
      const ended = await launch(project, {}, { isStranger: true }).ended;
      expect(ended).toEqual({ code: 0, output: 'ran check\n' });
    },
  );

  test('hands on words and exit codes as they are', async ({ expect }) => {
    const project = makeProject();
    await launch(project).ended;
    const words = ['exit', '7', 'two words', '', 'a"b', '--', '*'];
    const { code, output } = await launch(project, {}, { words }).ended;
    expect([code, output]).toEqual([7, `ran ${words.join('|')}\n`]);
  });

  test('leaves no program behind where it is killed', async ({ expect }) => {
    const project = makeProject();
    await launch(project).ended;
    const serving = launch(project, {}, { words: ['wait'] });
    await until(() => serving.output().includes('ran wait'));
    serving.kill('SIGKILL');
    await until(() => serving.output().includes('SIGTERM'));
    expect(serving.output()).toBe('ran wait\nSIGTERM\n');
  });

  test('hands on a signal, and ends as the program ends', async ({ expect }) => {
    const project = makeProject();
    await launch(project).ended;
    const serving = launch(project, {}, { words: ['wait'] });
    await until(() => serving.output().includes('ran wait'));
    serving.kill('SIGTERM');
    expect(await serving.ended).toEqual({ code: 5, output: 'ran wait\nSIGTERM\n' });
  });
});

test.skipIf(process.platform === 'win32')('a Node that is too old is refused', async () => {
  const project = makeProject();
  await launch(project).ended;
  write(project, { 'old.mjs': "Object.defineProperty(process, 'version', { value: 'v20.1.0' });" });
  const { code, output } = await launch(project, {
    NODE_OPTIONS: `--import=${join(project, 'old.mjs')}`,
  }).ended;
  expect(output).toMatch(
    /\nWholeclass needs Node 26, and npm has none for this machine \([^\n]+\n$/,
  );
  expect(code).toBe(1);
});

/** A project with the launcher, a program that says how it was called, and one package; its install script counts and can be held up. */
function makeProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'wholeclass-setup-'));
  cleanUps.push(() => rmSync(project, { recursive: true, force: true, maxRetries: 5 }));
  write(project, {
    'package.json': {
      name: 'fixture',
      type: 'module',
      scripts: { postinstall: `node "${join(project, 'count.cjs')}"` },
      dependencies: { tiny: '^1.0.0' },
    },
    'package-lock.json': lockfile('1.0.0'),
    '.npmrc': `${npmrc()}cache=${join(project, '.npm')}\n`,
    'src/cli/main.ts': PROGRAM,
    'count.cjs': `const fs = require('fs'); const { join } = require('path'); fs.appendFileSync(join(__dirname, 'installs'), '.'); (function wait() { if (fs.existsSync(join(__dirname, 'hold'))) setTimeout(wait, 20); })();`,
  });
  for (const name of LAUNCHER) {
    copyFileSync(join(root, 'src/cli', name), join(project, 'src/cli', name));
  }
  chmodSync(project, 0o755);
  return project;
}

const PROGRAM = `import { endWithLauncher } from './end-with-parent.mjs';
const [command, code] = process.argv.slice(2);
endWithLauncher();
if (command === 'exit') process.exitCode = Number(code);
if (command === 'wait') {
  setInterval(() => {}, 1000);
  process.once('SIGTERM', () => {
    console.log('SIGTERM');
    process.exit(5);
  });
}
console.log('ran ' + process.argv.slice(2).join('|'));
`;

function address(): string {
  return `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
}

function npmrc(): string {
  return `registry=${address()}/\nfetch-retries=0\naudit=false\nupdate-notifier=false\n`;
}

/** From here on no registry answers, and npm has nothing in its cache. */
function cutOff(project: string): void {
  rmSync(join(project, '.npm'), { recursive: true, force: true });
  const nowhere = (text: string) => text.replaceAll(address(), 'http://127.0.0.1:9');
  for (const name of ['.npmrc', 'package-lock.json']) {
    const path = join(project, name);
    writeFileSync(path, nowhere(readFileSync(path, 'utf8')));
  }
}

/** As npm packs a package: a folder in a tar file, gzipped. */
function tarball(version: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-tiny-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, { 'package/package.json': { name: 'tiny', version } });
  return execFileSync('tar', ['-czf', '-', 'package'], { cwd: folder });
}

function lockfile(version: string): object {
  const body = packed.get(version) ?? Buffer.alloc(0);
  return {
    name: 'fixture',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'fixture', hasInstallScript: true, dependencies: { tiny: '^1.0.0' } },
      'node_modules/tiny': {
        version,
        resolved: `${address()}/tiny/-/tiny-${version}.tgz`,
        integrity: `sha512-${createHash('sha512').update(body).digest('base64')}`,
      },
    },
  };
}

/** What a set-up has left beside the packages. */
function left(project: string): readonly string[] {
  return readdirSync(join(project, '.cache')).filter((name) => name.startsWith('setup'));
}

function versionIn(project: string): unknown {
  const manifest = readFileSync(join(project, 'node_modules/tiny/package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: unknown }).version;
}

function write(project: string, files: Readonly<Record<string, object | string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(
      join(project, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
}

type How = { readonly words?: readonly string[]; readonly isStranger?: boolean };

function launch(
  project: string,
  env: Readonly<Record<string, string>> = {},
  { words = ['check'], isStranger = false }: How = {},
) {
  const { NODE_COMPILE_CACHE: _, npm_config_cache: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(project, 'src/cli/wholeclass.mjs'), ...words], {
    env: { ...inherited, ...env },
    ...(isStranger && asStranger(project)),
  });
  let output = '';
  const collect = (data: Buffer) => (output += data.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  cleanUps.push(() => child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return {
    ended,
    pid: child.pid ?? 0,
    output: () => output,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
  };
}

/** An account that may read the project and not write to it. */
function asStranger(project: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() === 0) return { uid: 65_534, gid: 65_534 };
  chmodSync(project, 0o555);
  if (existsSync(join(project, '.cache'))) chmodSync(join(project, '.cache'), 0o555);
  cleanUps.unshift(() => chmodSync(project, 0o755));
  return {};
}

function installs(project: string): number {
  return existsSync(join(project, 'installs'))
    ? readFileSync(join(project, 'installs'), 'utf8').length
    : 0;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
