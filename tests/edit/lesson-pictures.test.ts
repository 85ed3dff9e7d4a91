import { describe, expect, test } from 'vitest';
import {
  isPicturePath,
  picturePath,
  picturesIn,
  picturesInJson,
  savedWithout,
} from '../../src/edit/lesson-pictures.ts';

const MARK = () => 'k7x2p9qd';

describe('the path of a picture that was put into a lesson', () => {
  test.for([
    ['Jar of ice.JPG', 'ice', 'ice/jar-of-ice.k7x2p9qd.webp'],
    ['C:\\photos\\jar.png', 'ice', 'ice/jar.k7x2p9qd.webp'],
    ['../../etc/passwd', 'ice', 'ice/passwd.k7x2p9qd.webp'],
    ['con.png', 'ice', 'ice/picture.k7x2p9qd.webp'],
    ['лёд.png', 'ice', 'ice/picture.k7x2p9qd.webp'],
    [`${'a'.repeat(39)}-b.png`, 'ice', `ice/${'a'.repeat(39)}.k7x2p9qd.webp`],
    ['jar.png', '../..', 'my-lesson/jar.k7x2p9qd.webp'],
    ['jar.png', 'con', 'my-lesson/jar.k7x2p9qd.webp'],
  ] as const)('of %j in %j is %j', ([name, slug, path]) => {
    expect(picturePath(slug, { name, ending: 'webp' }, MARK)).toBe(path);
    expect(isPicturePath(path)).toBe(true);
  });

  test('takes another mark where the first might be read as a word or a date', () => {
    const marks = ['20240101', 'k7x2p9qd'];
    const path = picturePath('ice', { name: 'a', ending: 'gif' }, () => marks.shift() ?? '');
    expect(path).toBe('ice/a.k7x2p9qd.gif');
  });

  test.for([
    'ice/jar.webp',
    'ice/jar.20240101.webp',
    'ice/jar.k7x2p9qd.svg',
    'ice/jar.k7x2p9qd.webp.md',
    'ice/jar.k7x2p9qd',
    'ice/Jar.k7x2p9qd.webp',
    'ice/.k7x2p9qd.webp',
    'ice/../jar.k7x2p9qd.webp',
    '../jar.k7x2p9qd.webp',
    'jar.k7x2p9qd.webp',
    'ice/a/jar.k7x2p9qd.webp',
    'ice\\jar.k7x2p9qd.webp',
    'con/jar.k7x2p9qd.webp',
    'ice/nul.k7x2p9qd.webp',
    'ice/jar.k7x2p9qd.webp\n',
    '',
  ])('is not %j', (path) => {
    expect(isPicturePath(path)).toBe(false);
  });
});

test('finds each picture of a text once, however its address is written, and no other', () => {
  const jar = 'ice/jar.k7x2p9qd.webp';
  const map = 'ice/map.b2222222.png';
  const text = `![A](${jar}) ![B](../media/${map} "small") <img src="${jar}" alt="A">
![C](pictures/phone.svg) ![D](ice/jar.20240101.png) x${jar}x ![E](<${map}>)`;
  expect(picturesIn(text)).toEqual([jar, map]);
  expect(picturesIn('a-'.repeat(1_000_000)).length).toBe(0);
});

describe('pictures that texts within JSON show', () => {
  test.for(['', '\n', '\t', '"', '\\', '\u0001'])('are found behind %j', (before) => {
    const path = 'ice/jar.k7x2p9qd.webp';
    expect(picturesInJson(JSON.stringify({ text: `${before}${path}\n` }))).toEqual([path]);
  });
});

test('a copy that was saved without some of its pictures says how many', () => {
  expect([0, 1, 2].map(savedWithout)).toEqual([
    '',
    'Saved without 1 picture: it can’t be reached now.',
    'Saved without 2 pictures: they can’t be reached now.',
  ]);
});
