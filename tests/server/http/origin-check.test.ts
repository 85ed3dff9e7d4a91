import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { isAllowedOrigin } from '../../../src/server/http/origin-check.ts';

const outside = 'lesson.example.org';

test.each(['localhost', 'localhost:4300', '127.0.0.1:4300', '[::1]:4300', 'LOCALHOST:4300'])(
  'the staff door is known as %s',
  (host) => {
    expect(isAllowedOrigin({ host, origin: undefined }, 'staff', null)).toBe(true);
    expect(isAllowedOrigin({ host, origin: `http://${host}` }, 'staff', null)).toBe(true);
  },
);

test.each([
  undefined,
  '',
  'evil.example',
  '192.168.4.20:4300',
  'localhost@evil.example',
  'localhost/',
  'local host',
  hostname(),
  'lesson.example.org',
])('the staff door is not known as %s', (host) => {
  expect(isAllowedOrigin({ host, origin: undefined }, 'staff', null)).toBe(false);
});

test('the pupils’ door is known by this machine’s name and by its public address alone', () => {
  const as = (host: string) => isAllowedOrigin({ host, origin: undefined }, 'pupils', outside);
  expect([as(hostname()), as('lesson.example.org'), as('localhost:4301')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([as('evil.example'), as('203.0.113.9'), as('lesson.example.org.evil.example')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('a staff door with a key is known by the name it was given, and by this machine’s own where it was given an address', () => {
  const as = (host: string, given: string) =>
    isAllowedOrigin({ host, origin: undefined }, 'staff', given);
  expect([
    as('staff.example.org', 'staff.example.org'),
    as('evil.example', 'staff.example.org'),
    as(hostname(), 'staff.example.org'),
  ]).toEqual([true, false, false]);
  expect([
    as(hostname(), '0.0.0.0'),
    as('evil.example', '0.0.0.0'),
    as(hostname(), '127.0.0.1'),
  ]).toEqual([true, false, false]);
});

test('a page behind TLS may say https in its origin', () => {
  expect(
    isAllowedOrigin(
      { host: 'lesson.example.org', origin: 'https://lesson.example.org' },
      'pupils',
      outside,
    ),
  ).toBe(true);
  expect(
    isAllowedOrigin(
      { host: 'lesson.example.org', origin: 'https://evil.example' },
      'pupils',
      outside,
    ),
  ).toBe(false);
});
