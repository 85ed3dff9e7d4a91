import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addresses } from '../../src/help/addresses.ts';
import { isCitable, servicesOf, staleOf } from '../../src/help/known-contacts.ts';
import { isForPupils } from '../../src/help/services.ts';
import { htmlFindings } from '../html-findings.ts';
import { chosenOf } from '../thorough.ts';
import { addressesIn, builtSite, deadEnd, deadEnds, fileAt, type BuiltSite } from './built-site.ts';
import { untold } from './links-told.ts';
import { contactsOf, foreignIn, lapsedIn, pupilPages } from './site-words.ts';

const LESSON = 'for-the-whole-world-to-see';

let site: BuiltSite;
let texts: ReadonlyMap<string, string>;
let forPupils: ReadonlySet<string>;

// The site as it ships, every lesson of it.
beforeAll(async () => {
  site = await builtSite(false);
  const written = [...site.files].filter((path) =>
    /\.(?:html|js|css|json|svg|vtt|webmanifest)$/.test(path),
  );
  texts = new Map(written.map((path) => [path, site.text(path)]));
  forPupils = new Set(pupilPages(texts));
  // Only against one that hangs: the whole site is made, on a machine that may be busy.
}, 240_000);
afterAll(() => site.remove());

test('no address on any page of the site leads nowhere, to another site, or to a place that its page does not have', () => {
  expect(site.pages.size).toBeGreaterThan(200);
  expect(deadEnds(site)).toEqual([]);
});

/** Of each kind of page, whichever lesson it is of, the one with the most in it. */
function fullestPages(): ReadonlySet<string> {
  const slugs = readdirSync('lessons').map((name) => name.replace(/\.md$/, ''));
  const kindOf = (path: string) =>
    path
      .split('/')
      .map((part) => (slugs.includes(part) ? '*' : part))
      .join('/');
  const fullest = new Map<string, string>();
  for (const [path, page] of site.pages) {
    const known = fullest.get(kindOf(path));
    if (page.length > (site.pages.get(known ?? '')?.length ?? 0)) fullest.set(kindOf(path), path);
  }
  return new Set(fullest.values());
}

test('each kind of page of the site keeps the rules of HTML, every one of them in a thorough run: every sheet of every lesson, every board', async () => {
  const fullest = fullestPages();
  expect(fullest.size).toBeGreaterThan(40);
  const found: string[] = [];
  // Every fourth one, of sheets every sixth.
  const some = [...fullest].filter((path, place) => {
    const by = path.startsWith('print/') ? 6 : 4;
    return place % by === 0;
  });
  for (const [path, page] of chosenOf([...site.pages], ([one]) => some.includes(one))) {
    found.push(...(await htmlFindings(page, path)));
  }
  expect(found).toEqual([]);
});

test('the paper that the page “Print” lays out has its pictures where that page finds them', () => {
  const mains = [...site.files].filter((path) => path.endsWith('sheets.json'));
  const dead = mains.flatMap((path) =>
    Object.values(JSON.parse(site.text(path)) as Readonly<Record<string, string>>).flatMap((main) =>
      addressesIn(main).filter(
        (address) =>
          !address.startsWith('#') && deadEnd(site, 'print/index.html', address) !== null,
      ),
    ),
  );
  expect(mains.length).toBeGreaterThan(10);
  expect(dead).toEqual([]);
});

test('no page of the site has a script or a style in it that its own policy would refuse', () => {
  const refused = [...site.pages].flatMap(([path, page]) => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const isLet = (kind: string, text: string) => {
      const rule = policy.split('; ').find((one) => one.startsWith(kind));
      return (
        rule?.includes(`'sha256-${createHash('sha256').update(text).digest('base64')}'`) === true
      );
    };
    const body = page
      .replaceAll(/<script type="application\/json"[^>]*>[^]*?<\/script>/g, '')
      .replaceAll(/<style>([^]*?)<\/style>/g, (whole, style: string) =>
        isLet('style-src', style) ? '' : whole,
      )
      .replaceAll(/<script(?: type="module")?>([^]*?)<\/script>/g, (whole, script: string) =>
        isLet('script-src', script) ? '' : whole,
      );
    const found =
      body.match(/<style\b|<script(?![^>]*\ssrc=)[^>]*>|<[a-z][^>]*\s(?:style|on[a-z]+)=/g) ?? [];
    return found.map((what) => `${path}: ${what}`);
  });
  expect(refused).toEqual([]);
});

test('a first visit to the comebacks is at most four files without fonts and pictures, of at most 60 kB compressed', () => {
  const page = site.pages.get('comebacks/index.html') ?? '';
  const needed = addressesIn(page).map((address) => fileAt('comebacks/index.html', address));
  const asked = [
    'comebacks/index.html',
    ...new Set(needed.filter((path) => /\.(?:js|css)$/.test(path))),
  ];
  expect(asked.length).toBeLessThanOrEqual(4);
  const bytes = asked.map((path) => brotliCompressSync(site.text(path)).length);
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThan(60_000);
});

const readTexts = () => [...texts.keys()].filter((path) => /\.(?:html|json|vtt)$/.test(path));

test('the one list gives every address with its owner, audience, use, and when its facts were read', () => {
  expect(addresses.length).toBeGreaterThan(30);
  for (const { address, owner, audience, use, checked } of addresses) {
    for (const field of [address, owner, audience, use]) expect(field).toMatch(/\S/);
    expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

test('M24: every number and address on every page, in its data and in films’ words is on the list, and none is out of date', () => {
  expect(readTexts().length).toBeGreaterThan(300);
  const off = readTexts().flatMap((path) =>
    contactsOf(texts, path)
      .filter((one) => staleOf(one) !== null || (servicesOf(one).length === 0 && !isCitable(one)))
      .map(({ words: found }) => `${path}: ${found}`),
  );
  expect(off).toEqual([]);
});

test('M21: what children read has no address that is for adults alone, and no source that gives no help', () => {
  expect(forPupils.size).toBeGreaterThan(40);
  expect([...forPupils].filter((path) => !texts.has(path))).toEqual([]);
  const wrong = [...forPupils].flatMap((path) =>
    contactsOf(texts, path)
      .filter((one) => !servicesOf(one).some(isForPupils))
      .map(({ words: found }) => `${path}: ${found}`),
  );
  expect(wrong).toEqual([]);
});

test('M24: the addresses of 2016, and other lapsed ones are in no file of the site', () => {
  expect(lapsedIn(texts)).toEqual([]);
});

test('no script, style or picture has an address of another site in it that is not on the list', () => {
  expect(foreignIn(texts)).toEqual([]);
});

test('a lapsed name or a foreign address is found in every file but the one that refuses or names it: in the editor’s own script and pages too', () => {
  const planted = ['edit/index.html', `edit/${LESSON}/index.html`, 'assets/edit-Ab1-.js'];
  const near = ['assets/reader-worker-Ab1.css', 'assets/reader-worker.js', 'reader-worker-A.js'];
  for (const path of [...planted, ...near, 'assets/my-school-Ab1.js']) {
    expect(lapsedIn(new Map([[path, 'see thinkuknow.co.uk']]))).toEqual([path]);
    expect(foreignIn(new Map([[path, 'https://github.com/markdown-it/markdown-it']]))).toHaveLength(
      1,
    );
  }
  const worker = 'assets/reader-worker-Ab1.js';
  expect(foreignIn(new Map([[worker, 'https://github.com/markdown-it/other']]))).toHaveLength(1);
});

test('the script with the words of the checks is asked for where lessons of one’s own are written, taught and printed, and by no board', () => {
  // The lists of what is stored for a room without a network have whatever any page may ask for, and ask for nothing.
  const asks = [...texts].filter(([path]) => !/(?:^|\/)offline\.js(?:on)?$/.test(path));
  const naming = (path: string) =>
    asks.filter(([, text]) => text.includes(path.slice('assets/'.length))).map(([one]) => one);
  const workers = [...texts.keys()].filter((path) =>
    /^assets\/(?:reader|my-lesson)-worker-[\w-]+\.js$/.test(path),
  );
  expect(workers.length).toBeGreaterThan(0);
  // All that asks for it, for what asks for it, and so on.
  const asking = new Set(workers);
  for (const path of asking) {
    if (path.startsWith('assets/')) for (const one of naming(path)) asking.add(one);
  }
  const pages = [...asking].filter((path) => !path.startsWith('assets/'));
  expect(pages.length).toBeGreaterThan(10);
  const may =
    /^(?:edit\/(?:[a-z0-9-]+\/)?|print\/|(?:lesson|present|read|print|approve)\/my_lesson\/(?:[a-z]+\/)?)index\.html$/;
  expect(pages.filter((path) => !may.test(path))).toEqual([]);
  expect(pages).toContain('present/my_lesson/index.html');
  expect(pages).toContain('print/index.html');
});

test('no link on what children read leads away, rings or writes without saying where', () => {
  expect(
    [...forPupils].flatMap((path) =>
      untold(texts.get(path) ?? '').map((link) => `${path}: ${link}`),
    ),
  ).toEqual([]);
});

test('such a link is found: one that hides where it leads, one without whose site it is, a number that is another than it rings', () => {
  const markup =
    '<a href="https://childline.org.uk">childline.org.uk, opens Childline’s own site</a> <a href="tel:08001111">0800 1111</a> <a href="https://www.childline.org.uk/a/">Report Remove (childline.org.uk), opens Childline’s own site</a>';
  expect(untold(`${markup} <a href="../help/">Help</a> <a href="#talk">Talk</a>`)).toEqual([]);
  for (const link of [
    '<a href="https://childline.org.uk">Talk to somebody</a>',
    '<a href="https://childline.org.uk">childline.org.uk</a>',
    '<a href="https://www.childline.org.uk/a/">Report Remove, opens Childline’s own site</a>',
    '<a class="x" href="//childline.org.uk">opens Childline’s own site</a>',
    '<a href="tel:08001111">Ring</a>',
    '<a href="tel:08001111">0800 1112</a>',
    '<a href="mailto:help@nspcc.org.uk">Write</a>',
    '<a href="sms:85258">Text</a>',
    '<a href="https://childline.org.uk"><b>elsewhere.org, opens Childline’s own site</b></a>',
  ]) {
    expect(untold(link)).toHaveLength(1);
  }
});
