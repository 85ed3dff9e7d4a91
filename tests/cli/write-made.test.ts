import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readPrintOptions } from '../../src/cli/print/options.ts';
import { writeMade } from '../../src/cli/write-made.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-write-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pdf = Buffer.from('%PDF-1.7 whole');
const WRITING = { command: 'print', out: 'folder' } as const;

describe('a file that a command writes', () => {
  test('is whole under its name, and nothing else is left beside it', async () => {
    await writeMade(join(folder, 'a/b/notes.pdf'), pdf, WRITING);
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['notes.pdf']);
    expect(readFileSync(join(folder, 'a/b/notes.pdf'))).toEqual(pdf);
  });

  test('says in one sentence that its folder is no folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file/notes.pdf');
    await expect(writeMade(path, pdf, WRITING)).rejects.toThrow(
      `Cannot write ${path}: ${join(folder, 'file')} is not a folder and cannot become one. Choose another folder with --out.`,
    );
  });

  test('says in one sentence that its name is a folder’s', async () => {
    mkdirSync(join(folder, 'taken'));
    const made = writeMade(join(folder, 'taken'), pdf, { command: 'export', out: 'file' });
    await expect(made).rejects.toThrow(
      `Cannot write ${join(folder, 'taken')}: it is a folder. Choose another file with --out.`,
    );
  });

  test('says that the disk is full, keeps the PDF before it, and leaves no half file', async () => {
    const path = join(folder, 'old.pdf');
    writeFileSync(path, 'the one before');
    const fill = async (at: string): Promise<void> => {
      writeFileSync(at, pdf.subarray(0, 4));
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    await expect(writeMade(path, pdf, { ...WRITING, write: fill })).rejects.toThrow(
      `Cannot write ${path}: the disk is full.`,
    );
    expect(readFileSync(path, 'utf8')).toBe('the one before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the sides of a pile', () => {
  const sidesOf = (...args: readonly string[]) => {
    const read = readPrintOptions(args);
    return 'wrong' in read ? read.wrong : read.bothSides;
  };

  test('are both, unless one is asked for', () => {
    expect(sidesOf('--for', '30')).toBe(true);
    expect(sidesOf('--for', '30', '--both-sides')).toBe(true);
    expect(sidesOf('--for', '30', '--one-side')).toBe(false);
  });

  test('are refused in a sentence where there is no pile, or both are asked for', () => {
    expect(sidesOf('--both-sides')).toBe(
      'Cannot use --both-sides without a pile: add --for with the number of pupils.',
    );
    expect(sidesOf('--one-side')).toBe(
      'Cannot use --one-side without a pile: add --for with the number of pupils.',
    );
    expect(sidesOf('--for', '30', '--one-side', '--both-sides')).toMatch(
      /^Cannot print a pile for both sides and for one side/,
    );
  });
});

describe('what of a pile is in large print', () => {
  const largeOf = (...args: readonly string[]) => {
    const read = readPrintOptions(args);
    return 'wrong' in read ? read.wrong : [read.pupils, read.large, read.essentials];
  };

  test('is a part of the class, and no more than the class', () => {
    expect(largeOf('--for', '30')).toEqual([30, 0, false]);
    expect(largeOf('--for', '30', '--large', '3', '--essentials')).toEqual([30, 3, true]);
    const wrong =
      'Cannot print in large print for “31” pupils: it needs a number up to that of --for.';
    expect(largeOf('--for', '30', '--large', '31')).toBe(wrong);
    expect(largeOf('--large', '31')).toBe(wrong);
  });
});
