import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shells, styleFirst, wholeShell, UNLISTED } from '../../src/ui/shells.ts';

const pages = fileURLToPath(new URL('../../src/pages/', import.meta.url));
const all = globSync('**/index.html', { cwd: pages }).map((path) => ({
  path: `/${path}`,
  text: readFileSync(pages + path, 'utf8'),
}));
const whole = (path: string) =>
  wholeShell(all.find((shell) => shell.path === path)?.text ?? '', path);
const here = (path: string) =>
  [...whole(path).matchAll(/href="([^"]+)" aria-current="page">([^<]+)</g)].map(([, to, words]) => [
    to,
    words,
  ]);

describe('the shells of pages', () => {
  it('say nothing themselves that every page says', () => {
    expect(all.length).toBeGreaterThan(18);
    for (const { path, text } of all) {
      expect([path, text.match(/charset|name="viewport"|name="robots"|theme-color/g)]).toEqual([
        path,
        null,
      ]);
      expect([path, text.match(/<!--part:(?:quiet-|site-|steps-)?head-->/g)]).toEqual([
        path,
        [expect.any(String)],
      ]);
    }
  });

  it('say on their root that they are set as paper is, where they are one sheet that a layout is chosen for', () => {
    const sheets = all.filter(
      ({ path, text }) =>
        /<!--part:(?:paper|plan)-look-->/.test(text) && path !== '/print/desk/index.html',
    );
    expect(sheets.map(({ path }) => path).toSorted()).toEqual([
      '/lesson/index.html',
      '/lesson/own/index.html',
      '/print/index.html',
      '/print/own/index.html',
    ]);
    for (const { path, text } of sheets) {
      expect([path, text]).toEqual([
        path,
        expect.stringContaining('<html lang="en-GB" class="paper-look">'),
      ]);
    }
  });

  it('are whole as they are built: one encoding, one width, one icon at most, a title, and no part left open', () => {
    for (const { path, text } of all) {
      const made = shells.transformIndexHtml.handler(text, { path });
      const count = (part: RegExp) => [path, String(part), made.match(part)?.length ?? 0];
      for (const part of [
        /<meta charset="utf-8" \/>/g,
        /<meta name="viewport"/g,
        /<title>/g,
        /<link rel="icon"/g,
      ]) {
        expect(count(part)).toEqual([path, String(part), 1]);
      }
      expect(count(/<!--part:/g)[2]).toBe(0);
      expect(made.indexOf('charset')).toBeLessThan(made.indexOf('<title>'));
    }
  });

  it('load their style sheets from where they are, each once', () => {
    for (const { path } of all) {
      const sheets = [...whole(path).matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(
        ([, href = '']) => new URL(href, `file://${pages}${path.slice(1)}`).pathname,
      );
      expect(new Set(sheets).size).toBe(sheets.length);
      for (const sheet of sheets) {
        expect([path, readFileSync(sheet, 'utf8').length > 0]).toEqual([path, true]);
      }
    }
  });

  it('lead to the staff’s pages from where they are, and say which one this is', () => {
    expect(here('/index.html')).toEqual([['./', 'Lessons']]);
    expect(here('/print/desk/index.html')).toEqual([['../../print/', 'Print']]);
    expect(here('/school/index.html')).toEqual([['../school/', '{{Your school}}']]);
    expect(here('/print/index.html')).toEqual([]);
    expect(whole('/print/index.html')).toMatch(
      /<!--staff-->\s*<nav[^]*<a href="\.\.\/school\/">\{\{Your school\}\}<\/a>\s*<\/nav>\s*<!--\/staff-->/,
    );
  });

  it('are found by no search, until a site for everybody says so of its pages for home', () => {
    expect(all.filter(({ path }) => !whole(path).includes(UNLISTED))).toEqual([]);
  });

  it('ask for what they look like before what runs in them, each in its order', () => {
    const page =
      '<head>\n  <script type="module" src="a.js"></script>\n  <link rel="modulepreload" href="b.js">\n  <link rel="stylesheet" href="c.css">\n  <link rel="stylesheet" href="d.css">\n</head>\n';
    expect(styleFirst(page).match(/[abcd]\.(?:js|css)/g)).toEqual([
      'c.css',
      'd.css',
      'a.js',
      'b.js',
    ]);
    expect(styleFirst(page).length).toBe(page.length);
    const without = '<head>\n  <link rel="stylesheet" href="c.css">\n</head>\n';
    expect(styleFirst(without)).toBe(without);
  });

  it('name a part that there is not with its page', () => {
    expect(() => wholeShell('  <!--part:nothing-->', '/help/index.html')).toThrow(
      '/help/index.html: there is no part “nothing” of shells',
    );
  });
});
