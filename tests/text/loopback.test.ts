import { expect, test } from 'vitest';
import { isLoopback } from '../../src/text/loopback.ts';

test.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '127.255.255.255', '::1', '[::1]'])(
  '%s is this machine alone',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

test.each([
  '',
  '0.0.0.0',
  '128.0.0.1',
  '127.1',
  '127.0.0.256',
  '127.0.0.1.example.org',
  'localhost.example.org',
  '::',
  'a.localhost',
])('“%s” may be another machine, or none', (host) => {
  expect(isLoopback(host)).toBe(false);
});
