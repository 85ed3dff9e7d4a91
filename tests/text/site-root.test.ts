import { describe, expect, test } from 'vitest';
import { siteRoot } from '../../src/text/site-root.ts';

describe('the root of a site', () => {
  test.each([
    ['https://help.example.org/us/', ''],
    ['file:///C:/Wholeclass/', 'index.html'],
  ])('%s is found from a page at any depth, by its mark or its way out', (root, file) => {
    for (const page of ['help/', 'help/adults/', 'privacy/young-people/', 'parents/layouts/']) {
      const at = `${root}${page}${file}`;
      expect(siteRoot(at, `${root}${file}`, '.')).toBe(root);
      expect(siteRoot(at, `${root}away/${file}`, '..')).toBe(root);
    }
  });

  test('is one folder up where a page has no such link', () => {
    expect(siteRoot('file:///x/help/index.html', undefined, '..')).toBe('file:///x/');
    expect(siteRoot('https://example.org/privacy/#top', undefined, '.')).toBe(
      'https://example.org/',
    );
  });
});
