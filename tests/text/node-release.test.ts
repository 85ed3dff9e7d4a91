import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { record } from '../../src/text/schema.ts';
import {
  isBeforeSecurityRelease,
  nodeFacts,
  nodeNotice,
  PINNED_NODE,
  SECURITY_RELEASE,
} from '../../src/text/node-release.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const { optionalDependencies: pins } = v.parse(
  v.object({ optionalDependencies: record(v.string()) }),
  read('package.json'),
);
const locked = v.object({
  version: v.exactOptional(v.string()),
  integrity: v.exactOptional(v.string()),
  resolved: v.exactOptional(v.string()),
});
const { packages } = v.parse(v.object({ packages: record(locked) }), read('package-lock.json'));

test('the table of Node’s versions is what package.json pins, exactly, and the lockfile names with a checksum and no host', () => {
  const named = Object.entries(pins).map(([name, version]) => {
    const [platform = '', processor = ''] = name.replace(/^node-(?:bin-)?/, '').split('-');
    return [`${platform === 'win' ? 'win32' : platform}-${processor}`, version];
  });
  expect(Object.fromEntries(named)).toEqual(
    Object.fromEntries(Object.entries(PINNED_NODE).map(([key, { version }]) => [key, version])),
  );
  for (const [name, version] of Object.entries(pins)) {
    const {
      integrity = '',
      resolved,
      version: locked,
    } = packages[`node_modules/${name}`] ?? { version: '' };
    expect([name, version, locked, integrity.startsWith('sha512-'), resolved]).toEqual([
      name,
      locked,
      version,
      true,
      undefined,
    ]);
  }
});

test('on Linux, where schools host it, Node has the last known security release', () => {
  for (const key of ['linux-x64', 'linux-arm64']) {
    expect([key, isBeforeSecurityRelease(PINNED_NODE[key]?.version ?? '0')]).toEqual([key, false]);
  }
  // And so has the one that runs here, where it is one of ours.
  const own = PINNED_NODE[`${process.platform}-${process.arch}`];
  expect(process.version).toBe(`v${own?.version ?? process.version.slice(1)}`);
});

test.each([
  ['26.10.0', true],
  ['v26.10.0', true],
  ['26.12.0', true],
  ['26.9.9', true],
  ['25.99.99', true],
  ['26.12.1', false],
  ['v26.12.2', false],
  ['26.13.0', false],
  ['27.0.0', false],
])('Node %s is older than the security release 26.12.1: %s', (version, isOlder) => {
  expect(isBeforeSecurityRelease(version, '26.12.1')).toBe(isOlder);
});

test('a start on an older Node says which it is, which is newer and where it says what to do; with a newer one nothing is said', () => {
  expect(nodeNotice('v26.10.0')).toBe(
    `For IT: this runs on Node 26.10.0, from before the security release ${SECURITY_RELEASE.version} of ${SECURITY_RELEASE.date}. See “For IT, keys and files”, under Node.js.`,
  );
  expect(nodeNotice(SECURITY_RELEASE.version)).toBeNull();
  expect(nodeFacts('v26.10.0')).toMatchObject({ running: '26.10.0', security: SECURITY_RELEASE });
});
