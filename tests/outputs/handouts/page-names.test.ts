import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../../src/outputs/handouts/', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

describe('The page that a sheet is printed on', () => {
  test.for(sheets)('%s gives it to browsers without :has(), too', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const [known = '', unknown = ''] = text.split('@supports not selector(:has(*))');
    expect(pagesIn(unknown)).toEqual(
      pagesIn(known).map((rule) => rule.replace(/body:has\((\S+)\)/, '$1')),
    );
  });

  test('is given to five kinds of sheets', () => {
    const all = sheets.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    const kinds = all.matchAll(/body:has\(\.(\S+)\)/g);
    expect(new Set([...kinds].map(([, kind]) => kind))).toEqual(
      new Set(['sheet--work', 'sheet--cut', 'sheet--a3', 'sheet--cards', 'slides-sheet']),
    );
  });
});

/** Each rule that names a page: `.sheet--work: work`. */
function pagesIn(css: string): string[] {
  return [...css.matchAll(/^\s*([^{}@]*\S) \{\s*page: ([\w-]+);/gm)].map(
    ([, selector, page]) => `${selector?.trim()}: ${page}`,
  );
}
