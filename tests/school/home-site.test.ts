import { describe, expect, test } from 'vitest';
import { homePageOf, homeSiteOnSlide, WIDEST_ON_SLIDE } from '../../src/school/home-site.ts';

describe('a page of a school’s site for home', () => {
  test.each([
    [
      'help.example.org',
      'parents/ice/',
      'help.example.org/parents/ice',
      'https://help.example.org/parents/ice/',
    ],
    ['https://example.org/home/', '', 'example.org/home', 'https://example.org/home/'],
    ['example.org/home', 'help/', 'example.org/home/help', 'https://example.org/home/help/'],
  ])('on “%s” at “%s” is written short, and leads there', (homeSite, path, shown, href) => {
    expect(homePageOf({ homeSite }, path)).toEqual({ shown, href });
  });

  test.each(['', 'ask at the office', 'me@example.org', 'example.org/?page=2', 'nowhere'])(
    'is nowhere where “%s” was typed',
    (homeSite) => expect(homePageOf({ homeSite }, 'parents/')).toBeNull(),
  );
});

test('a slide has an address as wide as it was measured with, and no wider one', () => {
  expect(homeSiteOnSlide({ homeSite: WIDEST_ON_SLIDE })).toBe(WIDEST_ON_SLIDE);
  expect(homeSiteOnSlide({ homeSite: `m${WIDEST_ON_SLIDE}` })).toBe('');
  expect(homeSiteOnSlide({ homeSite: '' })).toBe('');
});
