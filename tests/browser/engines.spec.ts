import { expect, test } from '@playwright/test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { isThorough } from '../thorough.ts';
import { engines } from './engine.ts';
import { LESSON, openRoom, openTaughtSchool, type TaughtSchool } from './taught-school.ts';
import type { Driver } from './web-driver.ts';

const QUESTION = 'how-much-pressure';

for (const engine of engines) {
  test.describe(engine.name, () => {
    let school: TaughtSchool;
    let browser: Driver;
    test.describe.configure({ mode: 'default' });

    test('is installed where the tests must be whole', () => {
      test.skip(
        engine.missing !== null && process.env['ALL_ENGINES'] === undefined,
        `${engine.missing} is not on this machine`,
      );
      expect(engine.missing).toBeNull();
    });

    test.describe('journeys', () => {
      test.skip(engine.missing !== null, `${engine.missing} is not on this machine`);
      test.beforeAll(async () => {
        school = await openTaughtSchool(`engine-${engine.name}`);
      });
      test.afterAll(() => school.kill());
      test.beforeEach(async () => {
        browser = await engine.open();
        await browser.setSize(1366, 768);
      });
      test.afterEach(() => browser.close());

      test(`${engine.name}: a pupil joins, answers, changes the answer and sees the end`, async () => {
        const room = await openRoom(school, 30);
        await browser.goTo(school.pupils);
        await browser.type('input', room.code);
        await browser.press('Join');
        await browser.expectText('You’re in');
        await room.take({ type: 'ask', question: QUESTION });
        await browser.expectText('What puts the most pressure');
        await browser.press('C');
        await browser.expectText('Your answer is in');
        await browser.press('Answer again');
        await browser.press('– I’d rather not say');
        await browser.expectText('Your answer is in');
        await room.take({ type: 'close' });
        await browser.expectText('Answers are closed');
        await room.take({ type: 'finish' });
        await browser.expectText('Thank you for taking part');
      });

      test(`${engine.name}: a page for home that three presses of Shift have left stays left, by Back too`, async () => {
        // It opens the pupils' door.
        await openRoom(school, 30);
        await browser.goTo(`${school.pupils}help/`);
        // Its script has run: WebKit may say that a page is there before.
        await expect.poll(() => browser.run(() => history.state !== null)).toBe(true);
        await browser.goTo(`${school.pupils}comebacks/`);
        await browser.press('A friend or classmate');
        for (let presses = 0; presses < 3; presses += 1) await browser.key('Shift');
        await expect.poll(() => browser.run(() => location.pathname)).toBe('/away/');
        // The first ends at the page that was led to, where that was put twice; the second at Help.
        for (let backs = 0; backs < 2; backs += 1) {
          await browser.run(() => history.back());
          // Help is shown for a moment at most, and hides itself.
          await expect
            .poll(
              () =>
                browser.run(() => (document.documentElement.hidden ? 'hidden' : document.title)),
              { intervals: [300], timeout: 5_000 },
            )
            .not.toMatch(/^Help/);
          await expect.poll(() => browser.run(() => location.pathname)).toBe('/away/');
        }
      });

      test(`${engine.name}: the start sets each row beside its name, and no drawing over words`, async () => {
        await browser.goTo(`${school.staff}present/${LESSON}/`);
        await browser.expectText('Two screens');
        const [wide, beside] = await browser.run(() => {
          const boxOf = (selector: string) =>
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          const drawing = boxOf('.screen-card svg');
          return [boxOf('.segments').width, boxOf('.screen-card b').left - drawing.right];
        });
        expect(wide).toBeGreaterThan(150);
        expect(beside).toBeGreaterThan(0);
      });

      if (isThorough) {
        test(`${engine.name}: the film plays on the board at the first press and stops at its stop @thorough`, async () => {
          const { presenter, board } = await openLesson(browser, school);
          await browser.run(watchFilm);
          await browser.switchTo(presenter);
          for (let shown = await turn(browser, { presenter, board }); shown !== 'film-1';) {
            shown = await turn(browser, { presenter, board });
          }
          await browser.key('p');
          await browser.switchTo(board);
          await expect
            .poll(() => browser.run(slideShown), { timeout: 20_000 })
            .toBe('stop-before-the-ask');
          const frames = await browser.run(() => window.framesSeen);
          expect(frames.length).toBeGreaterThan(5);
          expect(Math.max(...frames)).toBeLessThanOrEqual(LAST_BEFORE_FIRST_STOP);
        });
      }

      if (isThorough) {
        test(`${engine.name}: a pile is chosen, looked at and made into one PDF`, async () => {
          await browser.goTo(`${school.staff}print/`);
          await browser.expectText('Print the essentials for 30');
          await browser.press('Preview: Worksheet');
          await browser.expectText('Page 1 of 2');
          await expect
            .poll(() => browser.run(takeOneOut, 'Pupil help cards'), { intervals: [50] })
            .toBe(1);
          await browser.press('One PDF');
          // The program starts a browser of its own for it, beside two others.
          await browser.expectText('Open the PDF', 90_000);
          const href = await browser.run(
            () =>
              [...document.links].find((link) => link.textContent.includes('Open the PDF'))?.href ??
              '',
          );
          const made = await fetch(href);
          expect((await PDFDocument.load(await made.arrayBuffer())).getPageCount()).toBe(2 * 4);
        });
      }
    });
  });
}

/** Leaves out the first sheet of another name, and says how many are in. */
function takeOneOut(name: string): number {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.desk-row input[type=checkbox]')];
  boxes
    .find((box) => box.checked && box.closest('.desk-row')?.textContent.includes(name) !== true)
    ?.click();
  return boxes.filter((box) => box.checked).length;
}

const LAST_BEFORE_FIRST_STOP = 4 * 25 - 1;
const slideShown = () =>
  document.querySelector('section.present')?.getAttribute('data-slide') ?? '';

/** Opens the lesson with its board in a window of its own, started; the board is then the window that is driven. */
async function openLesson(
  browser: Driver,
  { staff }: TaughtSchool,
): Promise<{ presenter: string; board: string }> {
  await browser.goTo(`${staff}present/${LESSON}/`);
  const presenter = await browser.window();
  // Who may be in today comes with what the school says.
  await browser.expectText('Approved until');
  await browser.run(() => {
    const field = document.querySelector<HTMLSelectElement>('select#lead-today');
    if (!field) throw new Error('There is no list of who is in today');
    field.value = 'The lead';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  for (const tick of ['I have watched the film', 'I know who may find this hard', 'Two screens']) {
    await browser.press(tick);
  }
  const board = await browser.switchToOpened(() => browser.press('Start the lesson'));
  // Without its script no slide is drawn; a driver may still find the button before its style is there.
  await expect.poll(() => browser.run(slideShown), { timeout: 30_000 }).toBe('board:start');
  await browser.press('Start the board');
  await expect.poll(() => browser.run(slideShown)).not.toMatch(/^$|^board:start$/);
  return { presenter, board };
}

/** Goes one slide on from the presenter, and gives the slide that the board then shows. */
async function turn(
  browser: Driver,
  { presenter, board }: { readonly presenter: string; readonly board: string },
): Promise<string> {
  await browser.switchTo(board);
  const before = await browser.run(slideShown);
  await browser.switchTo(presenter);
  await browser.key('ArrowRight');
  await browser.switchTo(board);
  await expect.poll(() => browser.run(slideShown)).not.toBe(before);
  const shown = await browser.run(slideShown);
  await browser.switchTo(presenter);
  return shown;
}

/** Makes the page note the number of every frame of the test clip that is seen, from the clip's sixteen squares. */
function watchFilm(): void {
  window.framesSeen = [];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const read = (video: HTMLVideoElement) => {
    pen?.drawImage(video, 0, 0, 640, 360);
    const squares = Array.from(
      { length: 16 },
      (_, at) => (pen?.getImageData(at * 40 + 20, 340, 1, 1).data[0] ?? 0) > 127,
    );
    return squares.reduce((number, white) => number * 2 + (white ? 1 : 0), 0);
  };
  const watch = () => {
    const video = document.querySelector('video');
    const isSeen =
      video !== null && video.currentTime > 0 && getComputedStyle(video).visibility === 'visible';
    if (isSeen) window.framesSeen.push(read(video));
    requestAnimationFrame(watch);
  };
  watch();
}
