import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWebVtt, readCues } from '../../src/film/vtt.ts';

test('cues are read as plain words with when they begin and end, whatever is round them', () => {
  const vtt =
    'WEBVTT - A film\r\n\r\nNOTE said by nobody\r\n\r\none\r\n00:03.500 --> 00:05.000 line:90%\r\n<v Sam>Hello &amp; <i>welcome</i>\r\nto you\r\n\r\n01:02:03.000 --> 01:02:04.000\r\nLate\r\n\r\n00:01.000 --> 00:02.000\r\n[music]\r\n\r\nsoon --> later\r\nNever\r\n';
  expect(readCues(vtt)).toEqual([
    { start: 1, end: 2, text: '[music]' },
    { start: 3.5, end: 5, text: 'Hello & welcome to you' },
    { start: 3723, end: 3724, text: 'Late' },
  ]);
});

test('a file is WebVTT when its first line says so', () => {
  expect(
    ['WEBVTT', '\uFEFFWEBVTT - ours\n', 'WEBVTTX', '1\n00:00:03,000 --> 00:00:09,960\nHello'].map(
      isWebVtt,
    ),
  ).toEqual([true, true, false, false]);
});

test('nothing throws, whatever the file holds', () => {
  const lines = fc
    .array(
      fc.oneof(
        fc.constantFrom('WEBVTT', '', '00:01.000 --> 00:02.000', '-->', '<v', '&lt;'),
        fc.string(),
      ),
    )
    .map((all) => all.join('\n'));
  fc.assert(fc.property(lines, (vtt) => void expect(readCues(vtt)).toBeInstanceOf(Array)));
});

test('every film here has captions and descriptions that can be read', () => {
  const media = new URL('../../media/', import.meta.url);
  for (const film of readdirSync(media)) {
    for (const name of readdirSync(new URL(`${film}/`, media)).filter((one) =>
      /^(?:captions|descriptions)\b.*\.vtt$/.test(one),
    )) {
      expect([
        name,
        readCues(readFileSync(new URL(`${film}/${name}`, media), 'utf8')).length > 5,
      ]).toEqual([name, true]);
    }
  }
});
