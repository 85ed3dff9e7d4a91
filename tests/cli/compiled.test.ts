import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass compiled-'));
afterAll(() => rmSync(folder, { recursive: true }));

const before = fileURLToPath(new URL('../../src/cli/compiled.mjs', import.meta.url));
const script = join(folder, 'what it finds.mjs');
const report =
  '{ arenas: process.env.MALLOC_ARENA_MAX, apart: process.env.MALLOC_MMAP_THRESHOLD_, end: process.env.MALLOC_TRIM_THRESHOLD_, pid: process.pid, args: process.argv.slice(2), limits: process.execArgv[0] }';
writeFileSync(
  script,
  `console.log(JSON.stringify(${report}));\nif (process.argv[2] === 'wait') setInterval(() => {}, 1000);\n`,
);
const args = (...more: readonly string[]) => [
  '--max-semi-space-size=4',
  '--import',
  before,
  script,
  ...more,
];
const {
  MALLOC_ARENA_MAX: _,
  MALLOC_MMAP_THRESHOLD_: __,
  MALLOC_TRIM_THRESHOLD_: ___,
  ...env
} = process.env;

describe.runIf(process.platform === 'linux')(
  'A program that loads compiled.mjs first, on Linux',
  () => {
    test('has one store of memory for all its threads, its own words and options, and its own process', async () => {
      const child = spawn(process.execPath, args('wait', 'a b', ''), {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'close');
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      expect(JSON.parse(line.toString())).toEqual({
        arenas: '1',
        apart: '131072',
        end: '1048576',
        pid: child.pid,
        args: ['wait', 'a b', ''],
        limits: '--max-semi-space-size=4',
      });
      child.kill('SIGTERM');
      expect(await ended).toEqual([null, 'SIGTERM']);
    });

    test('leaves what was chosen by hand', async () => {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, args(), {
        env: { ...env, MALLOC_ARENA_MAX: '4' },
      });
      expect([JSON.parse(stdout), stderr]).toEqual([
        expect.objectContaining({ arenas: '4', args: [] }),
        '',
      ]);
    });

    test('gives large pieces back by another limit, where one was chosen by hand', async () => {
      const { stdout } = await promisify(execFile)(process.execPath, args(), {
        env: { ...env, MALLOC_MMAP_THRESHOLD_: '65536' },
      });
      expect(JSON.parse(stdout)).toMatchObject({ arenas: '1', apart: '65536' });
    });
  },
);
