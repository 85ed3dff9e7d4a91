import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite, partsOf } from '../../src/cli/build.ts';
import { EMPTY_SCHOOL, writeSchool, type School } from '../../src/school/school.ts';
import { serve, type Serving } from '../../src/server/main.ts';
import { pupilPages } from '../../src/server/http/pupil-files.ts';
import { openSite } from '../../src/site/site.ts';
import { today } from '../../src/site/today.ts';
import { isThorough } from '../thorough.ts';
import { freePort } from '../server/serve-apart.ts';
import { fullSchool } from './full-school.ts';
import { layoutFindings, type Size } from './layout-rules.ts';
import { ownFolder } from './own-folder.ts';
import { hostFolder } from './static-host.ts';
import { LESSON, openRoom, writeTaughtHome, type TaughtSchool } from './taught-school.ts';
import { writeFolderOf } from './written-folder.ts';

const PHONE = { width: 360, height: 640 };
const LAPTOP = { width: 1366, height: 641 };
const USUAL: readonly Size[] = [PHONE, { width: 768, height: 1024 }, LAPTOP];
const FURTHER: readonly Size[] = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1024, height: 700 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
const SIZES = isThorough ? [...USUAL, ...FURTHER] : USUAL;
/** Between the editor with one pane and with all of them. */
const BESIDE = { width: 1024, height: 700 };

const KEY = 'kestrel granite osprey';

/** Pages that stand in no list of the site’s: each asks who is there, or is opened by what another has begun. */
const BY_HAND: readonly string[] = ['room-check/', 'phone/'];

/** Sheets are text on paper, whose screens are alike but for these. */
const SHEETS = [
  'print/help-card/',
  'print/call-card/',
  `print/${LESSON}/worksheet/`,
  'print/recording-form/',
];

/** The board is measured by its own rules, in tests/cli/check-board.test.ts, and scales to its window. */
const MEASURED = /^board\//;

/** What is known, and why it stands: a page’s path, and how the finding begins. */
const KNOWN: readonly (readonly [path: RegExp, finding: RegExp, why: string])[] = [
  [
    /(?:^|\/)print\/(?:index\.html)?$/,
    /in div\.desk-paper__page/,
    'a small picture of a sheet, which shows how it begins',
  ],
];

function unknown(path: string, findings: readonly string[]): readonly string[] {
  return findings.filter(
    (one) => !KNOWN.some(([where, finding]) => where.test(path) && finding.test(one)),
  );
}

type States = Readonly<Record<'empty' | 'full', School>>;
const states: States = { empty: EMPTY_SCHOOL, full: fullSchool(today()) };
type State = keyof States;

let home: string;
test.beforeAll(() => {
  home = writeTaughtHome(`layout-${test.info().parallelIndex}`);
});

type Doors = Pick<TaughtSchool, 'staff' | 'pupils'> & { close(): Promise<void> };

/** The program with a school in this state, in a folder of its own. */
async function openDoors(state: State, staffKey?: string): Promise<Doors> {
  const [dataDir, pupilPort] = [mkdtempSync(join(tmpdir(), 'wholeclass-')), await freePort()];
  writeFileSync(join(dataDir, 'school.json'), writeSchool(states[state]));
  const serving: Serving = await serve({
    settings: {
      home,
      dataDir,
      staffHost: '127.0.0.1',
      staffPort: 0,
      pupilPorts: [pupilPort],
      publicUrl: null,
      ...(staffKey !== undefined && { staffKey }),
    },
    pages: await buildPages(),
    log: () => undefined,
  });
  return {
    staff: serving.staffUrl,
    pupils: `http://127.0.0.1:${pupilPort}/`,
    async close() {
      await serving.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Opens a page, waits until its script has drawn what it draws, and looks at it in each window. */
async function look(page: Page, address: string, path: string, sizes = SIZES): Promise<void> {
  // An address that differs after its # alone is not opened again.
  await page.goto('about:blank');
  await page.setViewportSize(LAPTOP);
  // What a script draws is there once all that it asks for has come.
  await page.goto(address, { waitUntil: 'networkidle' });
  await expect(
    page.locator('main, #app, body > *').filter({ visible: true }).first(),
  ).toBeVisible();
  await lookHere(page, path, sizes);
}

async function lookHere(page: Page, path: string, sizes = SIZES): Promise<void> {
  for (const size of sizes) {
    const findings = unknown(path, await layoutFindings(page, size));
    const where = `${path} in a window of ${size.width} by ${size.height}`;
    expect.soft([where, ...findings]).toEqual([where]);
  }
}

async function staffPages(): Promise<readonly string[]> {
  const site = openSite(partsOf({ home, pages: await buildPages() }));
  const made = (await site.paths())
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.slice(0, -'index.html'.length));
  const all = [...new Set([...made, ...BY_HAND])].filter(
    // A lesson of one’s own has pages in a site of files alone.
    (path) => !MEASURED.test(path) && !path.includes('/my_lesson/'),
  );
  return all.filter((path) => isThorough || !/^print\/./.test(path) || SHEETS.includes(path));
}

test('A school’s filling is as full as a school can be, in every field', () => {
  const empty = (value: unknown, at: string): readonly string[] => {
    if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) return [at];
    if (typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([name, one]) => empty(one, `${at}/${name}`));
  };
  expect(Object.keys(states.full).toSorted()).toEqual(Object.keys(EMPTY_SCHOOL).toSorted());
  expect(empty(states.full, '')).toEqual(['/hidden']);
  expect(states.full.name.length).toBeGreaterThan(200);
  expect(states.full.deputies.length).toBeGreaterThan(6);
});

for (const state of ['empty', 'full'] as const) {
  // Of pages without a school in them, both are much the same.
  const further = state === 'empty' ? ['@thorough'] : [];
  test(`Staff’s pages are whole in every window, with a school that is ${state}`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    const doors = await openDoors(state);
    for (const path of await staffPages()) {
      const sizes = path.startsWith('edit/') ? [...new Set([...SIZES, BESIDE])] : SIZES;
      await look(page, doors.staff + path, path, sizes);
    }
    await doors.close();
  });

  test(`Pupils’ pages are whole in every window, with a school that is ${state}`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    const doors = await openDoors(state);
    // Pupils’ door is open while a room is.
    const room = await openRoom(doors, 20);
    for (const path of pupilPages) {
      await look(page, doors.pupils + path.slice(1), `pupils: ${path}`);
    }
    await page.goto(doors.pupils);
    await page.getByLabel('Type the code on the board').fill(room.code);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await room.take({ type: 'ask', question: 'how-much-pressure' });
    await expect(page.getByRole('button', { name: 'Being put to a test' })).toBeVisible();
    await lookHere(page, 'pupils: a question');
    await page.getByRole('button', { name: 'Help' }).click();
    await lookHere(page, 'pupils: help beside a question');
    await doors.close();
  });

  test(
    `The pages for everyone are whole in every window, with helplines of a school that is ${state}`,
    { tag: further },
    async ({ page }) => {
      test.setTimeout(900_000);
      const out = ownFolder(`layout-public-${state}`);
      const { confirmed, hidden, nation } = states[state];
      const parts = { home, pages: await buildPages(), out, forEveryone: true };
      const built = await buildSite({ ...parts, checks: { confirmed, hidden, nation } });
      const host = await hostFolder(out, '/lessons/');
      for (const { path } of built.filter((file) => file.path.endsWith('.html'))) {
        await look(page, host.site + path, `public: ${path}`);
      }
      await host.close();
    },
  );

  test(
    `A folder’s pages are whole in every window, with a school that is ${state}`,
    { tag: further },
    async ({ page }) => {
      test.setTimeout(900_000);
      const out = ownFolder(`layout-folder-${state}`);
      rmSync(out, { recursive: true, force: true });
      mkdirSync(join(home, 'data'), { recursive: true });
      writeFileSync(join(home, 'data', 'school.json'), writeSchool(states[state]));
      await writeFolderOf(LESSON, home, out);
      const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.html') && !/board[^/]*$/.test(path))
        .filter((path) => isThorough || !/print\/./.test(path));
      for (const path of pages) {
        await look(page, pathToFileURL(join(out, path)).href, `folder: ${path}`);
      }
    },
  );
}

test('The page that asks for the staff key is whole in every window', async ({ page }) => {
  const doors = await openDoors('full', KEY);
  await look(page, doors.staff, 'sign-in/');
  await doors.close();
});

test.describe('Each fault is found that is planted in a page without one', () => {
  const page = (body: string, style = '') =>
    `<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0;font:16px/1.5 sans-serif}a,button{font:inherit}${style}</style><main><h1>A page</h1>${body}<div style="height:2000px"></div></main>`;
  for (const [fault, body, style, expected] of [
    [
      'nothing',
      '<p>In <a href="#a">running text</a> a link may be low.</p><button>Send it</button>',
      '',
      null,
    ],
    [
      'a page that scrolls sideways',
      '<div class="wide">Words</div>',
      '.wide{width:900px}',
      /^sideways: /,
    ],
    [
      'a button of 20 px',
      '<button>·</button>',
      'button{width:20px;height:20px;padding:0;border:0}',
      /^small: 20 × 20 px/,
    ],
    [
      'a link of its own that is as low as its letters',
      '<ul><li><a href="#a">Add the film</a></li></ul>',
      'a{line-height:1}',
      /^small: /,
    ],
    [
      'a small box whose label is small too',
      '<input type=checkbox id=b>',
      'input{width:16px;height:16px}',
      /^small: /,
    ],
    [
      'a button that is 8 px wide, its words outside',
      '<button>Send</button>',
      'button{width:8px;height:40px;padding:0;border:0;overflow:visible}',
      /^narrower than its words: /,
    ],
    [
      'a button whose words break',
      '<button>Sending</button>',
      'button{width:30px;padding:0;border:0;overflow-wrap:anywhere}',
      /^broken word: “Sending”/,
    ],
    [
      'words that break in running text',
      '<p>Safeguarding</p>',
      'p{width:50px;overflow-wrap:anywhere}',
      /^broken word: “Safeguarding”/,
    ],
    [
      'text that is cut off at its side',
      '<p>These words are cut off</p>',
      'p{width:60px;overflow:hidden;white-space:nowrap}',
      /^cut off: “These words are cut off”/,
    ],
    [
      'text that is cut off below',
      '<p>These words are cut off below where they go on</p>',
      'p{width:160px;height:30px;overflow:hidden}',
      /^cut off: /,
    ],
    [
      'text on text',
      '<p class="one">These are words</p><p class="other">And so are these</p>',
      'p{margin:0}.other{margin-top:-20px}',
      /^over text: /,
    ],
    [
      'text outside the window where nothing scrolls',
      '<p>Not to be seen</p>',
      'html{overflow-x:clip}p{position:relative;left:320px;white-space:nowrap}',
      /^outside: /,
    ],
    [
      'a foot of 35 %',
      '<footer>Help</footer>',
      'footer{position:fixed;inset:auto 0 0;height:35vh;background:#fff}',
      /^foot: 224 of 640 px/,
    ],
    [
      'a head and a foot that are too high together',
      '<header>Name</header><footer>Help</footer>',
      'header,footer{position:fixed;left:0;right:0;background:#fff}header{top:0;height:100px}footer{bottom:0;height:70px}h1{margin-top:110px}',
      /^head and foot: 170 of 640 px/,
    ],
  ] as const) {
    test(fault, async ({ page: planted }) => {
      await planted.setContent(page(body, style));
      const findings = await layoutFindings(planted, PHONE);
      if (expected === null) expect(findings).toEqual([]);
      else expect(findings).toContainEqual(expect.stringMatching(expected));
    });
  }
});
