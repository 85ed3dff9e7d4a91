import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  expect,
  test,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { LEAD, STRANGER } from '../server/safeguarding-key.ts';
import { approveHere } from './approve.ts';
import { axeFindings } from './axe-findings.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';
import { noteTroubles } from './troubles.ts';
import { sideways } from './walk-keys.ts';

const LAPTOP = { width: 1366, height: 641 };

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ viewport: LAPTOP });

let school: TaughtSchool;
const troubles: (readonly string[])[] = [];
const contexts: BrowserContext[] = [];
test.beforeAll(async () => {
  school = await openTaughtSchool(`approve-${test.info().parallelIndex}`);
  const made = await fetch(`${school.staff}api/box/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ words: LEAD, reason: 'first' }),
  });
  expect(made.status).toBe(201);
});
test.afterAll(() => school.kill());
test.beforeEach(() => {
  rmSync(join(school.dataDir, 'school.json'), { force: true });
  rmSync(join(school.dataDir, 'approvals'), { recursive: true, force: true });
});
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  expect(troubles.splice(0).flat()).toEqual([]);
});

/** Someone at a computer of their own. */
async function newPerson(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: LAPTOP,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  contexts.push(context);
  troubles.push(
    noteTroubles(context, {
      isOwn: (url) => url.startsWith(school.staff),
      // A wrong key and a link that is used are answered with these, which browsers write down.
      isExpected: (message) => /status of (?:403|409|412)/.test(message.text()),
    }),
  );
  return context.newPage();
}

const storedSchool = () => {
  const path = join(school.dataDir, 'school.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
const approval = (page: Page) => page.locator('[data-approval]');

/** The teacher asks on the lesson’s page, and has the link that works once. */
async function askFor(teacher: Page): Promise<string> {
  await teacher.goto(`${school.staff}lesson/${LESSON}/`);
  await approval(teacher)
    .getByText(/^(Ask them|Ask again|Remind them)$/)
    .click();
  await approval(teacher).getByRole('button', { name: 'Copy the message' }).click();
  await expect(approval(teacher).getByText('Copied.')).toBeVisible();
  const open = approval(teacher).getByRole('link', { name: 'Open the approval' });
  return new URL((await open.getAttribute('href')) ?? '', teacher.url()).href;
}

test('A teacher asks, the lead opens the link in another browser, approves in seven presses, and the lesson’s page and Start say so', async ({
  browser,
}) => {
  const [teacher, lead] = [await newPerson(browser), await newPerson(browser)];
  const link = await askFor(teacher);
  await teacher.reload();
  await expect(approval(teacher)).toContainText('You asked your safeguarding lead on');

  await lead.goto(link);
  await expect(lead.getByText('A teacher sent you this link.')).toBeVisible();
  await expect(lead.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(lead.getByRole('checkbox', { checked: true })).toHaveCount(0);
  expect(await approveHere(lead)).toBeLessThanOrEqual(8);
  await expect(lead.getByText(/Approved until .*, by a request link\./)).toBeVisible();
  expect(new URL(lead.url()).hash).toBe('');
  await expect(lead.getByRole('heading', { name: 'Your answer', level: 2 })).toBeFocused();
  expect(await axeFindings(lead)).toEqual([]);

  await teacher.reload();
  await expect(approval(teacher)).toContainText(
    /Approved until .* by the safeguarding lead, .*, by a request link\./,
  );
  await teacher.goto(`${school.staff}present/${LESSON}/`);
  await expect(teacher.locator('.start__side')).toContainText(
    /Approved until .* by the safeguarding lead/,
  );
  const { confirmed } = JSON.parse(readFileSync(join(school.dataDir, 'school.json'), 'utf8')) as {
    readonly confirmed: Readonly<Record<string, { readonly by: string }>>;
  };
  expect(confirmed['childline']?.by).toBe('safeguarding lead');
  expect(confirmed['posh']).toBeUndefined();

  // The link is spent; the key is the way in then.
  await lead.goto('about:blank');
  await lead.setViewportSize({ width: 390, height: 844 });
  await lead.goto(link);
  await expect(lead.getByText('This request was answered on')).toBeInViewport();
  await lead.setViewportSize(LAPTOP);
  await expect(lead.getByLabel('Your eight words')).toBeHidden();
  await expect(lead.getByRole('checkbox', { name: 'We’ve read our policy' })).toHaveCount(0);
  await lead.getByRole('button', { name: 'Change your answer' }).click();
  await expect(lead.getByRole('heading', { name: /Approve/, level: 2 })).toBeFocused();
  await expect(lead.locator('#gate-policy')).not.toBeChecked();
  await expect(lead.getByText('Ask the teacher for a new link')).toBeVisible();
  await expect(lead.getByLabel('Your eight words')).toBeVisible();
  await expect(lead.getByRole('button', { name: 'Withdraw, with a note' })).toBeVisible();
});

test('The approval opens in a tab of its own too, by the middle button, from Start and from the lesson’s page', async ({
  browser,
}) => {
  const teacher = await newPerson(browser);
  const middle = async (at: Locator) => {
    const opened = teacher.context().waitForEvent('page');
    await at.getByRole('link', { name: 'Open the approval' }).click({ button: 'middle' });
    const tab = await opened;
    await expect(tab.getByText('A teacher sent you this link.')).toBeVisible();
    await tab.close();
  };
  await teacher.goto(`${school.staff}present/${LESSON}/`);
  await middle(teacher.locator('.start__side'));
  await teacher.goto(`${school.staff}lesson/${LESSON}/`);
  await approval(teacher).getByText('Remind them', { exact: true }).click();
  const [copy, mail] = await Promise.all(
    (['button', 'link'] as const).map((role) =>
      approval(teacher)
        .getByRole(role, { name: /^(Copy the message|E-mail it)$/ })
        .boundingBox(),
    ),
  );
  expect(mail?.height).toBe(copy?.height);
  await middle(approval(teacher));
});

test('On the teacher’s own computer the lead’s answer leads back: to Start with what was typed there, or to the lesson', async ({
  browser,
}) => {
  const teacher = await newPerson(browser);
  await teacher.goto(`${school.staff}present/${LESSON}/`);
  await teacher.getByRole('checkbox', { name: 'I know who may find this hard' }).check();
  await teacher.getByRole('link', { name: 'Open the approval' }).click();
  await expect(teacher.getByRole('link', { name: 'Back to Start' })).toHaveCount(0);
  await approveHere(teacher);
  await expect(teacher.getByText('You can hand the computer back.')).toBeVisible();
  expect(await axeFindings(teacher)).toEqual([]);
  // A step within the page is none away from it.
  await teacher.getByRole('link', { name: 'Skip to main content' }).press('Enter');
  await teacher.getByRole('link', { name: 'Back to Start' }).click();
  await expect(teacher.locator('.start__side')).toContainText(/Approved until/);
  await expect(teacher.locator('#tick-pupils')).toBeChecked();

  for (const stored of ['approvals', 'school.json']) {
    rmSync(join(school.dataDir, stored), { recursive: true, force: true });
  }
  await teacher.goto(`${school.staff}lesson/${LESSON}/`);
  await approval(teacher).getByText('Ask them', { exact: true }).click();
  await approval(teacher).getByRole('link', { name: 'Open the approval' }).click();
  await approveHere(teacher);
  // Loaded again, it leads there still.
  await teacher.reload();
  await teacher.getByRole('link', { name: 'Back to the lesson' }).click();
  await expect(approval(teacher)).toContainText(/Approved until/);
});

test('A request that went to the wrong person is withdrawn on the lesson’s page, at Start and on the lead’s list, after one question in its place, and asked again with another link @thorough', async ({
  browser,
}) => {
  const [teacher, other] = [await newPerson(browser), await newPerson(browser)];
  const withdraw = (at: Page | Locator) => at.getByRole('button', { name: 'Withdraw the request' });
  const keep = (at: Page | Locator) => at.getByRole('button', { name: 'Keep it' });
  const sure = (at: Page | Locator) => at.getByRole('button', { name: 'Withdraw it' });
  const isWithdrawn = async (link: string) => {
    await other.goto('about:blank');
    await other.goto(link);
    await expect(other.getByText('This request was withdrawn on')).toBeVisible();
  };

  await teacher.goto(`${school.staff}lesson/${LESSON}/`);
  await expect(approval(teacher)).toContainText('has not approved this yet');
  await expect(withdraw(teacher)).toBeHidden();
  const first = await askFor(teacher);
  await expect(approval(teacher)).toContainText('You asked your safeguarding lead on');
  // Twice, where the first press was, withdraws nothing; nor does Escape.
  const { width } = (await withdraw(teacher).boundingBox()) ?? { width: 0 };
  await withdraw(teacher).dblclick({ position: { x: width - 4, y: 10 } });
  await expect(withdraw(teacher)).toBeFocused();
  await teacher.keyboard.press('Enter');
  await expect(keep(teacher)).toBeFocused();
  await expect(approval(teacher)).toContainText('The link in the message will stop working.');
  expect(await axeFindings(teacher)).toEqual([]);
  await teacher.keyboard.press('Escape');
  await expect(withdraw(teacher)).toBeFocused();
  await teacher.keyboard.press('Enter');
  await teacher.keyboard.press('Tab');
  await teacher.keyboard.press('Enter');
  await expect(approval(teacher)).toContainText('The request is withdrawn.');
  await expect(approval(teacher)).toContainText('has not approved this yet');
  await expect(approval(teacher).getByText('Ask them', { exact: true })).toBeFocused();
  await isWithdrawn(first);

  // Asked again without loading the page, the message has another link.
  await teacher.keyboard.press('Enter');
  await approval(teacher).getByRole('button', { name: 'Copy the message' }).click();
  await expect(approval(teacher).getByText('Copied.')).toBeVisible();
  const open = approval(teacher).getByRole('link', { name: 'Open the approval' });
  const second = new URL((await open.getAttribute('href')) ?? '', teacher.url()).href;
  await other.goto(second);
  await expect(other.getByText('A teacher sent you this link.')).toBeVisible();

  await teacher.goto(`${school.staff}present/${LESSON}/`);
  const start = teacher.locator('.start__side');
  await withdraw(start).click();
  await sure(start).click();
  await expect(start).toContainText('The request is withdrawn.');
  await expect(start.getByRole('link', { name: 'E-mail it' })).toBeFocused();
  await isWithdrawn(second);
  await start.getByRole('button', { name: 'Copy the message' }).click();
  await expect(start).toContainText('You asked your safeguarding lead on');
  await expect(withdraw(start)).toBeVisible();

  const third = await askFor(teacher);
  await teacher.goto(`${school.staff}approve/`);
  const card = teacher.getByRole('listitem').filter({ hasText: 'Asked for on' });
  await expect(card).toHaveCount(1);
  await withdraw(card).click();
  expect(await axeFindings(teacher)).toEqual([]);
  await teacher.route('**/approval', (route) => route.fulfill({ status: 200, body: 'half' }));
  await sure(card).click();
  await expect(card).toContainText('Wholeclass didn’t answer.');
  await teacher.unroute('**/approval');
  await sure(card).click();
  await expect(teacher.getByText('The request is withdrawn.')).toBeVisible();
  await expect(withdraw(teacher)).toHaveCount(0);
  await isWithdrawn(third);
});

test('Without a link, where no one has made a key, the page says what it needs and has nothing to press @thorough', async ({
  browser,
}) => {
  const lead = await newPerson(browser);
  await lead.route(
    (url) => url.pathname.endsWith('/approval'),
    (route) => route.fulfill({ json: { state: { is: 'none' }, asked: null, keys: 0, link: null } }),
  );
  await lead.goto(`${school.staff}approve/${LESSON}/`);
  await expect(lead.getByText('To answer, you need a link from a teacher')).toBeVisible();
  await expect(lead.getByRole('button', { name: 'Approve for this term' })).toHaveCount(0);
});

test('With a safeguarding key the lead sends a note, which the teacher reads beside Teach, and approves later @thorough', async ({
  browser,
}) => {
  const [teacher, lead] = [await newPerson(browser), await newPerson(browser)];
  await lead.goto(`${school.staff}approve/${LESSON}/`);
  await lead.getByRole('button', { name: 'Not yet' }).click();
  await expect(lead.getByLabel('What should change first?')).toBeFocused();
  await lead.getByRole('radio', { name: 'I’m a deputy' }).check();
  await lead.getByLabel('What should change first?').fill('Please change slide 3.');
  await lead.getByLabel('Your eight words').fill(STRANGER);
  await lead.getByRole('button', { name: 'Send the note' }).click();
  await expect(lead.getByRole('alert').filter({ hasText: 'aren’t the words' })).toBeVisible({
    timeout: 60_000,
  });
  await lead.getByLabel('Your eight words').fill(LEAD);
  await lead.getByRole('button', { name: 'Send the note' }).click();
  await expect(lead.getByText('Your note is saved.')).toBeVisible({ timeout: 60_000 });
  await lead.getByRole('button', { name: 'Change your answer' }).click();
  await teacher.goto(`${school.staff}lesson/${LESSON}/`);
  await expect(approval(teacher)).toContainText(
    /Not yet, says the deputy safeguarding lead, .*: “Please change slide 3\.”/,
  );

  await lead.getByLabel('Your eight words').fill(LEAD);
  await approveHere(lead);
  await teacher.reload();
  await expect(approval(teacher)).toContainText('with their key.');

  const path = join(school.dataDir, '..', `approve-${test.info().parallelIndex}-home`);
  const file = join(path, `lessons/${LESSON}.md`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('We talk about the story', 'We speak about the story'));
  await expect(async () => {
    await teacher.reload();
    await expect(approval(teacher)).toContainText(/Changed since it was approved: slides? \d/);
  }).toPass();
  writeFileSync(file, text);
});

test('Approve, pressed early, goes to the first thing that is missing and names all of it; a contact that is wrong is hidden at once @thorough', async ({
  browser,
}) => {
  const lead = await newPerson(browser);
  await lead.goto(`${school.staff}approve/${LESSON}/`);
  await lead.getByRole('button', { name: 'Approve for this term' }).click();
  await expect(lead.getByRole('alert').filter({ hasText: 'Still needed' })).toHaveText(
    /^Still needed: “We’ve read our policy.*”, “Parents.*” and “.*”\. Then say who is answering\.$/,
  );
  await expect(lead.locator('#gate-policy')).toBeFocused();
  await expect(lead.getByRole('alert').filter({ hasText: 'Still needed' })).toBeInViewport();
  await lead.locator('#gate-policy').check();
  await expect(lead.getByText('Still needed')).toHaveCount(0);
  await lead.getByRole('button', { name: 'This is wrong: Shout' }).click();
  await expect(lead.getByRole('button', { name: 'Show it again: Shout' })).toBeVisible();
  await expect.poll(storedSchool).toContain('"shout"');
  await lead.getByText('Add names').click();
  await lead.getByLabel('Safeguarding lead', { exact: true }).fill('The lead');
  await expect.poll(storedSchool).toContain('The lead');
});

test('While the program is out of reach the page says so, loses nothing that is ticked, and goes on once it is back @thorough', async ({
  browser,
}) => {
  const [teacher, lead] = [await newPerson(browser), await newPerson(browser)];
  const link = await askFor(teacher);
  const away = (url: URL) => url.pathname.endsWith('/approval');
  await lead.route(away, (route) => route.fulfill({ status: 200, body: 'half' }));
  await lead.goto(link);
  await expect(lead.getByRole('alert')).toContainText('Wholeclass didn’t answer.');
  await lead.unroute(away);
  await lead.getByRole('button', { name: 'Try again' }).click();
  await expect(lead.getByText('A teacher sent you this link.')).toBeVisible();
  for (const tick of await lead.locator('[id^="gate-"]').all()) await tick.check();
  await lead.getByRole('radio', { name: 'I’m a deputy' }).check();
  await lead.route(away, (route) => route.fulfill({ status: 200, body: 'half' }));
  await lead.getByRole('button', { name: 'Approve for this term' }).click();
  await expect(lead.getByRole('alert')).toContainText('Wholeclass didn’t answer.');
  await lead.unroute(away);
  await lead.getByRole('button', { name: 'Approve for this term' }).click();
  await expect(lead.getByText('Approved. Thank you.')).toBeVisible();
});

test('A lesson that changes while its page is open loses nothing that is ticked or typed: the page says what is new, and asks for that alone @thorough', async ({
  browser,
}) => {
  const lead = await newPerson(browser);
  await lead.goto(`${school.staff}approve/${LESSON}/`);
  await lead.getByRole('button', { name: 'Confirm all' }).click();
  for (const tick of await lead.locator('[id^="gate-"]').all()) await tick.check();
  await lead.getByRole('radio', { name: 'I’m a deputy' }).check();
  await lead.getByLabel('Your eight words').fill(LEAD);

  const home = join(school.dataDir, '..', `approve-${test.info().parallelIndex}-home`);
  const file = join(home, `lessons/${LESSON}.md`);
  const text = readFileSync(file, 'utf8');
  const change = (to: string) => writeFileSync(file, text.replace('We talk about the story', to));
  const version = async () => (await fetch(`${school.staff}approve/${LESSON}/lesson.json`)).text();
  const first = await version();
  change('We speak about the story');
  await expect.poll(version).not.toEqual(first);
  await lead.getByRole('button', { name: 'Approve for this term' }).click();
  const news = lead.getByRole('alert').filter({ hasText: 'has changed since you opened it' });
  await expect(news).toContainText(/since you opened it: slides? \d+\. What you ticked and typed/, {
    timeout: 60_000,
  });
  await expect(news).toBeFocused();
  await expect(news).toBeInViewport();
  expect(await axeFindings(lead)).toEqual([]);
  const isAllThere = async () => {
    for (const tick of await lead.locator('[id^="gate-"]').all()) await expect(tick).toBeChecked();
    await expect(lead.getByRole('button', { name: 'All are confirmed' })).toBeVisible();
    await expect(lead.getByRole('radio', { name: 'I’m a deputy' })).toBeChecked();
    await expect(lead.getByLabel('Your eight words')).toHaveValue(LEAD);
  };
  await isAllThere();

  // Only what is new is asked for, and a second change asks for it again.
  const approve = lead.getByRole('button', { name: 'Approve for this term' });
  const looked = lead.getByRole('checkbox', { name: 'I’ve looked at what changed' });
  await approve.click();
  await expect(lead.getByText('Still needed: look at what changed.')).toBeVisible();
  await expect(looked).toBeFocused();
  await looked.check();
  const second = await version();
  change('We chat about the story');
  await expect.poll(version).not.toEqual(second);
  await lead.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(looked).not.toBeChecked();
  await isAllThere();
  await looked.check();
  await approve.click();
  await expect(lead.getByText('Approved. Thank you.')).toBeVisible({ timeout: 60_000 });
  writeFileSync(file, text);
});

test('The page fits a phone, a zoomed window, keys alone there and back, and a sheet of paper in black, and passes axe @thorough', async ({
  browser,
}) => {
  const lead = await newPerson(browser);
  await lead.goto(`${school.staff}approve/${LESSON}/`);
  await expect(lead.getByLabel('Your eight words')).toBeVisible();
  for (const width of [1366, 820, 683, 390, 320]) {
    await lead.setViewportSize({ width, height: 641 });
    expect(await sideways(lead)).toBeLessThanOrEqual(0);
  }
  expect(await axeFindings(lead)).toEqual([]);
  await lead.setViewportSize(LAPTOP);
  // The same way there and back; of radio buttons whichever is nearer.
  const focused = () =>
    lead.evaluate(() => {
      const { id, textContent } = document.activeElement ?? document.body;
      return id.startsWith('role-') ? 'role' : id || textContent.trim();
    });
  const there: string[] = [];
  for (let presses = 0; presses < 60 && there.at(-1) !== 'Approve for this term'; presses += 1) {
    await lead.keyboard.press('Tab');
    there.push(await focused());
  }
  expect(there.at(-1)).toBe('Approve for this term');
  expect(await lead.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
  const back = [await focused()];
  while (back.length < there.length) {
    await lead.keyboard.press('Shift+Tab');
    back.push(await focused());
  }
  expect(back.toReversed()).toEqual(there);

  const [top, right, bottom, left] = ['15mm', '15mm', '15mm', '15mm'];
  const paper = await lead.pdf({ format: 'A4', margin: { top, right, bottom, left } });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await lead.emulateMedia({ media: 'print' });
  await expect(lead.locator('#approve').getByRole('button')).toHaveCount(0);
  await expect(lead.getByRole('heading', { name: 'Check the contacts' })).toHaveCSS(
    'color',
    'rgb(0, 0, 0)',
  );
  await lead.emulateMedia({ media: null });

  await lead.goto(`${school.staff}approve/`);
  await expect(lead.getByText('Not approved yet.').first()).toBeVisible();
  expect(await axeFindings(lead)).toEqual([]);
});
