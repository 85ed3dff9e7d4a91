import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionOf, movedTo, moveSpan, type Edition } from '../../src/film/edition.ts';
import { readManifest } from '../../src/film/manifest.ts';
import { timeParts } from '../../src/film/stops.ts';
import { readCues } from '../../src/film/vtt.ts';

const moment = fc.double({ min: 0, max: 7200, noNaN: true });
const edition = fc.record({
  offset: fc.double({ min: 0, max: 120, noNaN: true }),
  stretch: fc.double({ min: 0.92, max: 1.08, noNaN: true }),
});

function soundOf(anchors: Parameters<typeof editionOf>[0]): Edition {
  const found = editionOf(anchors);
  if ('wrong' in found) throw new Error(found.wrong);
  return found;
}

test('The line through two moments of an edition is that edition', () => {
  fc.assert(
    fc.property(edition, moment, moment, (made, a, b) => {
      fc.pre(Math.abs(a - b) >= 5);
      const found = soundOf([a, b].map((written) => ({ written, here: movedTo(made, written) })));
      for (const at of [a, b, 0, 3600]) {
        expect(movedTo(found, at)).toBeCloseTo(movedTo(made, at), 5);
      }
    }),
  );
});

test('One moment moves everything by the same time, and nothing comes before the start', () => {
  fc.assert(
    fc.property(moment, moment, moment, (written, here, at) => {
      const found = soundOf([{ written, here }]);
      expect(movedTo(found, at)).toBeCloseTo(Math.max(0, at + here - written), 6);
    }),
  );
});

test('What comes later in one edition comes no earlier in another', () => {
  fc.assert(
    fc.property(edition, moment, moment, (made, a, b) => {
      const { start, end } = moveSpan(made, { start: Math.min(a, b), end: Math.max(a, b) });
      expect(start).toBeLessThanOrEqual(end);
    }),
  );
});

test.each([
  [[], 'one or two moments'],
  [[1, 2, 3].map((n) => ({ written: n * 10, here: n * 10 })), 'one or two moments'],
  [
    [
      { written: 10, here: 12 },
      { written: 12, here: 14 },
    ],
    'at least 5 seconds apart',
  ],
  [
    [
      { written: 10, here: 12 },
      { written: 50, here: 152 },
    ],
    'do not fit together',
  ],
  [
    [
      { written: 10, here: 50 },
      { written: 50, here: 12 },
    ],
    'do not fit together',
  ],
])('Moments that tell nothing are refused (%#)', (anchors, wrong) => {
  expect(editionOf(anchors)).toEqual({ wrong: expect.stringContaining(wrong) });
});

const yaml = (anchors: string) =>
  `title: A film\nfps: 25\nlength: "1:00.0"\nstops:\n  the-ask: "0:20.0"\nanchors:\n${anchors}`;

test('A film’s stops, length, captions and a plan’s own times move by the line through its anchors', () => {
  const { manifest, problems } = readManifest(yaml('  "0:10.0": "0:22.0"\n  "0:50.0": "1:04.0"\n'));
  expect(problems).toEqual([]);
  expect(manifest?.stops['the-ask']).toBeCloseTo(32.5);
  expect(manifest?.length).toBeCloseTo(74.5);
  expect(
    readCues('WEBVTT\n\n00:10.000 --> 00:50.000\nHello\n', { edition: manifest?.edition })[0],
  ).toMatchObject({ start: 22, end: 64 });
  const named = [{ from: null, to: 'its-own' }];
  expect(
    manifest && timeParts(named, manifest, { from: 10, to: null, stops: { 'its-own': 50 } }).parts,
  ).toEqual([{ from: 22, to: 64 }]);
});

test('Anchors that cannot be used are reported with their line', () => {
  expect(readManifest(yaml('  "0:10.0": soon\n')).problems).toMatchObject([
    { code: 'film-anchors', line: 7 },
  ]);
  expect(readManifest(yaml('  "0:10.0": "0:22.0"\n  "0:11.0": "0:23.0"\n')).manifest).toBeNull();
});
