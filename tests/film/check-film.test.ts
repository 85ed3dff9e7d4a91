import { describe, expect, test } from 'vitest';
import { checkFilm, isSound, type FilmFolder } from '../../src/film/check-film.ts';
import type { FilmFacts, FilmPicture } from '../../src/film/film-facts.ts';
import { readManifest } from '../../src/film/manifest.ts';

const picture: FilmPicture = {
  codec: 'avc',
  profile: 'avc1.4d401e',
  width: 640,
  height: 360,
  rate: 25,
};
const facts: FilmFacts = {
  container: 'MP4',
  length: 20,
  isFast: true,
  isCut: false,
  video: picture,
  sound: 'aac',
};
const yaml = 'title: A film\nfps: 25\nlength: "0:20.0"\nstops:\n  the-ask: "0:08.0"\n';
const vtt = 'WEBVTT\n\n00:01.000 --> 00:07.000\nHello\n\n00:09.000 --> 00:19.000\nGoodbye\n';
const whole: FilmFolder = {
  folder: 'media/x',
  file: { kind: 'film', facts },
  read: readManifest(yaml),
  texts: { captions: vtt, chapters: vtt, descriptions: vtt },
};
const film = (change: Partial<FilmFacts>): Partial<FilmFolder> => ({
  file: { kind: 'film', facts: { ...facts, ...change } },
});
const drawn = (change: Partial<FilmPicture>) => film({ video: { ...picture, ...change } });
const captioned = (captions: string | null): Partial<FilmFolder> => ({
  texts: { ...whole.texts, captions },
});

/** Everything that is not well, by its code. */
function wrongIn(change: Partial<FilmFolder>): Readonly<Record<string, string>> {
  const findings = checkFilm({ ...whole, ...change }).filter(({ severity }) => severity !== 'well');
  return Object.fromEntries(
    findings.map(({ code, severity, found, todo, command }) => [
      code,
      [severity, found, todo, command].join(' | '),
    ]),
  );
}

test('A film that plays, stops and is captioned has nothing to put right', () => {
  expect(wrongIn({})).toEqual({});
  expect(isSound(checkFilm(whole))).toBe(true);
  expect(checkFilm(whole).map(({ found }) => found)).toContain(
    '25 frames a second, as film.yaml says.',
  );
});

describe('The check of a film finds', () => {
  test.each<[string, Partial<FilmFolder>, string, RegExp]>([
    [
      'a film that is not there',
      { file: { kind: 'missing' } },
      'film-missing',
      /^error .*Copy the film there/,
    ],
    ['an empty file', { file: { kind: 'empty' } }, 'film-empty', /^error/],
    [
      'a file that is no film',
      { file: { kind: 'unreadable' } },
      'film-unreadable',
      /^error .*ffmpeg -i "media\/x\/film\.mp4" -c:v libx264/,
    ],
    [
      'a codec that schools cannot play',
      drawn({ codec: 'hevc', profile: 'hvc1.1' }),
      'film-codec',
      /^error .*HEVC.*libx264/,
    ],
    ['H.264 of ten bits', drawn({ profile: 'avc1.6e0028' }), 'film-codec', /^error/],
    ['sound alone', film({ video: null }), 'film-picture', /^error/],
    ['a copy that was stopped', film({ isCut: true }), 'film-cut', /^error .*again, from where/],
    ['contents at the end', film({ isFast: false }), 'film-slow-start', /^warning .*faststart/],
    ['no sound track', film({ sound: null }), 'film-silent', /^warning/],
    ['Dolby sound', film({ sound: 'ac3' }), 'film-sound', /^error .*-c:v copy -c:a aac/],
    ['another frame rate', drawn({ rate: 24 }), 'film-rate', /^error .*Write “fps: 24”/],
    [
      'another length',
      film({ length: 26 }),
      'film-edition',
      /^error .*0:26 long and film\.yaml says 0:20.*anchors/,
    ],
    [
      'a film that ends before its last stop',
      film({ length: 7 }),
      'film-edition',
      /^error .*last stop is at 0:08/,
    ],
    ['a film without film.yaml', { read: null }, 'manifest-missing', /^error .*“fps: 25”/],
    [
      'a film.yaml without times',
      { read: readManifest('title: A film') },
      'manifest-times',
      /^error/,
    ],
    [
      'a broken film.yaml',
      { read: readManifest(yaml.replace('0:08.0', 'soon')) },
      'film-stops',
      /^error .*film\.yaml, line 5/,
    ],
    ['no captions', captioned(null), 'captions-missing', /^error .*WebVTT/],
    [
      'captions of another kind',
      captioned('1\n00:00:01,000 --> 00:00:02,000\nHi'),
      'captions-unreadable',
      /^error .*ffmpeg -i/,
    ],
    [
      'captions of another edition',
      captioned(vtt.replace('00:19', '09:19')),
      'captions-late',
      /^error .*anchors/,
    ],
    [
      'no descriptions',
      { texts: { ...whole.texts, descriptions: null } },
      'descriptions-missing',
      /^warning/,
    ],
  ])('%s', (_, change, code, words) => {
    expect(wrongIn(change)[code]).toMatch(words);
  });
});

test('Another edition that was placed by its anchors is no mistake, and its captions are looked at where they now are', () => {
  const read = readManifest(`${yaml}anchors:\n  "0:01.0": "0:07.0"\n`);
  expect(wrongIn({ ...film({ length: 30 }), read })).toEqual({});
  expect(Object.keys(wrongIn({ ...film({ length: 22 }), read }))).toEqual([
    'captions-late',
    'chapters-late',
    'descriptions-late',
  ]);
});
