import { execFile, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../src/cli/root.ts';

const run = promisify(execFile);
const place = mkdtempSync(join(tmpdir(), 'wholeclass npm-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let listed: readonly string[] = [];

// As npm installs it into an empty folder, but for the packages that it needs: those are ours.
beforeAll(async () => {
  await run('npm', ['pack', '--pack-destination', place], {
    cwd: root,
    shell: process.platform === 'win32',
    maxBuffer: 1e8,
  });
  const name = readdirSync(place).find((file) => file.endsWith('.tgz')) ?? '';
  await run('tar', ['-xzf', name], { cwd: place });
  listed = readdirSync(join(place, 'package'), { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const modules = join(place, 'empty', 'node_modules');
  mkdirSync(modules, { recursive: true });
  for (const folder of needed()) {
    mkdirSync(dirname(join(place, 'empty', folder)), { recursive: true });
    symlinkSync(join(root, folder), join(place, 'empty', folder), 'junction');
  }
  await run('mv', [join(place, 'package'), join(modules, 'wholeclass')]);
}, 600_000);

/** The folders of the packages that are installed with it, and not those that only build and test it. */
function needed(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.entries(lock.packages)
    .filter(([folder, { dev }]) => dev !== true && /^node_modules\/(@[^/]+\/)?[^/]+$/.test(folder))
    .map(([folder]) => folder)
    .filter((folder) => existsSync(join(root, folder)));
}

test('the file of npm pack holds the program as JavaScript, its pages, lessons and media, and no film of a school’s own', () => {
  const files = listed.filter((path) => /\.\w+$/.test(path));
  expect(files).toEqual(
    expect.arrayContaining([
      'lib/cli/main.js',
      'lib/built/pages/index.html',
      'lib/built/folder-pages/licences.txt',
      'lessons/starter.md',
      'handouts/for-it.md',
      'media/speech-bubbles/film.mp4',
    ]),
  );
  expect(files.filter((path) => /\.tsx?$|^tests\/|\/make\//.test(path))).toEqual([]);
  expect(files.filter((path) => path.endsWith('.mp4')).toSorted()).toEqual([
    'media/speech-bubbles/film.mp4',
    'media/which-lands-first/film.mp4',
  ]);
});

test('in an empty folder it says its version, checks a lesson and shows one’s deck', async () => {
  const empty = join(place, 'empty');
  const launcher = join(empty, 'node_modules/wholeclass/src/cli/wholeclass.mjs');
  writeFileSync(join(empty, 'plan.md'), '---\ntitle: Rivers\n---\n\n## A river begins\n\nRain.\n');
  // npm says where it was called from: here that is the empty folder.
  const { INIT_CWD: _, ...env } = process.env;
  const { stdout } = await run(process.execPath, [launcher, '--version'], { cwd: empty });
  expect(stdout).toMatch(/^wholeclass\/0\.1\.0 /);
  const checked = await run(process.execPath, [launcher, 'check', '--json', 'plan.md'], {
    cwd: empty,
    env,
  });
  expect(JSON.parse(checked.stdout)).toMatchObject({ files: [{ file: 'plan.md' }] });
  const program = spawn(process.execPath, [launcher, 'plan.md', '--staff-port', '0'], {
    cwd: empty,
    env: { ...env, PUPIL_PORT: '0', CACHE_DIR: join(place, 'cache') },
  });
  try {
    let output = '';
    program.stdout.on('data', (data: Buffer) => (output += data.toString()));
    program.stderr.on('data', (data: Buffer) => (output += data.toString()));
    while (!output.includes('is ready') && program.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const address = /is ready: (\S+)\n/.exec(output)?.[1] ?? output;
    expect(await (await fetch(address)).text()).toContain('A river begins');
    const library = await (await fetch(new URL('/', address))).text();
    const script = /src="\.?\/?(assets\/[^"]+\.js)"/.exec(library)?.[1] ?? '';
    expect((await fetch(new URL(`/${script}`, address))).status).toBe(200);
  } finally {
    program.kill('SIGTERM');
  }
});
