import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeEvents, waitBefore } from '../../../src/pages/present/room/room-host.ts';

test('whole events are taken off a stream, comments and retry lines left aside', () => {
  expect(takeEvents('retry: 2000\n\ndata: {"n":1}\n\n:\n\ndata: {"n"')).toEqual({
    data: ['{"n":1}'],
    rest: 'data: {"n"',
  });
});

test('a stream cut anywhere gives the same events', () => {
  const whole = 'retry: 2000\n\ndata: {"n":1}\n\n:\n\ndata: {"n":2}\n\n';
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length }), (cut) => {
      const first = takeEvents(whole.slice(0, cut));
      const second = takeEvents(first.rest + whole.slice(cut));
      expect([...first.data, ...second.data]).toEqual(['{"n":1}', '{"n":2}']);
    }),
  );
});

test('tries again soon, then less often, and never waits longer than five seconds', () => {
  expect([0, 1, 2, 3, 4, 50].map(waitBefore)).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
});
