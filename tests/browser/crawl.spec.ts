import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { expect, test, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { awayWrong } from '../cli/away-link.ts';
import { addressesIn } from '../cli/built-site.ts';
import { chosenOf } from '../thorough.ts';
import { axeFindings, rest } from './axe-findings.ts';
import { ownFolder } from './own-folder.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';

/** Under a path, as in a council's site that holds other things too. */
const UNDER = '/schools/lessons/';

/** Pages that nothing leads to by a link, and why. */
const UNLINKED: Readonly<Record<string, string>> = {
  'no-network/': 'a browser without a network is led there by the service worker',
  'lesson/my_lesson/': 'My lessons lead to it once one is written in this browser',
  'present/my_lesson/': 'the page of such a lesson leads to it',
  'board/my_lesson/': 'its presenter opens it in a window of its own',
  'read/my_lesson/': 'the page of such a lesson leads to it',
  'print/my_lesson/sheet/': 'the page of such a lesson leads to it',
  'approve/my_lesson/': 'the page of a lesson with a film of this browser leads to it',
  [`board/${LESSON}/`]: 'the presenter opens it in a window of its own',
  'print/camera-cards/':
    '“Print” leads to it for a lesson of another subject, and this site has none',
};

/** A page that shows other links with another choice. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'print/': ['?lesson=school', '?print=everything'],
};

/** Sheets are text on paper but for these, with cards, lines to write on, and a form: of the others every eighth is opened. */
const SHEETS = ['print/help-card/', `print/${LESSON}/worksheet/`, 'print/recording-form/'];

function isOpened(path: string, place: number): boolean {
  return !/^print\/./.test(path) || SHEETS.includes(path) || place % 8 === 0;
}

let host: StaticHost;
/** Which site is there: what anyone may read, or the whole; null before the first. */
let built: boolean | null = null;
let out: string;
let files: ReadonlySet<string>;
const pages = () =>
  [...files]
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.slice(0, -'index.html'.length));

async function build(forEveryone: boolean): Promise<void> {
  if (built === forEveryone) return;
  if (built !== null) await host.close();
  built = forEveryone;
  const name = `crawl-${test.info().parallelIndex}`;
  out = ownFolder(name);
  files = new Set(
    (
      await buildSite({ home: writeTaughtHome(name), pages: await buildPages(), out, forEveryone })
    ).map(({ path }) => path),
  );
  host = await hostFolder(out, UNDER);
}
test.afterAll(() => host.close());

/** Notes what must never happen on any page. */
async function listen(page: Page): Promise<readonly string[]> {
  const troubles: string[] = [];
  const at = () => page.url().replace(host.site, '/');
  await page.exposeBinding('refused', (_, what: string) => void troubles.push(`${at()} ${what}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      (window as unknown as { refused(what: string): void }).refused(
        `${effectiveDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  page.on('pageerror', (error) => troubles.push(`${at()} ${error}`));
  page.on(
    'console',
    (message) =>
      ['error', 'warning'].includes(message.type()) && troubles.push(`${at()} ${message.text()}`),
  );
  page.on(
    'request',
    (request) =>
      request.url().startsWith(host.site) || troubles.push(`${at()} asks ${request.url()}`),
  );
  page.on(
    'response',
    (response) =>
      response.status() >= 400 && troubles.push(`${at()} ${response.status()} ${response.url()}`),
  );
  return troubles;
}

/** Every address that a page has once its script has run: of links, scripts, styles, pictures and films. */
function addressesOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const single = ['href', 'src', 'poster', 'data', 'action'];
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const named = single.flatMap((name) => element.getAttribute(name) ?? []);
      const sets = (element.getAttribute('srcset') ?? '')
        .split(',')
        .flatMap((one) => one.trim().split(/\s/, 1)[0] || []);
      return [...named, ...sets].map((address) => new URL(address, document.baseURI).href);
    });
  });
}

/** The file of the site that an address leads to; null for what leaves it as it may (`data:`, a service of the list). */
function fileAt(address: string): string | null {
  if (/^(?:data|blob):/.test(address) || awayWrong(address) === null) return null;
  const path = address.startsWith(host.site)
    ? address.slice(host.site.length).split(/[?#]/, 1)[0]
    : undefined;
  if (path === undefined) return `outside: ${address}`;
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** The addresses of a page as it is opened, with each of its choices. */
async function addressesOpened(page: Page, path: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (const choice of ['', ...(CHOICES[path] ?? [])]) {
    await page.goto(host.site + path + choice);
    // School settings are drawn once what is stored has been read: until then they are one line.
    await page.locator('#school noscript').waitFor({ state: 'detached' });
    // What a page fetches, as the print desk does its sheets, is drawn before it is read.
    await page.waitForLoadState('networkidle');
    await rest(page);
    all.push(...(await addressesOn(page)));
  }
  return all;
}

/** The addresses of a page as its file has them. */
function addressesWritten(path: string): readonly string[] {
  const text = readFileSync(join(out, path, 'index.html'), 'utf8');
  return addressesIn(text).map((address) => new URL(address, host.site + path).href);
}

test('Every page opens under a path of any host: nothing is refused, missing or asked of another host, every address leads somewhere, and no page is left without a way to it', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await build(false);
  const troubles = await listen(page);
  const ways = new Map<string, readonly string[]>();
  const dead: string[] = [];
  expect(pages().length).toBeGreaterThan(40);
  const opened = chosenOf(pages(), isOpened);
  for (const path of pages()) {
    const addresses = opened.includes(path)
      ? await addressesOpened(page, path)
      : addressesWritten(path);
    const leads = addresses.flatMap((address) => fileAt(address) ?? []);
    dead.push(...leads.filter((file) => !files.has(file)).map((file) => `${path} → ${file}`));
    ways.set(`${path}index.html`, leads);
  }
  expect(troubles).toEqual([]);
  // What a page must not do is heard where it does it.
  await page.evaluate(() => document.body.setAttribute('style', 'color: inherit'));
  await expect.poll(() => troubles.join()).toContain('style-src');
  expect(dead).toEqual([]);
  const reached = new Set(['index.html']);
  for (const file of reached) for (const lead of ways.get(file) ?? []) reached.add(lead);
  const orphans = pages().filter((path) => !reached.has(`${path}index.html`));
  expect(orphans).toEqual(Object.keys(UNLINKED));
});

test('A site for everybody opens page by page in the same way, its first page reads on a phone, and axe finds nothing on it @thorough', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await build(true);
  const troubles = await listen(page);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of pages()) {
    await page.goto(host.site + path);
    await rest(page);
    const dead = (await addressesOn(page))
      .flatMap((address) => fileAt(address) ?? [])
      .filter((file) => !files.has(file));
    expect([path, dead]).toEqual([path, []]);
  }
  expect(troubles).toEqual([]);
  await page.goto(host.site);
  await expect(page.getByRole('heading', { name: 'What pupils are taught' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.taught__picture').first()).toBeHidden();
  await expect(page.locator('.taught__one').first()).toHaveCSS('break-inside', 'avoid');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'What the class sees' }).first().click();
  await expect(page.getByRole('link', { name: 'Wholeclass, first page' })).toBeVisible();
});

type Manifest = {
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly { readonly src: string }[];
};

test('What is not a page leads somewhere too: the manifest, what is kept offline, styles, scripts and data', async () => {
  await build(false);
  const text = (path: string) => readFileSync(join(out, path), 'utf8');
  const leads = (path: string, addresses: readonly string[]) =>
    addresses.filter((address) => {
      const file = normalize(join(dirname(path), address.split(/[?#]/, 1)[0] ?? '')).replace(
        /^\.\/$/,
        '',
      );
      return !files.has(file === '' || file.endsWith('/') ? `${file}index.html` : file);
    });
  const { files: cached } = JSON.parse(
    /^self\.offline = (.*);$/m.exec(text('offline.js'))?.[1] ?? '{}',
  ) as { files: readonly string[] };
  const dead: Record<string, readonly string[]> = {
    'offline.js': leads('offline.js', cached),
  };
  for (const path of files) {
    if (path.endsWith('.webmanifest')) {
      const { start_url: start, scope, icons } = JSON.parse(text(path)) as Manifest;
      dead[path] = leads(path, [start, scope, ...icons.map(({ src }) => src)]);
    }
    if (path.endsWith('.css')) {
      dead[path] = leads(path, matches(text(path), /url\(["']?(?!data:)([^"')]+)/g));
    }
    if (/^assets\/.*\.js$/.test(path)) {
      dead[path] = leads(path, matches(text(path), /["'`](\.\/[\w.-]+\.(?:js|css))["'`]/g));
    }
    // A film may have neither chapters nor descriptions.
    if (path.endsWith('deck.json')) {
      dead[path] = leads(
        'index.html',
        matches(text(path), /"(media\/[^"]+(?:mp4|captions\.en\.vtt|svg|png|jpe?g))"/g),
      );
    }
  }
  expect(Object.keys(dead).length).toBeGreaterThan(60);
  expect(Object.entries(dead).filter(([, addresses]) => addresses.length > 0)).toEqual([]);
});

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}
