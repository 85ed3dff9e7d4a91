import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markOf } from '../../../src/approval/approval-protocol.ts';
import { gateTicks } from '../../../src/school/school.ts';
import { changeFile, LOCK_FILE, withFileLock } from '../../../src/server/schools/file-lock.ts';
import { openLessonApprovals } from '../../../src/server/schools/lesson-approvals.ts';

/** Longer than the two seconds after which an earlier lock was taken from a living holder. */
const LONG_MS = 2_600;

let folder: string;
let log: string;
let started: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-lock-'));
  log = join(folder, 'log');
  appendFileSync(log, '');
  started = [];
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const HOLD = fileURLToPath(new URL('hold-file-lock.ts', import.meta.url));
const ANSWER = fileURLToPath(new URL('answer-slowly.ts', import.meta.url));

function run(script: string, ...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(child);
  return child;
}

const holder = (name: string) => run(HOLD, folder, log, name);
const lines = () => readFileSync(log, 'utf8').trim().split('\n');
const go = (child: ChildProcess) => void child.stdin?.write('\n');

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(20);
}

describe('the lock of a folder', () => {
  test('has one holder, however long its work takes, and those who wait have it one after the other', async () => {
    const first = holder('a');
    await until(() => lines().includes('a in'));
    const others = [holder('b'), holder('c')];
    await wait(LONG_MS);
    expect(lines()).toEqual(['a in']);
    for (const child of [first, ...others]) go(child);
    await Promise.all([first, ...others].map((child) => once(child, 'close')));
    const order = lines().map((line) => line.split(' ', 1)[0]);
    expect(order).toHaveLength(6);
    for (const at of [0, 2, 4]) expect(order[at]).toBe(order[at + 1]);
  });

  test('is still held by a program that is stopped, and free once that is killed', async () => {
    const first = holder('a');
    await until(() => lines().includes('a in'));
    first.kill('SIGSTOP');
    const second = holder('b');
    await wait(LONG_MS);
    expect(lines()).toEqual(['a in']);
    first.kill('SIGKILL');
    go(second);
    await once(second, 'close');
    expect(lines()).toEqual(['a in', 'b in', 'b out']);
  });

  test('is taken in turn within a process, by any way of writing the folder’s path', async () => {
    const order: string[] = [];
    const work = (name: string, path: string) =>
      withFileLock(path, async () => {
        order.push(`${name} in`);
        await wait(30);
        order.push(`${name} out`);
      });
    await Promise.all([
      work('a', folder),
      work('b', `${folder}/../${folder.split('/').at(-1)}`),
      work('c', `${folder}/.`),
    ]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  test('passes on what fails, and is free after it', async () => {
    await expect(withFileLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withFileLock(folder, async () => 'yes')).toBe('yes');
    expect(statSync(join(folder, LOCK_FILE)).size).toBe(0);
    expect(existsSync(join(folder, `${LOCK_FILE}-journal`))).toBe(false);
  });
});

test('a file that is written without the lock in the last moment is read again', async () => {
  const path = join(folder, 'file');
  let isFirst = true;
  const change = (text: string | null) => ({ value: text, text: `${text ?? ''}ours` });
  const value = await changeFile(path, change, {
    async write(fresh, bytes) {
      appendFileSync(fresh, bytes);
      if (isFirst) appendFileSync(path, 'theirs ');
      isFirst = false;
    },
  });
  expect([value, readFileSync(path, 'utf8')]).toEqual(['theirs ', 'theirs ours']);
});

test('a link that one program spends on a refusal, slowly, is not spent again by another', async () => {
  const approvals = openLessonApprovals(folder);
  const on = { parts: null, film: null, file: null, today: '2026-11-30' };
  const mark = markOf('link');
  await approvals.take('friends', { type: 'ask', mark }, on);
  const slow = run(ANSWER, folder, 'link');
  let printed = '';
  slow.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await until(() => printed.includes('writing'));
  const approving = approvals.take(
    'friends',
    { type: 'approve', by: 'safeguarding lead', ticked: gateTicks, proof: 'link', mark },
    on,
  );
  await wait(LONG_MS);
  go(slow);
  await once(slow, 'close');
  expect(printed).toContain('done');
  expect(await approving).toMatchObject({ is: 'no link', link: { is: 'used' } });
  expect((await approvals.read('friends')).answer).toMatchObject({
    is: 'refused',
    note: 'Not yet',
  });
});
