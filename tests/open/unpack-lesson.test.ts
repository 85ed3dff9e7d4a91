import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packLesson } from '../../src/open/pack-lesson.ts';
import { unpackLesson } from '../../src/open/unpack-lesson.ts';
import { movePictures } from '../../src/edit/move-pictures.ts';
import { PNG } from './small-pictures.ts';
import { withSize } from './zip-size.ts';

const TEXT = '# Soil\n\n![A jar](soil/jar.png)\n';
const MEDIA = [{ path: 'soil/jar.png', bytes: PNG }];

function packed(files: Zippable = {}): Uint8Array {
  const made = unzipSync(packLesson({ slug: 'soil', text: TEXT }, MEDIA));
  return zipSync({ ...made, ...files });
}

function why(bytes: Uint8Array): string {
  const read = unpackLesson(bytes);
  return read.kind === 'not-opened' ? `${read.code}: ${read.message}` : read.kind;
}

describe('a lesson as one file', () => {
  test('has the text and the pictures that were packed, laid out as a folder of lessons', () => {
    const bytes = packLesson({ slug: 'soil', text: TEXT }, MEDIA);
    expect(Object.keys(unzipSync(bytes))).toEqual([
      'wholeclass.json',
      'soil.md',
      'media/soil/jar.png',
    ]);
    expect(unpackLesson(bytes)).toEqual({
      kind: 'unpacked',
      text: TEXT,
      media: MEDIA,
      leftOut: [],
      films: [],
    });
  });

  test('has what is said of its film, in the folder of that film', () => {
    const film = { film: 'worms', yaml: 'title: Worms\n', captions: 'WEBVTT\n' };
    const silent = { film: 'soil-2', yaml: 'title: Soil\n', captions: null };
    const bytes = packLesson({ slug: 'soil', text: TEXT }, MEDIA, [film, silent]);
    expect(Object.keys(unzipSync(bytes)).slice(3)).toEqual([
      'media/worms/film.yaml',
      'media/worms/captions.en.vtt',
      'media/soil-2/film.yaml',
    ]);
    expect(unpackLesson(bytes)).toMatchObject({ films: [film, silent] });
  });

  test.for([
    ['is no text', { 'media/worms/film.yaml': new Uint8Array([0xff, 0xfe]) }],
    ['is far too long', { 'media/worms/film.yaml': strToU8('x'.repeat(300_000)) }],
    ['lies somewhere else', { 'media/worms/more/film.yaml': strToU8('title: x') }],
    ['has a name that is no folder of ours', { 'media/Worms_1/film.yaml': strToU8('title: x') }],
  ] as const)('is opened without what is said of a film that %s', ([, files]) => {
    expect(unpackLesson(packed(files))).toMatchObject({ kind: 'unpacked', films: [] });
  });

  test('that does not say its version, or a newer one, is not opened', () => {
    const none = unzipSync(packed());
    delete none['wholeclass.json'];
    expect(why(zipSync(none))).toMatch(/^other-kind: .*no lesson that Wholeclass saved/);
    expect(why(packed({ 'wholeclass.json': strToU8('{"v":2,"lesson":"soil.md"}') }))).toMatch(
      /^other-kind: .*a newer Wholeclass/,
    );
    for (const wrong of ['', '{}', '[]', '{"v":1}', '{"v":"1","lesson":"soil.md"}', 'null']) {
      const bytes = packed({ 'wholeclass.json': strToU8(wrong) });
      expect([wrong, why(bytes)]).toEqual([wrong, expect.stringMatching(/^damaged-file: /)]);
    }
  });

  test.for(['../soil.md', 'media/../../x.png', '/etc/x.png', 'C:/x.png', '..\\x.png'])(
    'with a file that leads to %j is not opened',
    (name) => {
      expect(why(packed({ [name]: PNG }))).toMatch(/^unsafe-file: /);
    },
  );

  test('whose lesson is elsewhere, missing or no text is not opened', () => {
    for (const lesson of ['../soil.md', 'media/soil.md', 'other.md', 'wholeclass.json']) {
      const bytes = packed({ 'wholeclass.json': strToU8(JSON.stringify({ v: 1, lesson })) });
      expect([lesson, why(bytes)]).toEqual([lesson, expect.stringMatching(/^damaged-file: /)]);
    }
    expect(why(packed({ 'soil.md': new Uint8Array([0xff, 0xfe]) }))).toMatch(/^damaged-file: /);
  });

  test('with two files of one name, too many or without an end is not opened', () => {
    const twice = packed({ 'media/soil/jbr.png': PNG });
    const name = new TextEncoder().encode('jbr.png');
    for (let at = 0; at < twice.length; at += 1) {
      if (name.every((one, nth) => twice[at + nth] === one)) twice.set([97], at + 1);
    }
    expect(why(twice)).toMatch(/^unsafe-file: .*two files of one name/);
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, at) => [`media/soil/${at}.png`, PNG] as const),
    );
    expect(why(packed(many))).toMatch(/^too-large: /);
    const whole = packed();
    expect(why(whole.subarray(0, whole.length - 30))).toMatch(/^damaged-file: /);
    expect(why(strToU8('# Soil'))).toMatch(/^damaged-file: /);
  });

  test('with a picture that is too large is opened with all the others, and says which, why and what to do', () => {
    const bytes = withSize(
      packed({ 'media/soil/large.png': PNG }),
      'media/soil/large.png',
      31_000_000,
    );
    expect(unpackLesson(bytes)).toEqual({
      kind: 'unpacked',
      text: TEXT,
      media: MEDIA,
      leftOut: [
        {
          path: 'soil/large.png',
          why: 'it has 31.0 MB, and 30.0 MB is the limit: make it smaller, and add it again',
        },
      ],
      films: [],
    });
  });

  test('gives no more of it than the text, what may be a picture and what is said of a film', () => {
    const read = unpackLesson(
      packed({
        'media/soil/page.html': strToU8('<script>'),
        'media/soil/film.yaml': strToU8('title: x'),
        'other/jar.png': PNG,
        'media/soil/': new Uint8Array(),
      }),
    );
    expect(read).toEqual({
      kind: 'unpacked',
      text: TEXT,
      media: MEDIA,
      leftOut: [],
      films: [{ film: 'soil', yaml: 'title: x', captions: null }],
    });
  });
});

describe('a picture that moves to another path', () => {
  const moved = new Map([
    ['soil/jar.png', 'ice/a.png'],
    ['soil/my jar.png', 'ice/b.png'],
  ]);

  test.for([
    ['![A](soil/jar.png "small")', '![A](ice/a.png "small")'],
    ['![A](../media/soil/jar.png)', '![A](ice/a.png)'],
    ['![A](media/soil/jar.png)', '![A](ice/a.png)'],
    ['<img src="./soil/jar.png">', '<img src="ice/a.png">'],
    ['![A](soil/my%20jar.png) ![B](<soil/my jar.png>)', '![A](ice/b.png) ![B](<ice/b.png>)'],
    ['[a]: soil/jar.png', '[a]: ice/a.png'],
    ['See soil/jar.png.', 'See ice/a.png.'],
  ] as const)('is found in %j', ([before, after]) => {
    expect(movePictures(before, moved)).toBe(after);
  });

  test.for([
    '![A](subsoil/jar.png)',
    '![A](soil/jar.png.webp)',
    '![A](soil/jar-2.png)',
    '![A](x/soil/jar.png)',
  ])('is not taken for the one in %j', (text) => {
    expect(movePictures(text, moved)).toBe(text);
  });
});
