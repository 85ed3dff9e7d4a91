import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../src/cli/root.ts';

const cleanUps: (() => void)[] = [];
afterAll(() => cleanUps.forEach((cleanUp) => cleanUp()));

describe.concurrent('setting up', { timeout: 60_000 }, () => {
  test('installs once, says so in one line, and the next time does and says nothing', async ({
    expect,
  }) => {
    const project = makeProject();
    const first = await setUp(project).ended;
    expect(first).toEqual({
      code: 0,
      output: expect.stringMatching(/^Setting up \(about 15 seconds\) … done in \d+ s\n$/),
    });
    expect(existsSync(join(project, 'node_modules/tiny/package.json'))).toBe(true);
    const stamp = statSync(join(project, 'node_modules/.setup-stamp')).mtimeMs;
    expect(await setUp(project, { npm_execpath: '/nowhere/npm-cli.js' }).ended).toEqual({
      code: 0,
      output: '',
    });
    expect(statSync(join(project, 'node_modules/.setup-stamp')).mtimeMs).toBe(stamp);
  });

  test('installs again when the lockfile has changed', async ({ expect }) => {
    const project = makeProject();
    await setUp(project).ended;
    writeFileSync(
      join(project, 'package-lock.json'),
      `${readFileSync(join(project, 'package-lock.json'), 'utf8')}\n`,
    );
    expect((await setUp(project).ended).output).toContain('Setting up');
    expect(installs(project)).toBe(2);
  });

  test('two at once install once, and both end well', async ({ expect }) => {
    const project = makeProject();
    const both = [setUp(project), setUp(project)];
    expect((await Promise.all(both.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([
      0, 0,
    ]);
    expect(installs(project)).toBe(1);
  });

  test('after a killed one waits for the npm that it left behind, then installs again', async ({
    expect,
  }) => {
    const project = makeProject();
    writeFileSync(join(project, 'hold'), '');
    const killed = setUp(project);
    await until(() => installs(project) === 1);
    killed.kill('SIGKILL');
    await killed.ended;
    const next = setUp(project);
    await until(() => next.output().includes('waiting for it'));
    expect(existsSync(join(project, 'node_modules/.setup-stamp'))).toBe(false);
    rmSync(join(project, 'hold'));
    expect((await next.ended).code).toBe(0);
    expect(installs(project)).toBe(2);
  });

  test('ends, with npm, on a signal, and leaves no lock', async ({ expect }) => {
    const project = makeProject();
    writeFileSync(join(project, 'hold'), '');
    const setup = setUp(project);
    await until(() => installs(project) === 1);
    setup.kill('SIGTERM');
    rmSync(join(project, 'hold'));
    expect((await setup.ended).code).toBe(143);
    expect(existsSync(join(project, '.cache/setup.lock'))).toBe(false);
    expect(existsSync(join(project, 'node_modules/.setup-stamp'))).toBe(false);
  });

  test('takes over a lock whose holders are gone', async ({ expect }) => {
    const project = makeProject();
    const gone = setUp(project);
    await gone.ended;
    rmSync(join(project, 'node_modules/.setup-stamp'));
    writeFileSync(
      join(project, '.cache/setup.lock'),
      JSON.stringify({ host: hostname(), pids: [gone.pid] }),
    );
    expect(await setUp(project).ended).toMatchObject({
      code: 0,
      output: expect.stringContaining('done in'),
    });
  });

  test('says in a sentence that there is no network', async ({ expect }) => {
    const project = makeProject({ remote: true });
    const { code, output } = await setUp(project).ended;
    expect(code).toBe(1);
    expect(output).toMatch(
      /\nThe packages could not be fetched: there seems to be no network\. [^\n]+\n$/,
    );
  });
});

test.skipIf(process.platform === 'win32')(
  'a Node that is too old is not taken for ours',
  async () => {
    const project = makeProject();
    write(project, {
      'tiny/node': '#!/bin/sh\necho v20.1.0\n',
      'tiny/package.json': { name: 'tiny', version: '1.0.0', bin: { node: './node' } },
    });
    chmodSync(join(project, 'tiny/node'), 0o755);
    // Without its script, which would run on that Node.
    write(project, {
      'package.json': { name: 'fixture', dependencies: { tiny: 'file:tiny' } },
      'package-lock.json': lockfile({ bin: { node: './node' } }),
    });
    const { code, output } = await setUp(project).ended;
    expect(output).toMatch(
      /\nWholeclass needs Node 26, and npm has none for this machine \([^\n]+\n$/,
    );
    expect(code).toBe(1);
  },
);

/** A project whose one dependency lies beside it, so that npm, the real one, needs no network; its install script counts and can be held up. */
function makeProject({ remote = false } = {}): string {
  const project = mkdtempSync(join(tmpdir(), 'wholeclass-setup-'));
  cleanUps.push(() => rmSync(project, { recursive: true, force: true, maxRetries: 5 }));
  write(project, {
    'package.json': {
      name: 'fixture',
      scripts: { postinstall: 'node count.cjs' },
      dependencies: { tiny: remote ? '1.0.0' : 'file:tiny' },
    },
    'package-lock.json': lockfile({ remote }),
    '.npmrc': `registry=http://127.0.0.1:9/\nfetch-retries=0\ncache=${join(project, '.npm')}\n`,
    'tiny/package.json': { name: 'tiny', version: '1.0.0' },
    'count.cjs': `const fs = require('fs'); fs.appendFileSync('installs', '.'); (function wait() { if (fs.existsSync('hold')) setTimeout(wait, 20); })();`,
  });
  return project;
}

function lockfile({ remote = false, bin = {} }): object {
  const linked = {
    tiny: { version: '1.0.0', bin },
    'node_modules/tiny': { resolved: 'tiny', link: true },
  };
  const fetched = {
    'node_modules/tiny': {
      version: '1.0.0',
      resolved: 'http://127.0.0.1:9/tiny/-/tiny-1.0.0.tgz',
      integrity: 'sha512-AAAA',
    },
  };
  const top = {
    name: 'fixture',
    hasInstallScript: true,
    dependencies: { tiny: remote ? '1.0.0' : 'file:tiny' },
  };
  return {
    name: 'fixture',
    lockfileVersion: 3,
    requires: true,
    packages: { '': top, ...(remote ? fetched : linked) },
  };
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

function setUp(project: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [join(root, 'src/cli/setup.mjs'), project], {
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  cleanUps.push(() => child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return {
    ended,
    pid: child.pid ?? 0,
    output: () => output,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
  };
}

function installs(project: string): number {
  return existsSync(join(project, 'installs'))
    ? readFileSync(join(project, 'installs'), 'utf8').length
    : 0;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
