import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProxies, PROXY_HERE } from '../../src/server/addresses.ts';
import { readSettings, unknownSettings } from '../../src/server/settings.ts';

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

test('PORT is the staff’s, STAFF_PORT wins, and only a key opens it to a network', () => {
  expect(readSettings({ PORT: '8080' })).toMatchObject({
    staffPort: 8080,
    staffHost: '127.0.0.1',
    pupilPorts: [80, 4301],
  });
  expect(readSettings({ PORT: '8080', STAFF_PORT: '4400' }).staffPort).toBe(4400);
  expect(readSettings({ PORT: '8080', STAFF_KEY: KEY }).staffHost).toBe('0.0.0.0');
  expect(readSettings({ STAFF_PORT: '8080', STAFF_KEY: KEY }).staffHost).toBe('127.0.0.1');
  expect(readSettings({ PORT: '8080', STAFF_KEY: KEY, STAFF_HOST: '::1' }).staffHost).toBe('::1');
});

test.each([
  { PORT: '8080', PUPIL_PORT: '8080' },
  { STAFF_PORT: '8080', PUPIL_PORT: '8080' },
  { PUPIL_PORT: '4300' },
])('staff and pupils never have one door: %o', (env) => {
  expect(refusalOf(env)).toMatch(
    /^Cannot use port \d+ for staff and for pupils: pupils must never reach the staff’s pages\. /,
  );
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
  [
    { TRUST_PROXY: 'yes' },
    'Cannot use TRUST_PROXY="yes": it must be 1 for a proxy on this machine',
  ],
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

test('a proxy in front is believed only where it is said that there is one, and which', () => {
  const proxies = (value?: string) => readSettings({ TRUST_PROXY: value }).trustedProxies;
  expect([proxies(), proxies('0'), proxies('1')]).toEqual([[], [], PROXY_HERE]);
  expect(proxies('10.0.0.5, 172.17.0.0/16 fd00::/8')).toEqual([
    '10.0.0.5',
    '172.17.0.0/16',
    'fd00::/8',
  ]);
});

test('a request is a proxy’s by the address it comes from alone', () => {
  const isIts = openProxies(['10.0.0.5', '172.17.0.0/16', 'fd00::/8', ...PROXY_HERE]);
  const yes = ['10.0.0.5', '::ffff:10.0.0.5', '172.17.3.4', 'fd12::1', '127.0.0.1', '::1'];
  expect(yes.map((address) => isIts?.(address))).toEqual(yes.map(() => true));
  const no = ['10.0.0.6', '172.18.0.1', '192.168.4.20', 'fe80::1%eth0', '', undefined];
  expect(no.map((address) => isIts?.(address))).toEqual(no.map(() => false));
  expect(openProxies([])).toBeNull();
});

test('where each door listens is a setting of its own, and the staff name may have a port', () => {
  expect(
    readSettings({
      STAFF_KEY: KEY,
      STAFF_HOST: 'Staff.school.example:8443',
      STAFF_LISTEN: '127.0.0.1',
      PUPIL_LISTEN: '::',
    }),
  ).toMatchObject({
    staffHost: 'staff.school.example',
    staffPublicPort: 8443,
    staffListen: '127.0.0.1',
    pupilListen: '::',
  });
  expect(readSettings({ STAFF_KEY: KEY, STAFF_LISTEN: '::' }).staffHost).toBe('::');
  expect(readSettings({ STAFF_KEY: KEY, STAFF_HOST: '[2001:DB8::1]:8443' })).toMatchObject({
    staffHost: '2001:db8::1',
    staffPublicPort: 8443,
  });
  expect(refusalOf({ STAFF_LISTEN: '0.0.0.0' })).toContain(
    'Cannot use STAFF_LISTEN="0.0.0.0": without a key',
  );
  expect(refusalOf({ PUPIL_LISTEN: 'eth0' })).toContain('It must be an address'.toLowerCase());
});

test('a variable that looks like a setting and is none is named, with what was meant', () => {
  expect(
    unknownSettings({ STAFF_PROT: '4400', DATADIR: 'x', PUBLIC_URI: 'x', PUPILS_PORT: '1' }),
  ).toEqual([
    'STAFF_PROT is not a setting of Wholeclass, so it changes nothing. Did you mean STAFF_PORT?',
    'PUBLIC_URI is not a setting of Wholeclass, so it changes nothing. Did you mean PUBLIC_URL?',
    'PUPILS_PORT is not a setting of Wholeclass, so it changes nothing. Did you mean PUPIL_PORT?',
  ]);
  expect(
    unknownSettings({ HOST: 'x', PORT: '1', PATH: 'x', VALKEY_SERVICE_HOST: 'x', STAFF_PORT: '1' }),
  ).toEqual([]);
});
