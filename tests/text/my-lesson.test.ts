import { expect, it } from 'vitest';
import {
  addressOfMine,
  idOfMine,
  idOfShipped,
  shippedOf,
  slugOfMine,
} from '../../src/text/my-lesson.ts';
import { slugOfDeskKey } from '../../src/text/browser-keys.ts';
import { isSlug } from '../../src/site/lessons.ts';

const ID = 'V1StGXR8_Z5jdHi6B-myT';

it('the slug of a lesson of one’s own gives its name back, and is the name of no file', () => {
  expect(idOfMine(slugOfMine(ID))).toBe(ID);
  expect(idOfMine('my-lesson')).toBeNull();
  expect(idOfMine('for-the-whole-world-to-see')).toBeNull();
  expect(isSlug(slugOfMine(ID))).toBe(false);
  expect(isSlug('my_lesson')).toBe(false);
  // A lesson of the site with a film of this browser is one of its own, too.
  const shipped = slugOfMine(idOfShipped('fair-play'));
  expect(shippedOf(shipped)).toBe('fair-play');
  expect(shippedOf(slugOfMine(ID))).toBeNull();
  expect(addressOfMine(`../../print/${shipped}/worksheet/`)).toBe(
    '../../print/my_lesson/sheet/?lesson=site_fair-play&sheet=worksheet',
  );
});

it.for([
  [`../../present/my_lesson_${ID}/`, `../../present/my_lesson/?lesson=${ID}`],
  [`../present/my_lesson_${ID}/?rehearse`, `../present/my_lesson/?lesson=${ID}&rehearse`],
  [
    `../../print/my_lesson_${ID}/worksheet/index.html?a-page=2#foot`,
    `../../print/my_lesson/sheet/index.html?lesson=${ID}&sheet=worksheet&a-page=2#foot`,
  ],
  [`../approve/my_lesson_${ID}/#link`, `../approve/my_lesson/?lesson=${ID}#link`],
  ['../../present/fair-play/?rehearse', '../../present/fair-play/?rehearse'],
  ['../../edit/?lesson=my_lesson_1', '../../edit/?lesson=my_lesson_1'],
] as const)('the address %s leads to %s', ([address, to]) => {
  expect(addressOfMine(address)).toBe(to);
});

it('a lesson of one’s own that runs is found among what a browser stores', () => {
  expect(slugOfDeskKey(`wholeclass:/site/:${slugOfMine(ID)}:present`, '/site/')).toBe(
    slugOfMine(ID),
  );
  expect(slugOfDeskKey('wholeclass:/site/:my_lesson_../x:present', '/site/')).toBeNull();
});
