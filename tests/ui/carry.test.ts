import { expect, test } from 'vitest';
import { carried } from '../../src/ui/carry.ts';
import { carriedBy } from '../../src/site/carried.ts';

const PAGE = `<head>
  <link rel="stylesheet" crossorigin href="../assets/a-1.css">
  <script type="module" crossorigin src="../assets/a-2.js"></script>
  <link rel="modulepreload" crossorigin href="../assets/b-3.js">
</head><body><style>.said{}</style></body>`;
const STYLE = 'p{src:url(./f-4.woff2)}\n';
const SCRIPT = 'const at=`$&`;import(`./c-5.js`);\n';
const both = { style: true, script: true };
const textOf = (path: string) => (path.endsWith('.css') ? STYLE : SCRIPT);

test('a page carries its style and its script, and what these ask for is resolved from where the page is', () => {
  const page = carried(PAGE, both, textOf);
  expect(page).toContain('<style>p{src:url(../assets/f-4.woff2)}</style>');
  expect(page).toContain(
    '<script type="module">const at=`$&`;import(`../assets/c-5.js`);</script>',
  );
  expect(page).not.toMatch(/rel="|src="/);
});

test('what a script asks for before it loads another, its style above all, is resolved from where the page is, too', () => {
  const script =
    'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./d-6.js","./e-7.css"])))=>i.map(i=>d[i]);const at="./here";\n';
  expect(carried(PAGE, both, (path) => (path.endsWith('.css') ? STYLE : script))).toContain(
    'm.f=["../assets/d-6.js","../assets/e-7.css"]',
  );
  expect(carried(PAGE, both, (path) => (path.endsWith('.css') ? STYLE : script))).toContain(
    'const at="./here"',
  );
});

test('a style from a rule on is at the page’s end, before its script, and a policy names both', () => {
  const style = 'p{a:b}@media print{p{a:c}}.step a,.more a{a:d}';
  const made = (path: string) => (path.endsWith('.css') ? style : SCRIPT);
  const page = carried(PAGE, { ...both, later: '.step a' }, made);
  expect(page).toContain('<style>p{a:b}@media print{p{a:c}}</style>');
  expect(page).toMatch(
    /<svg class="unseen" aria-hidden="true"><style>\.step a,\.more a\{a:d\}<\/style><\/svg><script/,
  );
  expect(Object.keys(carriedBy(page)).toSorted()).toEqual(['later', 'script', 'style']);
  expect(carriedBy(page).later).not.toBe(carriedBy(page).style);
  expect(carriedBy(carried(PAGE, both, made)).later).toBeUndefined();
  expect(() => carried(PAGE, { ...both, later: '.gone' }, made)).toThrow('no rule begins with');
});

test('a style behind what it is for is all at the page’s end, hides that until it is read, and a policy names both', () => {
  const page = carried(PAGE, { style: { behind: '#a' }, script: true }, textOf);
  expect(page).toContain('<style>#a{visibility:hidden}</style><link rel="expect" href="#look"');
  expect(page).toMatch(
    /<svg id="look" class="unseen" aria-hidden="true"><style>p\{src:url\(\.\.\/assets\/f-4\.woff2\)\}\n#a\{visibility:visible\}<\/style><\/svg><script/,
  );
  expect(Object.keys(carriedBy(page)).toSorted()).toEqual(['later', 'script', 'style']);
});

test('a style that is carried has no token that nothing uses, and each that something does', () => {
  const style =
    ':root{--a:1px;--a-b:2px;--old:var(--older);--older:"x, y";--c:var(--a)}p{margin:var(--c);gap:var(--d,3px)}@media print{:root{--a:0;--a-b:1px}}';
  const used =
    ':root{--a:1px;--c:var(--a)}p{margin:var(--c);gap:var(--d,3px)}@media print{:root{--a:0;}}';
  expect(carried(PAGE, { style: true, script: false }, () => style)).toContain(
    `<style>${used}</style>`,
  );
  const anew =
    ':root{--a:1px;--b:2px}@media print{:root{--b:0}}:root{--a:3px}p{margin:var(--a) var(--b)}';
  expect(carried(PAGE, { style: true, script: false }, () => anew)).toContain(
    `<style>${anew.replace('--a:1px;', '')}</style>`,
  );
});

test.each([
  ['.button{a:b}.button--main:hover{background:#074a4d}', 'a state of a class'],
  ['.row.row--picked:after{content:"✓"}', 'a part of what a class names'],
  [
    '@media print{.step--tone:target~.step--line,.steps:not(:has(.step--tone:target)) .help{display:block}}',
    'on paper alone',
  ],
  ['p{a:b}.tab--open:not(.tab--last):hover{a:b}', 'first among classes'],
  [':root{--a:"x;y}"}p:after{content:var(--a)}', 'a token with signs of CSS in its words'],
  ['p{content:var( --a);--a:1px}', 'a token that is used after a space'],
])(
  'a style that is carried keeps its selectors and its used tokens letter by letter: %s (%s)',
  (style) => {
    expect(carried(PAGE, { style: true, script: false }, () => style)).toContain(
      `<style>${style}</style>`,
    );
  },
);

test('a token that is not used goes whole, whatever its words are', () => {
  const style = ':root{--a:"x;y}"}p{color:red}';
  expect(carried(PAGE, { style: true, script: false }, () => style)).toContain(
    '<style>p{color:red}</style>',
  );
});

test.each([
  ['@media print{p{a:b}:root{--a:2px}}', 'on paper'],
  ['@supports (a:b){@media print{p{a:b}}:root{--a:2px}}', 'in a browser that can'],
  ['@media screen{p{a:b;&:hover{a:b}}:root{--a:2px}}', 'after a rule within a rule'],
  ['.dark:root{--a:2px}', 'on a page of a kind'],
  ['@media screen and (prefers-color-scheme:dark){:root:root{--a:2px}}', 'in the dark'],
])(
  'a token that is set again only for some keeps what it is for everyone else: %s (%s)',
  (later) => {
    const style = `:root{--a:1px}${later}i{margin:var(--a)}`;
    expect(carried(PAGE, { style: true, script: false }, () => style)).toContain(
      `<style>${style}</style>`,
    );
  },
);

test('a page that carries its style alone asks for its script as before', () => {
  const asked: string[] = [];
  const page = carried(PAGE, { style: true, script: false }, (path) => {
    asked.push(path);
    return STYLE;
  });
  expect(asked).toEqual(['assets/a-1.css']);
  expect(page).toContain('src="../assets/a-2.js"');
  expect(page).toContain('href="../assets/b-3.js"');
});

test.each([
  ['const a = "</script>"', 'its script: there is “</”'],
  ['const a = "<!-- <script>"', 'its script: there is “</” or “<!--”'],
  ['import{t as e}from"./b-3.js";e()', 'it imports or exports'],
  ['e();\nimport"./b-3.js";', 'it imports or exports'],
  ['function a(){}\nexport{a as t};', 'it imports or exports'],
  // As a bundler writes it: all in one line.
  ['function a(){}export{a as t};', 'it imports or exports'],
  ['e();import"./b-3.js";', 'it imports or exports'],
])('what cannot be in a page stops its build: %s', (script, why) => {
  expect(() => carried(PAGE, both, (path) => (path.endsWith('.css') ? STYLE : script))).toThrow(
    why,
  );
});

test('a style that would end its element stops the build, too', () => {
  expect(() => carried(PAGE, both, () => 'p::after{content:"</style>"}')).toThrow('its style');
});

test('a style in a page’s head and the script that ends it are named by their hashes, and nothing between them is', () => {
  const { style, script } = carriedBy(carried(PAGE, both, textOf));
  expect([style, script]).toEqual([
    expect.stringMatching(/^sha256-.{44}$/),
    expect.stringMatching(/^sha256-.{44}$/),
  ]);
  expect(
    carriedBy(
      '<head><script type="module">said()</script></head><body><style>.said{}</style><script type="module">said()</script><p></p></body>',
    ),
  ).toEqual({});
  expect(carriedBy('')).toEqual({});
  const end = (script: string) =>
    `<body>${script}<script type="module">own()</script></body></html>`;
  expect(carriedBy(end('<script type="module">said()</script>'))).toEqual(carriedBy(end('')));
});

test('a script that runs at once is no module, has no names in common with the page, and is named by its hash', () => {
  const script = 'const at=import.meta.url;import(`./c-5.js`);\n';
  const page = carried(PAGE, { ...both, runs: 'at once' }, (path) =>
    path.endsWith('.css') ? STYLE : script,
  );
  expect(page).toContain(
    '<script>(()=>{"use strict";const at=document.baseURI;import(`../assets/c-5.js`);})()</script></body>',
  );
  expect(carriedBy(page).script).toMatch(/^sha256-.{44}$/);
});

test('what a page asks for that is served deeper than it was built is resolved from where it is served', () => {
  const script =
    'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./d-6.js"])))=>i.map(i=>d[i]);import(`./c-5.js`);\n';
  const page = carried(PAGE, { ...both, deeper: 1 }, (path) =>
    path.endsWith('.css') ? STYLE : script,
  );
  expect(page).toContain('url(../../assets/f-4.woff2)');
  expect(page).toContain('m.f=["../../assets/d-6.js"]');
  expect(page).toContain('import(`../../assets/c-5.js`)');
});

test('a script that is carried comes last, after all that is drawn', () => {
  expect(carried(PAGE, both, textOf)).toMatch(
    /<\/style><script type="module">[^<]*<\/script><\/body>$/,
  );
});
