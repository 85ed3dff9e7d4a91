import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { LESSON, openTaughtSchool, writeShippedHome, type TaughtSchool } from './taught-school.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FILM = 'for-the-whole-world-to-see';
const OURS = 'speech-bubbles';
/** Its name in the library begins with the one that its own pages, the board and paper have. */
const OUR_LESSON = 'Pressure, and who can help: Speech Bubbles';
const KS4 = 'power-and-putting-it-right';
const SHIPPED = [LESSON, OURS, KS4, `${LESSON}-again`, 'rehearsal', 'parents-evening'];
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  const name = `campaign-film-${test.info().parallelIndex}`;
  school = await openTaughtSchool(name, writeShippedHome(name, SHIPPED));
});
test.afterAll(() => school.kill());
test.afterEach(() => rmSync(join(school.dataDir, 'lessons'), { recursive: true, force: true }));

/** Puts a film where the school's own are, with these moments. */
function putFilm(name: string, title: string, moments: Readonly<Record<string, string>>): void {
  const folder = join(school.dataDir, 'lessons/media', name);
  mkdirSync(folder, { recursive: true });
  cpSync(at('../media/clip/film.mp4'), join(folder, 'film.mp4'));
  const stops = Object.entries(moments).map(([moment, time]) => `  ${moment}: "${time}"\n`);
  writeFileSync(
    join(folder, 'film.yaml'),
    `title: ${title}\nfps: 25\nlength: "0:20.0"\nstops:\n${stops.join('')}content note: Numbers, and nothing else.\nends with help: no\nspoken words: no\nconfirmed:\n  watched to the end: teacher, 2026-11-30\n  no one nude or hurting themselves: teacher, 2026-11-30\n  we may show it: teacher, 2026-11-30\n`,
  );
  writeFileSync(
    join(folder, 'captions.en.vtt'),
    'WEBVTT\n\n00:01.000 --> 00:19.000\nAre you still up?\n',
  );
}

type ToPrint = {
  readonly lessons: readonly {
    readonly card: { readonly slug: string };
    readonly sheets: readonly { readonly address: string }[];
  }[];
  readonly school: readonly { readonly address: string }[];
};

/** Every page, sheet and file of a lesson in which its film may be named, with what it says. */
async function wordsOf(page: Page, slug: string): Promise<readonly (readonly [string, string])[]> {
  const read = async (path: string) => (await page.request.get(school.staff + path)).text();
  const toPrint = JSON.parse(await read('print.json')) as ToPrint;
  const sheets = toPrint.lessons.find(({ card }) => card.slug === slug)?.sheets ?? [];
  expect(sheets.length).toBeGreaterThan(5);
  const paths = [
    ...['lesson', 'approve', 'board', 'read', 'present'].map((one) => `${one}/${slug}/`),
    ...['deck', 'notes', 'film', 'questions'].map((one) => `present/${slug}/${one}.json`),
    ...[...sheets, ...toPrint.school].map(({ address }) => address),
  ];
  // The sheet for IT has a list of all lessons, each by its title.
  const all = [...new Set(paths)].filter((path) => path !== 'print/for-it/');
  return Promise.all(all.map(async (path) => [path, await read(path)] as const));
}

/** Each place in a text that says something, with what stands around it. */
const around = (words: string, what: RegExp) =>
  [...words.matchAll(new RegExp(`.{0,60}(?:${what.source}).{0,40}`, 'g'))].map(([one]) => one);

const region = (page: Page, name: string) => page.getByRole('region', { name });

test('Until a school has the campaign’s film the library says so, and lists Speech Bubbles under its own name', async ({
  page,
}) => {
  await page.goto(school.staff);
  const line = page.getByText('The campaign’s film, For the Whole World to See, isn’t here yet.');
  await expect(line).toBeInViewport();
  await expect(line.getByRole('link', { name: 'Add the film' })).toHaveAttribute(
    'href',
    `film/${FILM}/`,
  );
  const [, length] = /^length: "0?(\d+:\d\d)/m.exec(
    readFileSync(at(`../../media/${OURS}/film.yaml`), 'utf8'),
  ) ?? ['', ''];
  const card = region(page, 'Ages 11–14');
  await expect(card.getByRole('heading', { level: 3 })).toHaveText(OUR_LESSON);
  await expect(card).toContainText(`Film, ${length}`);
  await expect(card.getByRole('link', { name: 'Who can help, again' })).toBeVisible();
  await expect(region(page, 'Ages 14–16')).toContainText(`With Speech Bubbles, ${length}`);
  await expect(
    page.getByRole('link', { name: 'Pressure, and who can help', exact: true }),
  ).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);

  await card.getByRole('link', { name: OUR_LESSON }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pressure, and who can help');
  await expect(page.getByRole('heading', { name: 'Speech Bubbles' })).toBeVisible();
  // The lead is asked about it once, under the name that the library has.
  await page.goto(`${school.staff}approve/`);
  await expect(page.getByRole('link', { name: OUR_LESSON })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Pressure, and who can help', exact: true }),
  ).toHaveCount(0);
  // What was linked before opens as it did.
  await page.goto(`${school.staff}lesson/${LESSON}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pressure, and who can help');
  await expect(page.getByRole('heading', { name: 'Speech Bubbles' })).toBeVisible();
});

test('Once it is here and confirmed, the campaign’s film is where one starts, and no page of its lesson has a word of another film', async ({
  page,
}) => {
  putFilm(FILM, 'Our own film', { 'before-the-ask': '0:04.0', 'the-pressure': '0:08.0' });
  await page.goto(school.staff);
  const start = region(page, 'Start here');
  await expect(start.getByRole('heading', { level: 3 })).toHaveText('Pressure, and who can help');
  await expect(start).toContainText('With Our own film, 0:20');
  await expect(start).toContainText('Ages 11–14');
  await expect(start.getByRole('link', { name: 'Practise with a pretend class' })).toHaveAttribute(
    'href',
    'present/rehearsal/?rehearse',
  );
  const ours = region(page, 'Ages 11–14');
  await expect(ours.getByRole('heading', { level: 3 })).toHaveText(OUR_LESSON);
  await expect(region(page, 'Ages 14–16')).toContainText('With Our own film, 0:20');
  await expect(page.getByText('The campaign’s film,')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);

  for (const slug of [LESSON, KS4]) {
    for (const [path, words] of await wordsOf(page, slug)) {
      expect(around(words, /Speech Bubbles|send me a pic|call the round shape/), path).toEqual([]);
    }
  }
  for (const [path, words] of await wordsOf(page, OURS)) {
    expect(around(words, /Our own film|Numbers, and nothing else/), path).toEqual([]);
  }
  const pages = new Map(await wordsOf(page, LESSON));
  for (const path of [`lesson/${LESSON}/`, `board/${LESSON}/`, `print/${LESSON}/transcript/`]) {
    expect(pages.get(path), path).toContain('Our own film');
    expect(pages.get(path), path).toContain('Numbers, and nothing else.');
  }
});

test('A school’s own lesson teaches the plan with a third film, which every page of it names @thorough', async ({
  page,
}) => {
  putFilm('our-tour', 'Our tour', { 'the-pressure': '0:08.0' });
  writeFileSync(
    join(school.dataDir, 'lessons/our-tour.md'),
    `---\nplan: ${LESSON}\ntitle: A tour of ours\nfilms: [our-tour]\n---\n`,
  );
  await page.goto(school.staff);
  const card = page.getByRole('article').filter({ hasText: 'A tour of ours' });
  await expect(card).toContainText('With Our tour, 0:20');
  await card.getByRole('link', { name: 'A tour of ours' }).click();
  await expect(page.getByRole('heading', { name: 'Our tour', exact: true })).toBeVisible();
  for (const [path, words] of await wordsOf(page, 'our-tour')) {
    expect(
      around(words, /Speech Bubbles|For the Whole World to See|send me a pic|call the round shape/),
      path,
    ).toEqual([]);
    // The plan alone says what is left out.
    if (!path.startsWith('lesson/')) {
      expect(around(words, /What can the people who see/), path).toEqual([]);
    }
  }
});
