import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  openSessionFile,
  parseSessions,
  SESSIONS_FILE,
} from '../../../src/server/staff/session-file.ts';
import { memorySessions, openSessions } from '../../../src/server/staff/staff-sessions.ts';
import { sessionContract } from '../sessions.contract.ts';

const MINUTE = 60_000;
const top = mkdtempSync(join(tmpdir(), 'wholeclass-sessions-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let made = 0;
const freshFolder = () => join(top, `data-${(made += 1)}`);

describe('sessions in the data folder', () => {
  sessionContract(async () => {
    const folder = freshFolder();
    return { store: openSessionFile(folder), again: async () => openSessionFile(folder) };
  });

  it('are in a file for this account alone, which holds hashes and times and nothing else', async () => {
    const folder = freshFolder();
    await openSessionFile(folder).add('a-hash', 7);
    const path = join(folder, SESSIONS_FILE);
    expect([statSync(path).mode & 0o777, JSON.parse(readFileSync(path, 'utf8'))]).toEqual([
      0o600,
      { version: 1, sessions: { 'a-hash': 7 } },
    ]);
  });

  it('are none where the file is damaged, older or another program’s, and a session can begin all the same', async () => {
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"version":2,"sessions":{"one":1}}',
      '{"version":1,"sessions":[1]}',
      '{"version":1}',
    ]) {
      expect([text, parseSessions(text).size]).toEqual([text, 0]);
      const folder = freshFolder();
      mkdirSync(folder);
      writeFileSync(join(folder, SESSIONS_FILE), text);
      const store = openSessionFile(folder);
      await store.add('one', 1);
      expect(await openSessionFile(folder).lastUse('one')).toBe(1);
    }
    expect([...parseSessions('{"version":1,"sessions":{"one":1,"two":"x","three":null}}')]).toEqual(
      [['one', 1]],
    );
  });

  it('begin though nothing can be written, but ending one rejects', async () => {
    const file = join(freshFolder(), 'no-folder');
    mkdirSync(join(file, '..'));
    writeFileSync(file, '');
    const store = openSessionFile(file);
    await store.add('one', 0);
    await store.touch('one', 5 * MINUTE);
    expect(await store.lastUse('one')).toBe(5 * MINUTE);
    await expect(store.remove('one')).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(await store.lastUse('one')).toBe(null);
  });
});

describe('sessions in memory', () => {
  sessionContract(async () => {
    const store = memorySessions();
    return { store, again: async () => store };
  });
});

describe('connections of a session', () => {
  async function open() {
    const clock = { now: 0 };
    const store = memorySessions();
    const sessions = openSessions(store, () => clock.now);
    const cut: string[] = [];
    const follow = (session: string, { isUse = false, until = 720 * MINUTE } = {}) =>
      sessions.follow({ session, until, isUse, ended: () => void cut.push(session) });
    for (const session of ['one', 'two']) await sessions.begin(session);
    return { clock, cut, follow, sessions, store };
  }

  it('[R28] are cut at once when it is closed, and those of other sessions go on', async () => {
    const { cut, follow, sessions } = await open();
    follow('one');
    follow('one');
    follow('two');
    follow('one')();
    await sessions.close('one');
    expect(cut).toEqual(['one', 'one']);
    await sessions.closeAll();
    expect(cut).toEqual(['one', 'one', 'two']);
  });

  it('[R28] are cut even where the end of the session could not be written down', async () => {
    const { clock, cut, store } = await open();
    const sessions = openSessions(
      { ...store, remove: () => Promise.reject(new Error('disk full')) },
      () => clock.now,
    );
    sessions.follow({
      session: 'one',
      until: MINUTE,
      isUse: false,
      ended: () => void cut.push('one'),
    });
    await expect(sessions.close('one')).rejects.toThrow('disk full');
    expect(cut).toEqual(['one']);
  });

  it('[R28] are cut by the next sweep when another process has ended it', async () => {
    const { cut, follow, sessions, store } = await open();
    follow('one');
    follow('two');
    await store.remove('one');
    await sessions.sweep();
    expect(cut).toEqual(['one']);
  });

  it('[R28] end with an idle session, but a lesson that runs is use until twelve hours are over', async () => {
    const { clock, cut, follow, sessions } = await open();
    follow('one', { isUse: true });
    follow('two');
    for (let minutes = 30; minutes <= 690; minutes += 30) {
      clock.now = minutes * MINUTE;
      await sessions.sweep();
      expect(cut).toEqual(minutes < 60 ? [] : ['two']);
    }
    clock.now = 720 * MINUTE;
    await sessions.sweep();
    expect(cut).toEqual(['two', 'one']);
  });
});
