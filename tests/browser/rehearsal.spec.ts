import { expect, test } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { closeAndShow, goTo, key, startBoard, untilSettled } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;
test.beforeAll(async () => {
  school = await openTaughtSchool('rehearsal');
});
test.afterAll(() => school.kill());

test('A rehearsal shows results of a pretend class, says so on both screens, and asks the program for no room', async ({
  context,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await presenter.getByRole('link', { name: 'Practise with a pretend class' }).click();
  await expect(presenter.locator('.notes')).toBeVisible();
  const opened = context.waitForEvent('page');
  await presenter.getByRole('button', { name: 'Open the board' }).click();
  const board = await opened;
  await startBoard(board);
  const label = board.getByText('Rehearsal: a pretend class answers');
  await expect(label).toBeVisible();
  await expect(
    presenter.locator('.notice', { hasText: 'Rehearsal: a pretend class answers' }),
  ).toBeVisible();

  await goTo(presenter, board, 'question-how-much-pressure');
  await key(presenter, 'a');
  // Answers come one after the other: on a busy machine the last may be in before anyone looks.
  await expect(presenter.getByText(/^(25|30)\+$/)).toBeVisible({ timeout: 20_000 });
  await closeAndShow(presenter);
  await expect(board.locator('section.present')).toContainText(
    /Everyone together|Only the most chosen|Showing the answers/,
  );
  await expect(label).toBeVisible();
  expect([await axeFindings(presenter), await axeFindings(board)]).toEqual([[], []]);

  await key(presenter, 'f');
  await presenter.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(presenter.getByRole('heading', { name: 'The rehearsal is over' })).toBeVisible();
  // A pretend class leaves nothing to see to.
  await expect(presenter.getByText(/If it was heavy|Read the slips|Lesson record/)).toHaveCount(0);
  expect(asked.filter((url) => url.includes('/api/rooms'))).toEqual([]);
  expect(
    await presenter.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })),
  ).not.toContain('how-much-pressure');
});

test('A rehearsal with one screen is gone through to its end by Space, and C where closing is asked, and its film is skipped where no board plays it @thorough', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 641 });
  await page.goto(`${school.staff}present/${LESSON}/?rehearse`);
  await expect(page.getByRole('region', { name: 'What needs you' })).toContainText(
    'A film plays on the board.',
  );
  const status = page.locator('#said');
  const seen: string[] = [];
  const isLast = page.getByRole('button', { name: 'Finish lesson' });
  const isAsked = page.getByRole('button', { name: 'Keep open' });
  for (let turns = 0; turns < 120 && !(await isLast.isVisible()); turns += 1) {
    const before = (await status.textContent()) ?? '';
    seen.push(before);
    if (await isAsked.isVisible()) await untilSettled(page);
    await key(page, (await isAsked.isVisible()) ? 'c' : 'Space');
    await expect(status).not.toHaveText(before);
    await expect(page.getByRole('button', { name: 'Closing…' })).toHaveCount(0);
    await untilSettled(page);
  }
  await expect(isLast).toBeVisible();
  expect(seen.join(' ')).toContain('The film');
});
