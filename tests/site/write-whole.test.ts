import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeWhole } from '../../src/site/write-whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-whole-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file that is written whole', () => {
  test('takes the place of the one before, and nothing is left beside it', async () => {
    for (const text of ['one', 'two']) await writeWhole(join(folder, 'a/b/file.json'), text);
    expect(readFileSync(join(folder, 'a/b/file.json'), 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['file.json']);
  });

  test('stays the one before where the new one cannot be written, and leaves no half of it', async () => {
    const path = join(folder, 'kept.json');
    await writeWhole(path, 'whole');
    const fail = async (at: string): Promise<never> => {
      writeFileSync(at, 'ha');
      throw new Error('ENOSPC');
    };
    await expect(writeWhole(path, 'half', { write: fail })).rejects.toThrow('ENOSPC');
    expect(readFileSync(path, 'utf8')).toBe('whole');
    expect(readdirSync(folder).filter((name) => name.includes('kept'))).toEqual(['kept.json']);
  });

  test.skipIf(process.platform === 'win32')(
    'is for this account alone where it is private, and so is a folder made for it',
    async () => {
      await writeWhole(join(folder, 'private/file.json'), 'x', { isPrivate: true });
      expect(statSync(join(folder, 'private/file.json')).mode & 0o777).toBe(0o600);
      expect(statSync(join(folder, 'private')).mode & 0o777).toBe(0o700);
    },
  );
});
