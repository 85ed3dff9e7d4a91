import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import {
  expectBoard,
  getReady,
  key,
  onward,
  startBoard,
  turnTo,
  pressStart,
  inMenu,
} from './lead.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

const long = fileURLToPath(new URL('../../media/speech-bubbles/film.mp4', import.meta.url));
const short = fileURLToPath(new URL('../media/clip/film.mp4', import.meta.url));
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  // The lesson waits for a film that is neither of the two.
  const home = writeTaughtHome('chosen-film');
  rmSync(`${home}/media/clip/film.mp4`);
  const yaml = readFileSync(`${home}/media/clip/film.yaml`, 'utf8');
  writeFileSync(
    `${home}/media/clip/film.yaml`,
    yaml.replace("length: '0:20.0'", "length: '0:30.0'"),
  );
  school = await openTaughtSchool('chosen-film', home);
});
test.afterAll(() => school.kill());

async function choose(presenter: Page, file: string): Promise<void> {
  await inMenu(presenter, 'Where the film comes from');
  await presenter.locator('input[type=file]').setInputFiles(file);
  await expect(presenter.getByRole('dialog')).toHaveCount(0);
}

test('A chosen film begins at its start, wherever the one before it was, and nothing here says that it stops or has captions @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await turnTo(board, 'film-1', () => key(page, 'ArrowRight'));
  await choose(page, long);
  const place = page.getByRole('slider', { name: 'Place in the film' });
  await expect(place).toHaveAttribute('aria-valuetext', '0:00 of 2:52');
  await place.fill('35');
  await expect(place).toHaveAttribute('aria-valuetext', /^0:35 of/);
  await turnTo(board, 'film-2', () => onward(page, () => key(page, 'ArrowRight')));

  const notes = page.getByRole('region', { name: 'Your notes' });
  await expect(notes).toContainText('It does not stop by itself: pause it where the question fits');
  await expect(page.getByRole('region', { name: 'What needs you' })).toContainText(
    'it does not stop by itself, even where your notes say so',
  );
  await expect(page.getByRole('main')).not.toContainText('tops by itself at');
  const captions = page.getByRole('button', { name: 'Captions' });
  await expect(captions).toBeDisabled();
  await expect(captions).toHaveAttribute('aria-pressed', 'false');
  await page.getByText('More for the film').click();
  await expect(page.getByRole('button', { name: 'Descriptions' })).toBeDisabled();
  await page.locator('body').press('k');
  await expect(page.getByRole('region', { name: 'What needs you' })).toContainText(
    'This film has no captions here.',
  );
  expect(await axeFindings(page)).toEqual([]);

  await choose(page, short);
  await expect(place).toHaveAttribute('aria-valuetext', '0:00 of 0:20');
  // Played from its end it starts over, too.
  await place.fill('20');
  await expect(place).toHaveAttribute('aria-valuetext', '0:20 of 0:20');
  await turnTo(board, 'film-1', () => key(page, 'PageUp'));
  const time = () =>
    board
      .locator('video')
      .evaluate(({ currentTime, paused }: HTMLVideoElement) => (paused ? -1 : currentTime));
  await page.getByRole('navigation').getByRole('button', { name: 'Play the film' }).click();
  await expect.poll(time).toBeGreaterThan(0.2);
  expect(await time()).toBeLessThan(12);
  await expectBoard(board, 'film-1');
});
