import { describe, expect, test } from 'vitest';
import { htmlReadings } from './html-readings.ts';
import { mayKnowTags, readsOtherThings } from './html-readers.ts';
import { readTree } from './read-tree.ts';

const scripts = readTree('src').filter(({ path }) => /\.tsx?$/.test(path));
const readers = scripts
  .map(({ path, text }) => ({ path, times: htmlReadings(path, text).length }))
  .filter(({ times }) => times > 0);

function isListed(path: string, list: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(list).some(
    (one) => path === one || (one.endsWith('/') && path.startsWith(one)),
  );
}

describe('HTML is read', () => {
  test('by the allow-list and by importers, and nowhere else', () => {
    const others = readers.filter(
      ({ path }) => !isListed(path, mayKnowTags) && !isListed(path, readsOtherThings),
    );
    expect(others).toEqual([]);
  });

  test('by everything that a list names, so that no list is longer than it must be', () => {
    for (const list of [mayKnowTags, readsOtherThings]) {
      const idle = Object.keys(list).filter(
        (one) => !readers.some(({ path }) => isListed(path, { [one]: '' })),
      );
      expect(idle).toEqual([]);
    }
  });
});

describe('the finder of what reads HTML', () => {
  test.for([
    'const part = html.replace(/<li>(.*?)<\\/li>/g, "$1");',
    'export const TAG = /<(\\/?)([a-z][a-z\\d]*)\\b[^>]*>/gi;',
    'export const words = html.replaceAll(/<[^<>]*>/g, "");',
    'export const threads = body.split("<ol class=\\"chat\\">");',
    'export const hasCards = body.includes(\'<div class="cards">\');',
    'export const step = / data-step="(\\d+)"/.exec(tag);',
    'export const alt = / alt="([^"]*)"/.exec(tag);',
    "export const plain = html.replaceAll('&quot;', '\"');",
    'export const end = html.indexOf(`</${name}`);',
    'export const tag = new RegExp("<(?:script|style)\\\\b", "i");',
    'export const comment = html.startsWith("<!--");',
    "export const isVoid = html.endsWith('<br />');",
  ])('finds it in `%s`', (line) => {
    expect(htmlReadings('planted.ts', line)).toHaveLength(1);
  });

  test.for([
    'export const made = html`<li class="tick">${words}</li>`;',
    'export const page = `<p>${words}</p>`;',
    'export const isLess = a < b && /a < b/.test(c);',
    'export const behind = /(?<=a)b|(?<name>c)|(?<!d)e/.exec(text);',
    "export const isMore = text.includes('<') || text.split(' < ').length > 1;",
    'export const space = pdf.match(/<<\\s*\\/MCID (\\d+)/);',
    "export const parts = list.includes('class');",
    'type Of<Kind extends string> = Extract<Node, { kind: Kind }>;',
  ])('lets `%s` be', (line) => {
    expect(htmlReadings('planted.ts', line)).toEqual([]);
  });
});
