import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { measureBoard } from '../../src/print/measure-board.ts';
import { chosenOf } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import { tabTo } from './hands-free.ts';
import { expectGood, heading, watchTroubles } from './join-page.ts';
import {
  closeAndShow,
  closePoll,
  countHands,
  getReady,
  key,
  startBoard,
  turnTo,
  pressStart,
} from './lead.ts';
import {
  openTaughtSchool,
  sitDown,
  writeHomeWith,
  type DistantPupil,
  type TaughtSchool,
} from './taught-school.ts';

const OTHERS = 29;
let school: TaughtSchool;

test.beforeAll(async () => {
  school = await openTaughtSchool('kinds', writeHomeWith('kinds-lesson'));
});
test.afterAll(() => school.kill());

type Room = {
  readonly presenter: Page;
  readonly board: Page;
  readonly pupil: Page;
  readonly others: readonly DistantPupil[];
};

/** A lesson that runs: presenter and board on the laptop, one pupil with a page, and the class. */
async function openLesson(
  context: BrowserContext,
  tablet: BrowserContext,
  first: string,
): Promise<Room> {
  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/kinds-lesson/`);
  await getReady(presenter);
  await presenter.getByLabel('School tablets').check();
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  await turnTo(board, first, () => key(presenter, 'ArrowRight'));
  await key(presenter, 'a');
  const panel = board.locator('section.present');
  await expect(panel).toContainText(/[B-Z]{3} \d{3}/);
  const code = /[B-Z]{3} \d{3}/.exec(await panel.innerText())?.[0].replace(' ', '') ?? '';
  const pupil = await tablet.newPage();
  await pupil.goto(school.pupils);
  await expect(pupil.getByRole('textbox')).toBeFocused();
  await pupil.keyboard.type(code);
  await key(pupil, 'Enter');
  return {
    presenter,
    board,
    pupil,
    others: await Promise.all(Array.from({ length: OTHERS }, () => sitDown(school, code))),
  };
}

/** Goes by Tab to each button in turn and presses it. */
async function pressEach(pupil: Page, names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    await tabTo(pupil, name);
    await key(pupil, 'Space');
  }
}

/** The rows that show a tick. */
function ticked(pupil: Page): Promise<readonly string[]> {
  return pupil.locator('.row').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const { content, visibility } = getComputedStyle(row, '::after');
      return content !== 'none' && visibility === 'visible'
        ? (row as HTMLElement).innerText.replaceAll(/\s+/g, ' ')
        : [];
    }),
  );
}

type Kind = {
  readonly id: string;
  readonly prompt: string;
  /** What a pupil presses, in turn. */
  readonly presses: readonly (string | RegExp)[];
  /** True where the last press, “Send”, is left to the room's closing (R7). */
  readonly isUnsent?: boolean;
  /** The rows with a tick before the last of them. */
  readonly ticks?: readonly string[];
  /** What a screen reader has heard before the last of them. */
  readonly announced?: string;
  /** How the class answers, by seat. */
  readonly votes: (seat: number) => string;
  readonly result: readonly (string | RegExp)[];
};

const five: readonly Kind[] = [
  {
    id: 'how-much',
    prompt: 'How much pressure is Sam under right now?',
    presses: [/^C\s+A lot$/],
    votes: (seat) => 'cd'.charAt(seat % 2),
    result: ['about half', 'few or none', 'Being asked again and again is not small'],
  },
  {
    id: 'who-can-help',
    prompt: 'Who can help Sam?',
    presses: [/Childline/, /Nobody/, /rather not say/, /A teacher/, /^Send$/],
    isUnsent: true,
    ticks: ['A A teacher Sam trusts'],
    votes: (seat) => (seat % 2 === 0 ? 'd,a,b' : 'a,b'),
    result: ['Chosen by', 'nearly all or all', 'about half'],
  },
  {
    id: 'how-hard',
    prompt: 'How hard is it for Sam to say no?',
    presses: [/^4\s+of 5$/],
    votes: (seat) => '45'.charAt(seat % 2),
    result: ['about half', 'Very hard'],
  },
  {
    id: 'what-happens',
    prompt: 'What happens when Sam tells an adult?',
    presses: [
      /The adult listens/,
      /Help goes on/,
      /Help goes on/,
      /safeguarding lead/,
      /Sam is asked/,
      /Help goes on/,
      /^Send$/,
    ],
    announced: '4: Help goes on as long as Sam wants it.',
    votes: (seat) => (seat % 3 === 0 ? 'a,b,c,d' : 'b,a,c,d'),
    result: ['Ranked first by', 'Answer: in this order.', /1\s*The adult listens/],
  },
  {
    id: 'only-strangers',
    prompt: 'Only strangers put people under pressure.',
    presses: [/Myth/],
    votes: (seat) => 'aab'.charAt(seat % 3),
    result: ['Myth or fact?', 'It is often someone they know'],
  },
];

// Every other one in an ordinary run; results.spec.ts shows the result of each in every run.
test('Each kind of question is answered by keyboard alone, and shown on the board', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const tablet = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const { presenter, board, pupil, others } = await openLesson(
    context,
    tablet,
    'question-how-much',
  );
  const troubles = watchTroubles(pupil, school.pupils);
  const panel = board.locator('section.present');
  for (const {
    id,
    prompt,
    presses,
    isUnsent = false,
    ticks = [],
    announced,
    votes,
    result,
  } of chosenOf(five, (_, place) => place % 2 === 0)) {
    await turnTo(board, `question-${id}`, () => key(presenter, 'ArrowRight'));
    if (id !== 'how-much') await key(presenter, 'a');
    await expect(heading(pupil, prompt)).toBeFocused();
    await expectGood(pupil);
    expect(await ticked(pupil)).toEqual([]);
    await pressEach(pupil, presses.slice(0, -1));
    // What no one picked, and what was picked and is no more, has none.
    expect(await ticked(pupil)).toEqual(ticks);
    if (announced !== undefined) {
      await expect(pupil.getByRole('status').filter({ hasText: announced })).toHaveCount(1);
    }
    if (!isUnsent) {
      await pressEach(pupil, presses.slice(-1));
      await expect(heading(pupil, 'Your answer is in')).toBeFocused();
    }
    const flushed = isUnsent
      ? pupil.waitForResponse((response) => response.url().endsWith('/ballot'))
      : null;
    await Promise.all(others.map((one, seat) => one.vote(id, votes(seat))));
    await expect(panel).toContainText(isUnsent ? '25+' : '30+');
    expect(await measureBoard(board)).toEqual([]);
    await closePoll(presenter);
    if (flushed) {
      expect([(await flushed).status(), (await flushed).request().postDataJSON()]).toMatchObject([
        200,
        { n: 1, answer: 'a' },
      ]);
    }
    await expect(presenter.getByRole('button', { name: 'Show' })).toBeVisible({ timeout: 10_000 });
    await key(presenter, 's');
    for (const words of result) await expect(panel).toContainText(words);
    expect(await measureBoard(board)).toEqual([]);
  }
  expect(troubles).toEqual([]);
});

test('A question is asked before and after, and the teacher alone sees both when the lesson is over @thorough', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const tablet = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const { presenter, board, pupil, others } = await openLesson(context, tablet, 'question-sure');
  for (const [slide, round, mine, theirs] of [
    ['question-sure', 1, /^1\s+of 5/, '12'],
    ['after-sure', 2, /^5\s+of 5/, '45'],
  ] as const) {
    await turnTo(board, slide, () => key(presenter, 'ArrowRight'));
    if (round === 2) await key(presenter, 'a');
    await expect(heading(pupil, 'How sure are you that you know who to tell?')).toBeFocused();
    await pressEach(pupil, [mine]);
    await expect(heading(pupil, 'Your answer is in')).toBeFocused();
    await Promise.all(others.map((one, seat) => one.vote('sure', theirs.charAt(seat % 2), round)));
    await expect(board.locator('section.present')).toContainText('30+');
    await closePoll(presenter);
    await expect(
      presenter.getByText(round === 1 ? 'It’s asked again later.' : 'Talk, don’t show'),
    ).toBeVisible({ timeout: 10_000 });
    await expect(presenter.getByRole('button', { name: 'Show' })).toHaveCount(0);
    expect(await board.content()).not.toContain('about half');
  }
  await key(presenter, 'f');
  await presenter.getByRole('button', { name: 'Finish the lesson' }).click();
  const table = presenter.getByRole('table', {
    name: 'How sure are you that you know who to tell?',
  });
  await expect(table.getByRole('row', { name: '1: Not at all sure' })).toHaveText(
    /about half\s*few or none/,
  );
  await expect(table.getByRole('row', { name: '5: Very sure' })).toHaveText(
    /few or none\s*about half/,
  );
  await expect(table).toContainText('30 or more took part');
  expect(await axeFindings(presenter)).toEqual([]);
  await expect(heading(pupil, 'Thank you for taking part')).toBeVisible();
  expect(`${await board.content()}${await pupil.content()}`).not.toContain('about half');
  // It is kept nowhere: a reload asks first.
  presenter.once('dialog', (dialog) => void dialog.dismiss());
  const asked = presenter.waitForEvent('dialog');
  void presenter.evaluate(() => location.reload());
  expect((await asked).type()).toBe('beforeunload');
  await expect(table).toBeVisible();
});

test(
  'On one screen hands are counted for several answers, and what is for the teacher waits until no pupil sees it @thorough',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${school.staff}present/kinds-lesson/`);
    await getReady(page);
    await page.getByLabel('School tablets').check();
    await pressStart(page, 'one');
    const board = page.locator('section.present');
    await turnTo(page, 'question-sure', () => key(page, 'ArrowRight'));
    await key(page, 'a');
    await expect(board).toContainText(/[B-Z]{3} \d{3}/);
    const code = /[B-Z]{3} \d{3}/.exec(await board.innerText())?.[0].replace(' ', '') ?? '';
    const pupils = await Promise.all(Array.from({ length: 24 }, () => sitDown(school, code)));
    await Promise.all(pupils.map((one, seat) => one.vote('sure', '24'.charAt(seat % 2))));
    await closePoll(page);
    await expect(board).toContainText('Answers are closed', { timeout: 10_000 });

    await turnTo(page, 'question-who-can-help', () => key(page, 'ArrowRight'));
    await key(page, 'u');
    const hands = {
      Hands: 26,
      'Hands for A': 25,
      'Hands for B': 24,
      'Hands for C': 1,
      'Hands for D': 13,
    };
    // What hands go up for stays in sight all the while.
    await countHands(page, hands, () =>
      expect(board.getByText('A teacher Sam trusts')).toBeInViewport({ ratio: 1 }),
    );
    await closeAndShow(page);
    await expect(board).toContainText(
      /A teacher Sam trusts\s*nearly all or all\s*B\s*Childline\s*nearly all or all\s*C\s*Nobody\s*few or none.*about half/s,
    );

    await key(page, 'f');
    await page.getByRole('button', { name: 'Finish the lesson' }).click();
    await page.getByRole('button', { name: 'See private results' }).click();
    await expect(page.getByRole('dialog')).toContainText(
      'Wait until no pupil can see this screen.',
    );
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.getByRole('button', { name: 'No pupil can see it' }).click();
    await expect(page.getByRole('table')).toContainText(/Before\s*20 or more took part/);
    expect(await axeFindings(page)).toEqual([]);
  },
);
