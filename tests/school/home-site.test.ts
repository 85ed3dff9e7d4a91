import { describe, expect, test } from 'vitest';
import { homePageOf } from '../../src/school/home-site.ts';

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
