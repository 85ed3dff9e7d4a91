import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../../src/cli/build-pages.ts';
import { helpCardPage } from '../../../src/outputs/handouts/help-card.ts';
import { paperFonts, paperStyles } from '../../../src/outputs/handouts/paper-look.ts';
import { notesPage } from '../../../src/outputs/notes/notes.ts';
import { deliveryNotePage, noticePage } from '../../../src/outputs/handouts/notice.ts';
import { transcriptPage } from '../../../src/outputs/handouts/transcript.ts';
import { worksheetPage } from '../../../src/outputs/handouts/worksheet.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { typeOf } from '../../../src/site/media-types.ts';
import { SAFE_HEADERS } from '../../../src/site/policy.ts';
import { findBrowser, openBrowser } from '../../../src/print/browser.ts';
import { firstOf } from '../../thorough.ts';
import { fillPage, type Slots } from '../../../src/text/fill-page.ts';
import { firstLesson } from './a-lesson.ts';
import { measureAll } from './measure-all.ts';
import { ourPages, rightToLeft } from './samples.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const [MM, PT] = [96 / 25.4, 96 / 72];

const hasBrowser = (await findBrowser()) !== null;

describe.skipIf(!hasBrowser)('on paper, in Chromium', () => {
  let browser: Browser;
  let pages: string;
  let shell: string;

  beforeAll(async () => {
    pages = await buildPages();
    shell = await readFile(join(pages, 'print/index.html'), 'utf8');
    browser = await openBrowser();
  }, 60_000);

  afterAll(() => browser.close());

  async function open(slots: Slots, hash = ''): Promise<Page> {
    const page = await browser.newPage();
    await page.route('http://paper.test/**', async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const asset = path.startsWith('assets/');
      const picture = path.startsWith('media/');
      const body =
        asset || picture
          ? await readFile(join(picture ? repository : pages, path))
          : fillPage(shell, slots, { deeper: 1 });
      return route.fulfill({
        body,
        headers: {
          ...SAFE_HEADERS,
          'content-type': typeOf(asset || picture ? path : 'index.html') ?? '',
        },
      });
    });
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(`http://paper.test/print/sheet/${hash}`);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => document.fonts.ready);
    expect(refused).toEqual([]);
    return page;
  }

  async function pagesOf(page: Page): Promise<number> {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }

  const cards = (page: Page) =>
    page.locator('.help-card:visible').evaluateAll((all) =>
      all.map((card) => {
        const { top, left, bottom, right, height } = card.getBoundingClientRect();
        const sizes = [...card.querySelectorAll('*')].map((part) =>
          parseFloat(getComputedStyle(part).fontSize),
        );
        return {
          top,
          left,
          bottom,
          right,
          height,
          smallest: Math.min(...sizes),
          clipped: card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth,
        };
      }),
    );

  it.each([
    ['', 2],
    ['#ages-9-11', 2],
    ['#ages-11-18', 2],
  ] as const)('the help cards %s are one A4 page for each side, %i', async (hash, sides) => {
    const page = await open(helpCardPage({ stages: ['KS3'] }), hash);
    const all = await cards(page);
    expect(all).toHaveLength(8 * sides);
    expect(all.filter(({ clipped }) => clipped)).toEqual([]);
    expect(await pagesOf(page)).toBe(sides);
    await page.close();
  });

  it('the help cards are 67 mm high, meet at their cut lines, and are written in 14 pt or more with nothing clipped', async () => {
    const page = await open(helpCardPage({ stages: ['KS3'] }));
    const all = await cards(page);
    expect(all).toHaveLength(16);
    for (const { height, smallest, clipped } of all) {
      expect(height).toBeCloseTo(67 * MM, 0);
      expect(smallest).toBeGreaterThanOrEqual(14 * PT - 0.01);
      expect(clipped).toBe(false);
    }
    const [first, second, third] = all;
    expect(first?.right).toBeCloseTo(second?.left ?? 0, 1);
    expect(first?.bottom).toBeCloseTo(third?.top ?? 0, 1);
    expect(await pagesOf(page)).toBe(2);
    await page.close();
  });

  it.each([
    'Ms Khan, Room 14',
    // A little wider than one line.
    'Mr Mommsen, Room 14 below',
    'Dr W. Featherstonehaugh-Cholmondeley, Room 14',
    'Mrs Oluwaseun Fairweather-Khan, Room 4, by the hall, extension 12',
  ])('the help cards have room for the safeguarding lead: %s', async (lead) => {
    const page = await open(helpCardPage({ stages: ['KS3'], lead }));
    for (const hash of ['#ages-9-11', '#ages-11-18', '#ages-11-18-club']) {
      await page.evaluate((to) => location.assign(to), hash);
      const all = await cards(page);
      expect(all).toHaveLength(16);
      for (const { smallest, clipped } of all) {
        expect([clipped, smallest >= 14 * PT - 0.01]).toEqual([false, true]);
      }
    }
    await page.close();
  });

  it.each([
    ['for-the-whole-world-to-see', 0],
    ['private-stays-private', 5],
  ])(
    'the worksheet of %s takes both sides of one sheet, in 12 pt or more, with lines 10 mm apart and %i pictures',
    async (slug, pictures) => {
      const text = await readFile(join(repository, `lessons/${slug}.md`), 'utf8');
      const page = await open(worksheetPage(readLesson(slug, text).lesson));
      const sizes = await page
        .locator('.sheet *:not(.write-words)')
        .evaluateAll((parts) => parts.map((part) => parseFloat(getComputedStyle(part).fontSize)));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12 * PT);
      const lines = await page
        .locator('.write-lines div')
        .evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height));
      for (const height of lines) expect(height).toBeCloseTo(10 * MM, 0);
      const widths = await page
        .locator('.panel img')
        .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
      expect(widths.filter((width) => width > 0)).toHaveLength(pictures);
      expect(await pagesOf(page)).toBe(2);
      await page.close();
    },
  );

  it('threads and cards are printed in 12 pt or more, cards in 14 pt, with nothing clipped and cut lines that meet', async () => {
    const text = `---
title: A
---
### What now?
::: chat
Alex: Did you see it? Everybody is talking about it, and I would like you to have a look as well before the end of the day.
Sam: No.
:::
### Which?
::: cards
### It is pressure
- Asking again after somebody has said no, and not leaving it there
- Hurrying
### It is not
- Asking once
- Changing the subject
:::
`;
    const page = await open(worksheetPage(readLesson('layouts', text).lesson));
    const measured = await page.locator('.chat > li, .cards__list > li').evaluateAll((all) =>
      all.map((part) => {
        const { top, left, right, bottom } = part.getBoundingClientRect();
        const isCut =
          part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1;
        return {
          top,
          left,
          right,
          bottom,
          isCut,
          size: parseFloat(getComputedStyle(part).fontSize),
        };
      }),
    );
    expect(measured).toHaveLength(6);
    const [, , first, second, third] = measured;
    for (const { isCut, size } of measured) expect([isCut, size >= 12 * PT]).toEqual([false, true]);
    expect(first?.size).toBeGreaterThanOrEqual(14 * PT - 0.01);
    expect(first?.right).toBeCloseTo(second?.left ?? 0, 1);
    expect(first?.bottom).toBeCloseTo(third?.top ?? 0, 1);
    await page.close();
  });

  it('shows the button that prints on the screen only', async () => {
    const page = await open(worksheetPage(firstLesson().lesson));
    const button = page.getByRole('button', { name: 'Print this page' });
    expect(await button.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(await button.isVisible()).toBe(true);
    await page.close();
  });

  it('every handout, in every style and typeface, is as large as it has to be, with nothing clipped', async () => {
    const page = await open(worksheetPage(firstLesson().lesson));
    const found = await page.evaluate(measureAll, {
      pages: [...ourPages().map(({ main }) => main), rightToLeft()],
      styles: paperStyles,
      fonts: firstOf(paperFonts),
    });
    expect(found).toEqual([]);
    await page.close();
  }, 60_000);

  it('each sheet has a page with margins and a foot, and the figures of the foot are there where the sheet has none', async () => {
    const [{ lesson }, callCard] = [
      firstLesson(),
      ourPages().find(({ handout }) => handout.slug === 'call-card'),
    ];
    const all = [
      worksheetPage(lesson),
      notesPage(lesson),
      noticePage(lesson),
      deliveryNotePage(lesson),
      transcriptPage(lesson, null),
    ];
    for (const slots of [...all, { main: callCard?.main ?? '', title: 'Call card' }]) {
      const page = await open(slots);
      await page.locator('html:not([data-filling])').waitFor({ state: 'attached' });
      const { name, foot, faces } = await page.evaluate(() => ({
        name: getComputedStyle(document.body).getPropertyValue('page'),
        foot: document.documentElement.style.getPropertyValue('--foot'),
        faces: [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family }) => family.replaceAll('"', '')),
      }));
      expect([name, foot.length > 5]).toEqual([slots.title === 'Call card' ? 'cut' : 'work', true]);
      expect(faces).toContain('Plain figures');
      await page.close();
    }
  });

  it('what is written from right to left has a typeface of its own, fetched only there', async () => {
    const page = await open({ main: rightToLeft(), title: 'Sample' });
    const faces = () =>
      page.evaluate(() =>
        [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family }) => family.replaceAll('"', '')),
      );
    expect(await faces()).toContain('Noto Sans Arabic');
    expect(await pagesOf(page)).toBe(1);
    await page.close();
    const plain = await open(worksheetPage(firstLesson().lesson));
    expect(
      await plain.evaluate(() =>
        [...document.fonts].filter(
          ({ status, family }) => status === 'loaded' && family.includes('Noto'),
        ),
      ),
    ).toEqual([]);
    await plain.close();
  });
});
