import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/root.ts';
import { projectsOf, typeProjects } from '../../src/cli/type-projects.ts';
import { isPure, isView, readTree } from '../house/read-tree.ts';

const names = (changed: readonly string[] | null) => projectsOf(changed).map(({ name }) => name);

test('Every change is compiled with all of the code, and with what is there where its files run', () => {
  expect(names(['tests/room/room.test.ts'])).toEqual(['tests']);
  expect(names(['src/poll/share.ts'])).toEqual(['tests', 'pure']);
  expect(names(['src/ui/wording.view.ts'])).toEqual(['tests', 'browser']);
  expect(names(['src/pages/library.tsx', 'src/cli/ok.ts'])).toEqual(['tests', 'browser', 'server']);
});

test('Lint knows the types of every file that the compiler would look at, and of no other', () => {
  const settings = v.parse(
    v.object({ include: v.array(v.string()) }),
    JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')),
  );
  const scripts = globSync(['**/*.ts', '**/*.tsx', '*.ts', '.*.ts'], {
    cwd: root,
    exclude: ['node_modules', 'dist', '.cache', '.data'],
  });
  expect(scripts.length).toBeGreaterThan(2_000);
  const others = scripts.filter(
    (path) => !settings.include.some((one) => path === one || path.startsWith(`${one}/`)),
  );
  expect(others).toEqual([]);
});

test('A change of no code is not compiled, and one of the settings is compiled in every way', () => {
  const all = typeProjects.map(({ name }) => name);
  expect(names(['.github/CHANGELOG.md', 'lessons/starter.md'])).toEqual([]);
  expect(names(['src/tsconfig.pure.json'])).toEqual(all);
  expect(names(['package-lock.json'])).toEqual(all);
  expect(names(null)).toEqual(all);
});

test('Every file of src belongs to the part that the house says, and to one alone', () => {
  for (const { path } of readTree('src')) {
    if (!/\.tsx?$/.test(path) || path.endsWith('.d.ts')) continue;
    const expected = isPure(path) ? 'pure' : isView(path) ? 'browser' : 'server';
    const parts = typeProjects.filter(({ holds }) => holds(`src/${path}`)).map(({ name }) => name);
    expect([path, ...parts]).toEqual([path, 'tests', expected]);
  }
});
