import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedFiles } from '../../src/cli/changed-files.ts';

let folder: string;
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
  });
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function commit(...names: readonly string[]): void {
  for (const name of names) write(name, `${name} ${Math.random()}`);
  git('add', '.');
  git('commit', '--quiet', '--message', 'x');
}

test('What differs from the last commit is what changed: edited and new files, and no deleted one', async () => {
  git('init', '--quiet');
  commit('a.ts', 'b.ts', 'c.ts');
  commit('a.ts');
  write('b.ts', 'edited');
  write('new.ts', 'new');
  rmSync(join(folder, 'c.ts'));
  expect(await changedFiles(folder)).toEqual(['b.ts', 'new.ts']);
});

test('Where nothing differs it is what the last commit changed', async () => {
  git('init', '--quiet');
  commit('a.ts', 'b.ts');
  commit('b.ts');
  expect(await changedFiles(folder)).toEqual(['b.ts']);
});

test('Without a repository, or without an earlier commit, the changed files are unknown', async () => {
  expect(await changedFiles(folder)).toBe(null);
  git('init', '--quiet');
  commit('a.ts');
  expect(await changedFiles(folder)).toBe(null);
});
