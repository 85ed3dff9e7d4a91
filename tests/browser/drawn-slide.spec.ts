import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { shootSlides } from '../../src/print/board-check.ts';
import { openBrowser, type Browser } from '../../src/print/browser.ts';
import { openPages, type Pages } from '../../src/site/pages.ts';
import { axeFindings } from './axe-findings.ts';
import { engines } from './engine.ts';
import { ownFolder } from './own-folder.ts';
import { openLesson, TEXT } from './own-lesson.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON as LESSON_THERE } from './taught-school.ts';

/** What a slide may have: a picture, bold and slanted words, a formula, a table, code, a question. */
const LESSON = TEXT.replace(
  '## Ask (10 min)',
  `### What it weighs

Ice is **lighter** than *water*: $\\frac{m}{V} < 1$

| What | g/cm³ |
|---|---|
| Ice | 0.92 |
| Water | 1.00 |

### In a program

\`\`\`python
for jar in jars:
    print(jar.weight / jar.volume)
\`\`\`

## Ask (10 min)`,
);

let host: StaticHost;
let pages: Pages;
let troubles: string[];

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/lessons-site/');
  pages = openPages(await buildPages());
});
test.afterAll(() => host.close());
test.beforeEach(({ page }) => {
  troubles = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    // Without a network the page itself asks in vain for a font that its host lets no browser keep.
    const isFont = message.location().url.endsWith('.woff2');
    if (!isFont && ['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
});
test.afterEach(() => expect(troubles).toEqual([]));

/** The share of a slide, in hundredths, where two pictures of it differ to the eye: each is made so small that a letter that is set half a pixel aside is in the same place. */
function differenceOf(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [width, height] = [240, 135];
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const pen = new OffscreenCanvas(width, height).getContext('2d');
          if (pen === null) throw new Error('There is no canvas');
          pen.imageSmoothingQuality = 'high';
          pen.drawImage(image, 0, 0, width, height);
          return pen.getImageData(0, 0, width, height).data;
        }),
      );
      let differ = 0;
      for (let at = 0; at < width * height * 4; at += 4) {
        const apart = [0, 1, 2].map((n) => Math.abs((a?.[at + n] ?? 0) - (b?.[at + n] ?? 0)));
        if (Math.max(...apart) > 64) differ += 1;
      }
      return (differ / (width * height)) * 100;
    },
    [one, other].map((png) => png.toString('base64')),
  );
}

/** The lesson as this page saves it, with its pictures on the disk for the program. */
async function packed(page: Page): Promise<{ readonly text: string; readonly media: string }> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const files = unzipSync(readFileSync(await (await saved).path()));
  const top = ownFolder('drawn-slide');
  rmSync(top, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), bytes);
  }
  return {
    text: strFromU8(files['why-ice-floats.md'] ?? new Uint8Array()),
    media: join(top, 'media'),
  };
}

/** Waits until what draws is here, and the five fonts that a slide is set in. */
async function untilPrepared(page: Page): Promise<void> {
  const asked = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').flatMap((one) => {
        const { name, initiatorType } = one as PerformanceResourceTiming;
        return initiatorType === 'fetch' && name.endsWith('.woff2') ? [name] : [];
      }),
    );
  await expect.poll(async () => (await asked()).length).toBe(5);
}

/** Presses a button that saves a picture: its bytes. */
async function saved(page: Page, button: string, number: number): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const name = `why-ice-floats-${number}.png`;
  expect(download.suggestedFilename()).toBe(name);
  await expect(page.getByText(`${name} is in your downloads.`)).toBeVisible();
  const png = readFileSync(await download.path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
  return png;
}

/** The picture of every slide that the program makes of a text. */
function shoot(
  browser: Browser,
  { text, media }: { readonly text: string; readonly media: string },
  from: Pages = pages,
): Promise<readonly Buffer[]> {
  const { lesson } = readLesson('why-ice-floats', text);
  return shootSlides(browser, { pages: from, media }, { lesson, slide: null });
}

test('[E12] a slide of a lesson of one’s own is drawn by the page as the program draws it, from its own page and in the editor, with the network off', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await openLesson(page, `${host.site}edit/`, LESSON);
  await page.goto(host.site);
  await page.getByRole('link', { name: 'Teach or print “Why ice floats”' }).click();
  await page.locator('summary', { hasText: 'Take away' }).click();
  const written = await packed(page);
  const browser = await openBrowser();
  try {
    const ours = await shoot(browser, written);
    const unset = await shoot(browser, written, {
      ...pages,
      asset: async (path) => (path.endsWith('.woff2') ? null : pages.asset(path)),
    });
    const bare = await shoot(browser, { ...written, media: `${written.media}/none` });
    await untilPrepared(page);
    await context.setOffline(true);
    const choice = page.getByLabel('Slide', { exact: true });
    const names = await choice.getByRole('option').allTextContents();
    expect(names).toHaveLength(ours.length);
    const pictures: Buffer[] = [];
    for (const [at, name] of names.entries()) {
      await choice.selectOption(name);
      const drawn = await saved(page, 'Save this slide as a picture (PNG)', at + 1);
      const [as, withoutFonts] = [
        await differenceOf(page, drawn, ours[at] ?? drawn),
        await differenceOf(page, drawn, unset[at] ?? drawn),
      ];
      expect(as, name).toBeLessThan(1.5);
      expect(as, name).toBeLessThan(withoutFonts / 2);
      pictures.push(drawn);
    }
    const [, jar = Buffer.alloc(0)] = pictures;
    expect(await differenceOf(page, jar, bare[1] ?? jar)).toBeGreaterThan(5);
    expect(await axeFindings(page)).toEqual([]);
    await context.setOffline(false);

    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.locator('.cm-line', { hasText: 'A jar of ice' }).click();
    await expect(page.locator('.pane__board section.present')).toContainText('A jar of ice');
    await untilPrepared(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByText('the slide at your cursor, 2 “A jar of ice”, as')).toBeVisible();
    const inEditor = await saved(page, 'This slide as a picture (PNG)', 2);
    expect(inEditor.equals(jar)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  } finally {
    await browser.close();
  }
});

// A dot of the first slide of this lesson reaches over its last corner.
const CORNER_DOT = '246,196,69';

for (const engine of engines) {
  test(`${engine.name}: a slide is drawn to its last corner @thorough`, async () => {
    test.skip(engine.missing !== null, `${engine.missing} is not on this machine`);
    const browser = await engine.open();
    try {
      await browser.goTo(`${host.site}lesson/${LESSON_THERE}/`);
      await expect.poll(() => browser.run(hasChoice), { timeout: 20_000 }).toBe(true);
      await browser.run(drawFirst);
      await browser.expectText(`${LESSON_THERE}-1.png is in your downloads.`, 60_000);
      await expect
        .poll(() => browser.run(() => document.documentElement.dataset['corner']))
        .toBe(CORNER_DOT);
    } finally {
      await browser.close();
    }
  });
}

function hasChoice(): boolean {
  return document.querySelector('.slide-picture__choice:not([hidden]) option') !== null;
}

/** Presses the button that saves the first slide, and notes the colour at the last corner of what comes of it. */
function drawFirst(): void {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (made: Blob | MediaSource) => {
    if (made instanceof Blob && made.type === 'image/png') {
      void createImageBitmap(made).then((picture) => {
        const pen = document.createElement('canvas').getContext('2d');
        pen?.drawImage(picture, 1919, 1079, 1, 1, 0, 0, 1, 1);
        const corner = pen?.getImageData(0, 0, 1, 1).data.slice(0, 3).join(',');
        document.documentElement.dataset['corner'] = corner ?? '';
      });
    }
    return make(made);
  };
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.plan-menu')) {
    menu.open = menu.querySelector('[data-slide-picture]') !== null;
  }
  document.querySelector<HTMLElement>('.slide-picture__choice button')?.click();
}
