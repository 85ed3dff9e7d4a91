import { expect, test } from '@playwright/test';
import { chosenOf } from '../thorough.ts';
import { expectGood, heading, joinAndAsk, press } from './join-page.ts';
import { openJoinSchool, type JoinSchool } from './join-school.ts';

let school: JoinSchool;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  school = await openJoinSchool('join-sizes-spec');
});
test.afterAll(() => school.close());

for (const [name, width, height] of chosenOf(
  [
    ['a small phone', 360, 740],
    ['a laptop at 400%', 320, 192],
    ['a Chromebook', 1366, 768],
    ['a Chromebook, its browser’s bars taken off', 1366, 625],
  ] as const,
  (_, at) => at === 1,
)) {
  test(`Everything is reached on ${name}, in forced colours too`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const room = await school.open(30);
    await page.goto(school.pupils);
    await expectGood(page);
    await joinAndAsk(page, school, room);
    await expectGood(page);
    // To pass must be as near as to answer.
    if (height > 200) {
      await expect(page.getByRole('button', { name: 'I’d rather not say' })).toBeInViewport({
        ratio: 1,
      });
    }
    await press(page, 'Help');
    await expectGood(page);
    await press(page, 'Back');
    await press(page, 'I’d rather not say');
    await expect(heading(page, 'Your answer is in')).toBeVisible();
    await expectGood(page);
  });
}
