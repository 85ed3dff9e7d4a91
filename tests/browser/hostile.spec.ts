import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { ADDRESSES, MARKUP, WITH_ADDRESS } from '../lesson/hostile-pieces.ts';
import { getReady, key, startBoard, turnTo, pressStart } from './lead.ts';
import { chosenOf } from '../thorough.ts';
import { openTaughtSchool, type TaughtSchool } from './taught-school.ts';
import { ownFolder } from './own-folder.ts';

const BAD = '<img src=x onerror=alert(1)>';
const AT_END = 'the-end';

// A third of them in an ordinary run: what is drawn from each is in tests/lesson/hostile.test.ts.
const isThird = (_: unknown, place: number) => place % 3 === 0;
const PLACES = chosenOf(WITH_ADDRESS, isThird);
const MARKS = chosenOf(MARKUP, isThird);

/** A lesson by someone who means harm: what the unit tests know, on slides, in notes, headings, questions and the head. */
function hostileLesson(): string {
  const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
  const places = PLACES.map(
    (place, at) =>
      `### Address ${at}\n\n${ADDRESSES.map(place).join('\n\n')}\n\nNotes:\n${place('javascript:alert(1)')}\n`,
  );
  const marks = MARKS.map(
    (markup, at) => `### Mark ${at} ${oneLine(markup)}\n\n${markup}\n\nwords ${markup} words\n`,
  );
  const question = `::: choice one character\nWho is ${BAD}?\n- One ${BAD}\n- Two </script><script>alert(1)</script>\n\n> It is ${BAD}\n:::\n`;
  const head = `---\ntitle: ${JSON.stringify(BAD)}\nsummary: ${JSON.stringify(`</script>${BAD}`)}\nsubject: safeguarding\nminutes: 10\nobjectives: [${JSON.stringify(BAD)}]\n---\n`;
  const text = `${head}\n# ${BAD}\n\n### Asked\n\n${question}\n${[...places, ...marks].join('\n')}\n### The end\n\nWords.\n`;
  // A file with this sign in it is no text, and is refused whole.
  return text.replaceAll('\0', '');
}

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  const home = ownFolder('hostile-home');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(`${home}/lessons`, { recursive: true });
  mkdirSync(`${home}/media`, { recursive: true });
  writeFileSync(`${home}/lessons/hostile.md`, hostileLesson());
  school = await openTaughtSchool('hostile', home);
});
test.afterAll(() => school.kill());

/** Collects what a lesson must never bring about: a script, even one that the policy stopped; a dialog; a request to anywhere else; another page. */
async function watchHarm(context: BrowserContext): Promise<readonly string[]> {
  const harm: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(school.staff) || url.startsWith(school.pupils)) return route.continue();
    harm.push(`asked for ${url}`);
    return route.abort();
  });
  context.on('dialog', (dialog) => {
    harm.push(`said ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      harm.push(message.text());
    }
  });
  context.on('weberror', (error) => harm.push(String(error.error())));
  return harm;
}

/** Handlers, scripts, frames, forms and styles that are in the page and not ours. */
function strangersIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const handlers = [...document.querySelectorAll('*')].flatMap((one) =>
      one.getAttributeNames().filter((name) => name.startsWith('on')),
    );
    const parts = document.querySelectorAll(
      'iframe, object, embed, base, form[action^="http"], link[href*="example.org"], [src*="example.org"], svg script',
    );
    // What a browser cannot read as an address has no protocol, and leads nowhere.
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
      ({ protocol }) => !['http:', 'https:', 'mailto:', 'tel:', ':'].includes(protocol),
    );
    return [...handlers, ...[...parts, ...links].map((one) => one.outerHTML.slice(0, 120))];
  });
}

test('a lesson that means harm does nothing on the library, its own page and paper @thorough', async ({
  context,
  page,
}) => {
  const harm = await watchHarm(context);
  for (const path of ['', 'lesson/hostile/', 'print/hostile/worksheet/']) {
    await page.goto(`${school.staff}${path}`, { waitUntil: 'networkidle' });
    await expect(page.getByText(BAD).first()).toBeVisible();
    expect(await strangersIn(page), path).toEqual([]);
  }
  expect(harm).toEqual([]);
});

test('it is taught like any other: every slide comes, the board’s own buttons and keys work, and nothing of it runs', async ({
  context,
  page,
}) => {
  test.setTimeout(120_000);
  const harm = await watchHarm(context);
  await page.goto(`${school.staff}present/hostile/`);
  await getReady(page);
  await page.getByLabel('School tablets').check();
  const opened = context.waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  // Its heading stands alone above the question, and is a part of it.
  await turnTo(board, 'question-one', () => key(page, 'ArrowRight'));
  await key(page, 'a');
  const shown = board.locator('section.present');
  await expect(shown).toContainText(/[B-Z]{3} \d{3}/);
  const pupil = await context.newPage();
  await pupil.goto(school.pupils);
  await pupil
    .getByLabel('Type the code on the board')
    .fill(/[B-Z]{3} \d{3}/.exec(await shown.innerText())?.[0] ?? '');
  await pupil.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(pupil.getByRole('heading', { name: 'Asked: Who is ?' })).toBeVisible();
  expect(await strangersIn(pupil)).toEqual([]);

  const slides = PLACES.length + MARKS.length + 1;
  for (let turned = 0; turned < slides; turned += 1) {
    const before = await shown.getAttribute('data-slide');
    await key(page, 'ArrowRight');
    await expect(shown).not.toHaveAttribute('data-slide', before ?? '');
  }
  await expect(shown).toHaveAttribute('data-slide', AT_END);
  expect(await strangersIn(board)).toEqual([]);
  expect(await strangersIn(page)).toEqual([]);
  await expect(page).toHaveURL(`${school.staff}present/hostile/`);
  expect(context.pages()).toHaveLength(3);
  expect(harm).toEqual([]);
});
