import { expect, test } from 'vitest';
import { findSlides } from '../../../src/pages/present/session/find-slides.ts';

const slides = [
  { id: 'title', n: 1, heading: 'Pressure', words: 'Pressure, and who can help' },
  { id: 'help', n: 2, heading: 'Who can help', words: 'Childline' },
  { id: 'myth', n: 12, heading: 'Myth or fact?', words: 'It’s normal to ask 2 times' },
];
const ids = (typed: string) => findSlides(slides, typed).map(({ id }) => id);

test('a number alone finds the slide with that number and no other', () => {
  expect(ids('12')).toEqual(['myth']);
  expect(ids(' 2 ')).toEqual(['help']);
  expect(ids('3')).toEqual([]);
});

test('words are found on a slide in any case and order, those in a heading first', () => {
  expect(ids('HELP who')).toEqual(['help', 'title']);
  expect(ids("it's ask")).toEqual(['myth']);
  expect(ids('help fact')).toEqual([]);
});

test('nothing typed finds nothing', () => {
  expect(ids('  ')).toEqual([]);
});
