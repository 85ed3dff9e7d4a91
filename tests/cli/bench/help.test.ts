import { afterEach, expect, test, vi } from 'vitest';
import { bench } from '../../../src/cli/bench.ts';

afterEach(() => vi.restoreAllMocks());

test.for(['--help', '-h'])('bench %s names every measurement and takes none', async (flag) => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((words: string) => void printed.push(words));
  expect(await bench([flag])).toBe(0);
  expect(printed.join('\n')).toContain('  read.5mb\n');
  expect(printed.join('\n')).toContain('  soak  (--soak)');
});

test('bench refuses a word that is part of no name, before it takes anything', async () => {
  const written: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((words: string) => void written.push(words));
  expect(await bench(['read', 'presentre'])).toBe(1);
  expect(written).toEqual(['There is no measurement “presentre”. See npm run bench -- --help']);
});
