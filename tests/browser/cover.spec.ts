import { expect, test } from '@playwright/test';
import { expectGood, heading, joinAndAsk, press, PROMPT, watchTroubles } from './join-page.ts';
import { openJoinSchool, type JoinSchool } from './join-school.ts';

let school: JoinSchool;
test.beforeAll(async () => {
  school = await openJoinSchool('cover-spec');
});
test.afterAll(() => school.close());

test('[R15] A pause and help cover every page with the board, and nothing on it is lost', async ({
  page,
}) => {
  const room = await school.open(30);
  const troubles = watchTroubles(page, school.pupils);
  await page.goto(school.pupils);
  const stage = (cover: 'none' | 'pause' | 'help') => {
    const film = { order: 1, do: 'none' } as const;
    return school.take(room, { type: 'slide', slide: 'a', stage: { step: 0, cover, film } });
  };
  await school.take(room, { type: 'box', isOpen: true });
  await joinAndAsk(page, school, room);
  await press(page, 'Question box');
  await page.getByLabel('Question box').fill('My own words');
  await stage('pause');
  await expect(heading(page, 'Pause and think')).toBeFocused();
  await expect(page.getByLabel('Question box')).toBeHidden();
  await expectGood(page);
  await press(page, 'Help');
  // The question box below has the same lines, out of sight with its draft.
  await expect(
    page
      .getByText('Childline: chat on childline.org.uk, or call 0800 1111, free')
      .filter({ visible: true }),
  ).toHaveCount(1);
  await press(page, 'Back');
  await expect(heading(page, 'Pause and think')).toBeFocused();
  await stage('none');
  await expect(heading(page, PROMPT)).toBeFocused();
  await press(page, 'Question box');
  await page.getByLabel('Question box').fill('My own words');
  await stage('help');
  await expect(heading(page, 'You can tell someone')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Back' })).toHaveCount(0);
  await expectGood(page);
  await stage('none');
  await expect(page.getByLabel('Question box')).toBeFocused();
  await expect(page.getByLabel('Question box')).toHaveValue('My own words');
  await press(page, 'Back');
  await stage('pause');
  await press(page, 'Leave this page');
  await expect(heading(page, 'You can close this page')).toBeVisible();
  await stage('none');
  expect(troubles).toEqual([]);
});
