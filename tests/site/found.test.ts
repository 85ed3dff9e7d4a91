import { describe, expect, test } from 'vitest';
import { asFound, asLinked, searchFiles } from '../../src/site/found.ts';
import { UNLISTED } from '../../src/ui/shells.ts';

const page = `<head>${UNLISTED}<title>x</title></head>`;
const ADDRESS = 'https://help.example.org/us/';

describe('a page of a site for everyone', () => {
  test('that is there to be found says what it is, in one or two sentences that a search shows whole', () => {
    const made = asFound(page, { path: 'parents/index.html' }, { address: null });
    expect(made).not.toContain('noindex');
    for (const words of ['Sexting', 'nudes', 'AI fakes', 'sextortion, which is blackmail']) {
      expect(made).toContain(words);
    }
    expect(made).not.toContain('canonical');
    const [, description = ''] = /name="description" content="([^"]+)"/.exec(made) ?? [];
    expect(description.length).toBeLessThanOrEqual(170);
  });

  test('for young people has none of those words (M26)', () => {
    for (const path of ['comebacks/index.html', 'help/index.html']) {
      expect(asFound(page, { path }, { address: null })).not.toMatch(/sext|nude|porn/i);
    }
  });

  test('has its whole address, and a picture for a chat where there is one, once it is known where it will lie', () => {
    const made = asFound(
      page,
      { path: 'help/adults/index.html' },
      { address: ADDRESS, pictures: 'png' },
    );
    expect(made).toContain(
      '<link rel="canonical" href="https://help.example.org/us/help/adults/" />',
    );
    expect(made).toContain(
      'content="https://help.example.org/us/supporters/pictures/pressure-wide.png"',
    );
    expect(
      asFound(page, { path: 'index.html' }, { address: ADDRESS, pictures: 'svg' }),
    ).not.toContain('og:image');
  });

  test('of one lesson says to a chat what it is about, found or not, and is canonical where it may be found', () => {
    const link = { title: 'What your child saw: Fair play', description: 'A queue & a swing.' };
    const path = 'parents/fair-play/index.html';
    const made = asFound(page, { path, link }, { address: ADDRESS });
    expect(made).not.toContain('noindex');
    expect(made).toContain(
      '<link rel="canonical" href="https://help.example.org/us/parents/fair-play/" />',
    );
    const shared = asLinked(page, link);
    expect(shared).toContain(UNLISTED);
    for (const one of [made, shared]) {
      expect(one).toContain(
        '<meta property="og:title" content="What your child saw: Fair play" />',
      );
      expect(one).toContain('content="A queue &amp; a swing."');
    }
  });

  test('that says the same as another leads a search to that one', () => {
    const link = { title: 'What your child saw: Fair play', description: 'A queue.' };
    const placed = { path: 'parents/twin/index.html', canonical: 'parents/fair-play/index.html' };
    const made = asFound(page, { ...placed, link }, { address: ADDRESS });
    expect(made).toContain('canonical" href="https://help.example.org/us/parents/fair-play/"');
    expect(made).not.toContain('parents/twin');
  });

  test('that a young person may send on, or of another subject, has a picture that says nothing', () => {
    const dots = asFound(page, { path: 'comebacks/index.html' }, { address: ADDRESS });
    expect(dots).toMatch(
      /og:image" content="https:\/\/help\.example\.org\/us\/comebacks\/\S+-512\.png"/,
    );
    const link = { title: 'What your child learned: Kites', description: 'Wind.', isQuiet: true };
    const path = 'parents/kites/index.html';
    const made = asFound(page, { path, link }, { address: ADDRESS, pictures: 'png' });
    expect(made).toContain('-512.png');
    expect(made).not.toContain('pressure-wide');
  });

  test('stays out of searches where it is not there to be found', () => {
    for (const path of ['away/index.html', 'read/fair-play/index.html', 'print/slips/index.html']) {
      expect(asFound(page, { path }, { address: ADDRESS })).toBe(page);
    }
  });
});

test('A sitemap names those pages by their whole addresses, and robots.txt names the sitemap', () => {
  const [sitemap, robots] = searchFiles(ADDRESS);
  expect(sitemap?.text.match(/<loc>[^<]+/g)).toEqual(
    ['', 'comebacks/', 'help/', 'help/adults/', 'parents/', 'supporters/'].map(
      (path) => `<loc>${ADDRESS}${path}`,
    ),
  );
  const [withLessons] = searchFiles(ADDRESS, ['parents/fair-play/index.html']);
  expect(withLessons?.text).toContain(`<loc>${ADDRESS}parents/fair-play/</loc>`);
  expect(robots?.text).toContain('Sitemap: https://help.example.org/us/sitemap.xml');
});
