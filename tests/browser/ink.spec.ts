import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { getReady, key, startBoard, pressStart } from './lead.ts';
import { openTaughtSchool, writeHomeWith, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 }, hasTouch: true });
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  school = await openTaughtSchool(`ink-${test.info().parallelIndex}`, writeHomeWith('layouts'));
});
test.afterAll(() => school.kill());

async function openBoard(page: Page): Promise<Page> {
  await page.goto(`${school.staff}present/layouts/`);
  await getReady(page);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await board.setViewportSize({ width: 1280, height: 720 });
  await startBoard(board);
  await key(page, ' ');
  return board;
}

const canvas = (page: Page) => page.locator('canvas.ink');
const tools = (page: Page) => page.getByRole('toolbar', { name: 'Draw on the slide' });
const tool = (page: Page, name: string) => tools(page).getByRole('button', { name, exact: true });

/** How many pixels are drawn on, in hundred-thousandths of the slide. */
const inked = (page: Page) =>
  canvas(page).evaluate((node) => {
    if (!(node instanceof HTMLCanvasElement) || node.hidden) return 0;
    const { data } = node.getContext('2d')?.getImageData(0, 0, node.width, node.height) ?? {
      data: [],
    };
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count += 1;
    return Math.ceil((count * 4 * 100_000) / data.length);
  });

type Place = readonly [x: number, y: number];

async function placeOn(page: Page, [x, y]: Place): Promise<{ x: number; y: number }> {
  const box = await canvas(page).boundingBox();
  if (box === null) throw new Error('Nothing can be drawn on here');
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}

async function drawByMouse(page: Page, from: Place, to: Place): Promise<void> {
  const [start, end] = [await placeOn(page, from), await placeOn(page, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

async function drawByFinger(page: Page, client: CDPSession, from: Place, to: Place): Promise<void> {
  const [start, end] = [await placeOn(page, from), await placeOn(page, to)];
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly object[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] as never });
  await send('touchStart', [start]);
  await send('touchMove', [end]);
  await send('touchEnd', []);
}

async function drawByPen(
  page: Page,
  client: CDPSession,
  from: Place,
  force: number,
): Promise<void> {
  const start = await placeOn(page, from);
  const at = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number) =>
    client.send('Input.dispatchMouseEvent', {
      type,
      x,
      y: start.y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
      force,
    });
  await at('mousePressed', start.x);
  for (let step = 1; step <= 6; step += 1) await at('mouseMoved', start.x + step * 40);
  await at('mouseReleased', start.x + 240);
}

/** What a browser keeps of a page, but for the time of day. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const all = (storage: Storage) => JSON.stringify({ ...storage }).replaceAll(/\d{13}/g, 'now');
    return {
      local: all(localStorage),
      session: all(sessionStorage),
      bases: (await indexedDB.databases?.())?.length ?? 0,
      caches: (await caches.keys()).length,
    };
  });

test('The board follows what the presenter draws over its picture of the slide, and keeps it for that slide alone @thorough', async ({
  page,
}) => {
  const requests: string[] = [];
  const board = await openBoard(page);
  await expect(tools(page)).toBeHidden();
  await key(page, 'm');
  await expect(tool(page, 'Pen')).toHaveAttribute('aria-pressed', 'true');
  expect(await axeFindings(page, '.ink-tools')).toEqual([]);
  const before = [await stored(page), await stored(board)];
  page.on('request', (request) => request.method() !== 'GET' && requests.push(request.url()));
  board.on('request', (request) => requests.push(request.url()));
  await drawByMouse(page, [0.2, 0.2], [0.6, 0.2]);
  await expect.poll(() => inked(board)).toBeGreaterThan(200);
  const once = await inked(board);
  await tool(page, 'Highlighter').click();
  await drawByMouse(page, [0.2, 0.5], [0.6, 0.5]);
  await expect.poll(() => inked(board)).toBeGreaterThan(once + 500);
  await page.keyboard.press('Control+z');
  await expect.poll(() => inked(board)).toBe(once);
  await key(page, ' ');
  await expect.poll(() => inked(board)).toBe(0);
  await key(page, 'ArrowLeft');
  await expect.poll(() => inked(board)).toBe(once);
  await tool(page, 'Eraser').click();
  await drawByMouse(page, [0.4, 0.1], [0.4, 0.3]);
  await expect.poll(() => inked(board)).toBe(0);
  await tool(page, 'Undo').click();
  await expect.poll(() => inked(board)).toBe(once);
  await tool(page, 'Clear').click();
  await expect.poll(() => inked(board)).toBe(0);
  await tool(page, 'Undo').click();
  await page.keyboard.press('Escape');
  await expect(tools(page)).toBeHidden();
  await expect.poll(() => inked(board)).toBe(once);
  // Turning the page is stored, as ever; of what was drawn there is nothing anywhere.
  const after = [await stored(page), await stored(board)];
  expect(after).toEqual(before);
  expect(requests.filter((url) => !url.includes('/api/'))).toEqual([]);
  // A pause covers it, and a board that is loaded again has it from the presenter.
  await key(page, 'b');
  await expect.poll(() => inked(board)).toBe(0);
  await page.waitForTimeout(1_100);
  await key(page, 'b');
  await expect.poll(() => inked(board)).toBe(once);
  await board.reload();
  await startBoard(board);
  await expect.poll(() => inked(board)).toBe(once);
});

test('On the board itself there is drawn by mouse, finger and pen, which is wider where it is pressed, and the presenter sees it @thorough', async ({
  page,
}) => {
  const board = await openBoard(page);
  const client = await board.context().newCDPSession(board);
  await board.bringToFront();
  await board.mouse.move(600, 300);
  const open = board.getByRole('button', { name: 'Draw on the slide' });
  await expect(open).toBeVisible();
  const size = await open.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
  // It goes again by itself: the pointer that presses it has brought it.
  await board.mouse.click((size?.x ?? 0) + 24, (size?.y ?? 0) + 24);
  await expect(tools(board)).toBeVisible();
  expect(await axeFindings(board, 'body')).toEqual([]);
  await drawByMouse(board, [0.1, 0.2], [0.5, 0.2]);
  const byMouse = await inked(board);
  expect(byMouse).toBeGreaterThan(200);
  await drawByFinger(board, client, [0.1, 0.4], [0.5, 0.4]);
  await expect.poll(() => inked(board)).toBeGreaterThan(byMouse + 200);
  await tool(board, 'Clear').click();
  await drawByPen(board, client, [0.1, 0.6], 0.1);
  const light = await inked(board);
  await drawByPen(board, client, [0.1, 0.8], 1);
  const heavy = (await inked(board)) - light;
  expect(light).toBeGreaterThan(0);
  expect(heavy).toBeGreaterThan(light * 1.5);
  await page.bringToFront();
  await expect.poll(() => inked(page)).toBeGreaterThan(light);
  await board.keyboard.press('Escape');
  await expect(tools(board)).toBeHidden();
  // With the pen down a click is a click.
  await expect(canvas(board)).toHaveCSS('pointer-events', 'none');
});

async function rightOf(one: Locator): Promise<number> {
  const box = await one.boundingBox();
  return (box?.x ?? 0) + (box?.width ?? 0);
}

test('In one window there is drawn on the board in it, and what was drawn is gone with the lesson @thorough', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 641 });
  await page.goto(`${school.staff}present/layouts/`);
  await getReady(page);
  await pressStart(page, 'one');
  const slide = page.locator('.one__board section.present');
  await expect(slide).toBeVisible();
  // A pointer brings the pen up beside the slide, where it covers no words.
  await slide.hover();
  const open = page.getByRole('button', { name: 'Draw on the slide' });
  await expect(open).toHaveCSS('opacity', '1');
  await expect
    .poll(async () => ((await open.boundingBox())?.x ?? 0) > (await rightOf(slide)))
    .toBe(true);
  await key(page, ' ');
  await key(page, 'm');
  await expect(tool(page, 'Pen')).toBeVisible();
  await drawByMouse(page, [0.2, 0.2], [0.6, 0.2]);
  expect(await inked(page)).toBeGreaterThan(200);
  await key(page, 'm');
  await expect(tools(page)).toBeHidden();
  await key(page, 'f');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect.poll(() => inked(page)).toBe(0);
});
