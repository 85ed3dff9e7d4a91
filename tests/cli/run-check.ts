import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { check as command } from '../../src/cli/check.ts';
import { root } from '../../src/cli/root.ts';

/** A lesson in which nothing is an error. */
export const good = `---
title: A lesson
subject: safeguarding
stage: KS3
minutes: 5
---

# Welcome

## Talk (5 min)
### What is a friend?
- Someone who listens

Notes:
Let two or three answer.

### What can people who see it do?

You can pass.

::: help
:::
`;

const { NO_COLOR: _, FORCE_COLOR: __, ...plainEnv } = process.env;

/** What the command said, and how it ended. */
export type Output = { readonly code: number | null; readonly out: string; readonly err: string };

/** Opens a folder of its own for a file of tests, which is gone after them; `lesson` writes a lesson into it and returns its path. */
export function openFolder(): {
  readonly folder: string;
  lesson(name: string, text: string): string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-check-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    lesson(name, text) {
      const path = join(folder, `${name}.md`);
      writeFileSync(path, text);
      return path;
    },
  };
}

/** Runs `npm run check` as a program of its own, with these words and in this environment, in which nothing is said of colours. */
export async function runCheck(
  args: readonly string[],
  { env = {} }: { readonly env?: Record<string, string> } = {},
): Promise<Output> {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'check', ...args], {
    cwd: root,
    env: { ...plainEnv, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

/** What `npm run check` says and ends with, typed in this folder, without a program that starts again for each question; one at a time. */
export async function check(
  args: readonly string[],
  { from = root }: { readonly from?: string } = {},
): Promise<Output> {
  const env = { ...process.env };
  Object.assign(process.env, { INIT_CWD: from });
  try {
    return await outputOf(() => command(args));
  } finally {
    if (env['INIT_CWD'] === undefined) delete process.env['INIT_CWD'];
    else process.env['INIT_CWD'] = env['INIT_CWD'];
  }
}

/** What a command of this program says, and what it ends with; one at a time. */
export async function outputOf(run: () => Promise<number>): Promise<Output> {
  const output = { out: '', err: '' };
  const { log, error } = console;
  console.log = (words) => void (output.out += `${words}\n`);
  console.error = (words) => void (output.err += `${words}\n`);
  try {
    return { code: await run(), ...output };
  } finally {
    Object.assign(console, { log, error });
  }
}
