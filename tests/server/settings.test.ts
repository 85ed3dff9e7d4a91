import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';

const KEY = 'kestrel granite osprey';
const folder = mkdtempSync(join(tmpdir(), 'wholeclass-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refusalOf(env: Parameters<typeof readSettings>[0]): string {
  try {
    readSettings(env);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('without a word in the environment the staff door is this machine’s own, and the pupils’ ports are 80, then 4301', () => {
  expect(readSettings({})).toMatchObject({
    dataDir: '.data',
    staffHost: '127.0.0.1',
    staffPort: 4300,
    pupilPorts: [80, 4301],
    publicUrl: null,
  });
});

test('what is empty counts as not said', () => {
  expect(
    readSettings({ STAFF_PORT: ' ', PUPIL_PORT: '', DATA_DIR: '', PUBLIC_URL: '', STAFF_HOST: '' }),
  ).toEqual(readSettings({}));
});

test.each([
  'valkey://127.0.0.1:6379',
  'valkeys://:word@valkey.example',
  'redis://localhost',
  'rediss://user:word@10.0.0.5:6380',
])('rooms may be shared at %s', (address) => {
  expect(readSettings({ VALKEY_URL: address }).valkeyUrl?.href).toBe(address);
});

test('a chosen pupils’ port is the only one tried', () => {
  expect(readSettings({ PUPIL_PORT: '8080' }).pupilPorts).toEqual([8080]);
});

test.each([
  [
    { STAFF_PORT: '70000' },
    'Cannot use STAFF_PORT="70000": it must be a whole number from 0 to 65535.',
  ],
  [{ PUPIL_PORT: '-1' }, 'Cannot use PUPIL_PORT="-1": it must be a whole number from 0 to 65535.'],
  [
    { STAFF_PORT: '43.5' },
    'Cannot use STAFF_PORT="43.5": it must be a whole number from 0 to 65535.',
  ],
  [
    { VALKEY_URL: 'secret@10.0.0.5:6379' },
    'Cannot use VALKEY_URL: it must be an address such as valkey://127.0.0.1:6379, or valkeys://… where TLS is spoken.',
  ],
  [{ VALKEY_URL: 'https://valkey.example' }, 'Cannot use VALKEY_URL: it must be an address'],
  [{ TRUST_PROXY: 'yes' }, 'Cannot use TRUST_PROXY="yes": it must be 1, or not set.'],
  [
    { STAFF_HOST: 'not a name', STAFF_KEY: 'kestrel granite osprey' },
    'Cannot use STAFF_HOST="not a name": it must be an address such as 0.0.0.0',
  ],
  [
    { PUBLIC_URL: 'school' },
    'Cannot use PUBLIC_URL="school": it must be a web address such as https://lesson.example.org/.',
  ],
  [
    { PUBLIC_URL: 'file:///x' },
    'Cannot use PUBLIC_URL="file:///x": it must be a web address such as https://lesson.example.org/.',
  ],
])('%o is refused in one sentence', (env, sentence) => {
  expect(() => readSettings(env)).toThrow(sentence);
});

test.each(['0.0.0.0', '192.168.4.20', '::', 'school.example', '127.0.0.1.example'])(
  'the staff door opens on %s with a key alone',
  (host) => {
    expect(() => readSettings({ STAFF_HOST: host })).toThrow(
      `Cannot use STAFF_HOST="${host}": without a key the staff door opens on this machine only`,
    );
    expect(readSettings({ STAFF_HOST: host, STAFF_KEY: KEY })).toMatchObject({
      staffHost: host,
      staffKey: KEY,
    });
  },
);

test('a key that is too short is refused and not repeated', () => {
  expect(() => readSettings({ STAFF_KEY: 'swordfish' })).toThrow(
    'Cannot use STAFF_KEY: it has 9 characters, it needs 12 to 200.',
  );
  expect(() => readSettings({ STAFF_KEY: 'swordfish' })).not.toThrow('swordfish');
});

test('a key that is easy to guess is refused, not repeated, and another one is offered that will do', () => {
  const refusal = refusalOf({ STAFF_KEY: 'Riverside Academy 2026' });
  expect(refusal).toMatch(
    /^Cannot use STAFF_KEY: it is made of words that are tried first, such as “password”, “school” or a year\./,
  );
  expect(refusal).not.toContain('Riverside');
  const offered = /"([^"]+)"$/.exec(refusal)?.[1] ?? '';
  expect(readSettings({ STAFF_KEY: offered }).staffKey).toBe(offered);
});

test('a key may be in a file, with or without a line end', () => {
  const path = join(folder, 'key');
  for (const text of [KEY, `${KEY}\n`, `${KEY}\r\n`]) {
    writeFileSync(path, text);
    expect(readSettings({ STAFF_KEY_FILE: path, STAFF_HOST: '0.0.0.0' })).toMatchObject({
      staffKey: KEY,
      staffKeyFile: path,
    });
  }
});

test('a file that holds no key is refused in one sentence', () => {
  const path = join(folder, 'not-a-key');
  expect(refusalOf({ STAFF_KEY_FILE: path })).toBe(
    `Cannot read STAFF_KEY_FILE="${path}": it must be a text file that this account may read.`,
  );
  writeFileSync(path, '\n');
  expect(refusalOf({ STAFF_KEY_FILE: path })).toBe(
    `Cannot use STAFF_KEY_FILE="${path}": the file is empty. It must hold the key, and nothing else.`,
  );
  writeFileSync(path, 'swordfish');
  expect(refusalOf({ STAFF_KEY_FILE: path })).toMatch(
    /^Cannot use the key in STAFF_KEY_FILE: it has 9 characters/,
  );
  writeFileSync(path, 'x y z '.repeat(1000));
  expect(refusalOf({ STAFF_KEY_FILE: path })).toMatch(
    /^Cannot use the key in STAFF_KEY_FILE: it has \d+ characters, it needs 12 to 200/,
  );
  expect(refusalOf({ STAFF_KEY_FILE: path, STAFF_KEY: KEY })).toBe(
    'Cannot use both STAFF_KEY and STAFF_KEY_FILE: keep the one you want, and remove the other.',
  );
});

test('a proxy in front is believed only where it is said that there is one', () => {
  expect([
    readSettings({}).behindProxy,
    readSettings({ TRUST_PROXY: '0' }).behindProxy,
    readSettings({ TRUST_PROXY: '1' }).behindProxy,
  ]).toEqual([false, false, true]);
});
