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

  test('is given to six kinds of sheets', () => {
    const all = sheets.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    const kinds = all.matchAll(/body:has\(\.(\S+)\)/g);
    expect(new Set([...kinds].map(([, kind]) => kind))).toEqual(
      new Set([
        ...['sheet--work', 'sheet--brief', 'sheet--cut'],
        ...['sheet--a3', 'sheet--cards', 'slides-sheet'],
      ]),
    );
  });
});

/** What only has less space around it, or may stand alone at the head of a page, in a browser without `:has()`. What is lost there needs another way, or the same in `@supports not selector(:has(*))`. */
const FINER = [
  '.sheet__idea p:has(> img)',
  '.cut--scales .cut__card > p:has(+ .scale-slip):not(:nth-child(2))',
  '.sheet--handout > p:has(+ :is(.sheet__help, ul, ol, table))',
  '.sheet--handout > p:not(.write-on):has(+ .write-on)',
  '.sheet--handout > .write-lines + p:has(+ .sheet__help)',
  '.form-grid > .write-on:has( > :is([data-school=’name’], [data-school=’deputies’], [data-school=’boxPlace’]):not(:empty) )',
  '.sheet ul:has(> .tick)',
  '.paper-look:not([data-style=’large’], [data-style=’spaced’]) .sheet--handout .sheet__part:has(> .sheet__options)',
  '.paper-look[data-style=’spaced’] .sheet:has(.slip-counts)',
  '.sheet--handout table:has(tbody tr > td:first-child:empty)',
  '.sheet .tick:has(> .write-on)',
  '.paper-look[data-style=’large’] .sheet--handout .sheet__part:has(> .chat)',
  '.plan-slide:not(:has(> .plan-slide__notes))',
  '.notes-slide p:has(+ :is(ul, ol))',
  '.sheet .write-on:has(> [data-school]:not(:empty))',
  // On the board its slide is laid out by `:has()` as well.
  '.paper-slide .slide .chat--beside > li:has(.face)',
  '.paper-slide .slide .chat--beside > .chat__turn--right:has(.face)',
];
/** Said in another way for browsers without `:has()`, in the same file. */
const WITH_A_TWIN = ['.sheet--handout tr:not(:has(> :not(:empty))) td'];

test('No sheet says by :has() alone what it would lose in Firefox 115', () => {
  const all = sheets.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    return [...text.matchAll(/^([^{}@;]*:has\([^{}]*?)\s*\{/gm)].flatMap(([, selectors = '']) =>
      selectors
        .split(/,\s*\n(?=\S)/)
        .map((one) => one.replaceAll(/\s+/g, ' ').replaceAll("'", '’')),
    );
  });
  const found = all
    .map((one) => one.trim())
    .filter((one) => one.includes(':has(') && !/^(?:\.paper-look\S* )?body:has\(/.test(one));
  expect(found.toSorted()).toEqual([...FINER, ...WITH_A_TWIN].toSorted());
});

/** Each rule that names a page: `.sheet--work: work`. */
function pagesIn(css: string): string[] {
  return [...css.matchAll(/^\s*([^{}@]*\S) \{\s*page: ([\w-]+);/gm)].map(
    ([, selector, page]) => `${selector?.trim()}: ${page}`,
  );
}
