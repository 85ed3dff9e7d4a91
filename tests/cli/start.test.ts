import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../src/cli/root.ts';
import { settingNames } from '../../src/server/settings.ts';

const LAUNCHER = join(root, 'src/cli/wholeclass.mjs');
const folder = mkdtempSync(join(tmpdir(), 'wholeclass start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function wholeclass(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('--help and -h list the commands, and --version says what runs', () => {
  for (const word of ['--help', '-h']) {
    const { status, stdout } = wholeclass(word);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: wholeclass /);
    for (const name of ['start', 'new', 'check', 'print', 'import', 'export', 'bundle', 'build']) {
      expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    }
  }
  const { status, stdout } = wholeclass('--version');
  expect([status, stdout]).toEqual([
    0,
    `wholeclass/0.1.0 ${process.platform}-${process.arch} node-${process.version}\n`,
  ]);
});

test('start --help has an option for each setting but the key itself, and its variable', () => {
  const { status, stdout } = wholeclass('start', '--help');
  expect(status).toBe(0);
  const words = stdout.replaceAll(/\s+/g, ' ');
  for (const name of settingNames.filter((one) => one !== 'STAFF_KEY')) {
    expect(words).toContain(`--${name.toLowerCase().replaceAll('_', '-')} <`);
    expect(words).toContain(`(env: ${name})`);
  }
  expect(stdout).not.toContain('--staff-key <');
});

test.each([
  [['--prot', '4400'], "error: unknown option '--prot'\n(Did you mean --port?)\n"],
  [['start', '--opne'], "error: unknown option '--opne'\n(Did you mean --open?)\n"],
  [['chek'], 'Cannot read “chek”: there is no command and no file of that name. See --help\n'],
  [
    ['--staff-port', 'many'],
    'Cannot use STAFF_PORT="many": it must be a whole number from 0 to 65535.\n',
  ],
  [['.'], 'Cannot show “.”: it needs to be a file that ends in .md.\n'],
])('%j is refused in a sentence', (words, sentence) => {
  expect(wholeclass(...words)).toEqual({ status: 1, stdout: '', stderr: sentence });
});

test('a lesson’s file whose name can be no address is refused, with one that can', () => {
  writeFileSync(join(folder, 'Year 9 (draft).md'), '# Waves');
  expect(wholeclass('Year 9 (draft).md')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'Cannot show “Year 9 (draft).md”: its name is part of an address, and needs small letters, digits and hyphens alone. Call it year-9-draft.md, for example.\n',
  });
});

test('a lesson’s file is shown wherever it lies, alone and live, and nothing is made beside it', async () => {
  const plans = mkdtempSync(join(folder, 'plans-'));
  const plan = join(plans, 'volcanoes.md');
  writeFileSync(plan, text('Hot rock rises.'));
  writeFileSync(join(plans, 'unasked-for.md'), text('Nobody asked for this one.'));
  const program = spawn(process.execPath, [LAUNCHER, plan, '--pupil-port', '0'], {
    cwd: folder,
    env: { ...process.env, STAFF_PORT: '0', DATA_DIR: join(folder, 'data') },
  });
  try {
    let output = '';
    program.stdout.on('data', (data: Buffer) => (output += data.toString()));
    await until(() => output.includes('is ready'));
    const address = /is ready: (\S+)\n/.exec(output)?.[1] ?? '';
    expect(address).toMatch(/\/board\/volcanoes\/$/);
    const get = async (path: string) => (await fetch(new URL(path, address))).text();
    expect(await get('')).toContain('Hot rock rises.');
    writeFileSync(plan, text('Magma rises.'));
    await until(async () => (await get('')).includes('Magma rises.'));
    const library = await get('/');
    expect([library.includes('volcanoes'), library.includes('unasked-for')]).toEqual([true, false]);
    expect(readdirSync(plans).toSorted()).toEqual(['unasked-for.md', 'volcanoes.md']);
  } finally {
    program.kill('SIGTERM');
  }
  await until(() => program.exitCode !== null || program.signalCode !== null);
  expect(program.exitCode).toBe(0);
  expect(existsSync(join(plans, '.data'))).toBe(false);
});

function text(words: string): string {
  return `---\ntitle: Volcanoes\nsubject: Geography\n---\n\n## Why do they erupt?\n\n${words}\n`;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
