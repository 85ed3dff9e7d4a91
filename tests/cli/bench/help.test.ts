import { afterEach, expect, test, vi } from 'vitest';
import { bench } from '../../../src/cli/bench.ts';

afterEach(() => vi.restoreAllMocks());

test.for(['--help', '-h'])('bench %s names every measurement and takes none', async (flag) => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((words: string) => void printed.push(words));
  expect(await bench([flag])).toBe(0);
  expect(printed.join('\n')).toMatch(/^ {2}read +reading/m);
  expect(printed.join('\n')).toMatch(/^ {2}room\.school \* +teaching/m);
});

test('bench refuses a word that is part of no name, before it takes anything', async () => {
  const written: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((words: string) => void written.push(words));
  expect(await bench(['read', 'presentre'])).toBe(1);
  expect(written).toEqual(['There is no measurement “presentre”. See npm run bench -- --help']);
});

test('bench says what it does, and leaves out what cannot be taken, with its reason', async () => {
  const [out, lines]: [string[], string[]] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((words: string) => void out.push(words));
  vi.spyOn(console, 'error').mockImplementation((words: string) => void lines.push(words));
  vi.stubEnv('PATH', '');
  expect(await bench(['start.second', '--json'])).toBe(0);
  vi.unstubAllEnvs();
  expect(lines).toEqual([
    '1 of 1, start.second: starting the program again, with everything in place …',
    expect.stringMatching(/start\.second could not be taken: .*npm/i),
  ]);
  expect(JSON.parse(out.join('\n'))).toEqual({ figures: [] });
});
