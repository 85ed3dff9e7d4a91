import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { SETTLE_MS } from '../outputs/board/board-link.ts';
import { openBrowser, type Browser, type BrowserContext, type Page } from '../print/browser.ts';
import { serve } from '../server/main.ts';
import { today } from '../site/today.ts';
import { EMPTY_SCHOOL, gateTicks, writeSchool } from '../school/school.ts';
import { ballotsSchema } from './bench/classroom.ts';
import { takeBoardPictures } from './board-pictures.ts';
import { buildPages } from './build-pages.ts';
import { refuse } from './command.ts';
import { takeFormatPictures } from './format-pictures.ts';
import { root } from './root.ts';
import { takeSheetPictures } from './sheet-pictures.ts';

const LESSON = 'for-the-whole-world-to-see';
const QUESTION = 'how-much-pressure';
const PUPIL_PORT = 4391;
/** A code as the board of a hosted room shows it. */
const CODE = /[B-Z]{3}\s[B-Z]{3}\s\d{3}\s\d{3}/;
const folder = join(root, '.github/pictures');

/** What can be drawn alone. */
const PARTS = ['--format', '--sheets', '--slides'];

/** A school that is being pictured: both doors. */
type Pictured = { readonly browser: Browser; readonly staff: string; readonly pupils: string };

/** `npm run pictures`: takes the README's pictures from the program as it runs, into `.github/pictures/`, and those of the lesson's format; with `--format` those alone, with `--sheets` contact sheets of all paper, with `--slides` of all slides, or of the lessons that are named behind it. Resolves to the exit code. */
export async function pictures([only, ...names]: readonly string[]): Promise<number> {
  if (only !== undefined && !PARTS.includes(only)) {
    return refuse(`Cannot read “${only}”: npm run pictures takes only ${PARTS.join(', ')}.`);
  }
  if (only === '--sheets') return picturesOfSheets();
  if (only === '--slides') return picturesOfSlides(names);
  const dataDir = await mkdtemp(join(tmpdir(), 'wholeclass-pictures-'));
  await writeFile(
    join(dataDir, 'school.json'),
    writeSchool({
      ...EMPTY_SCHOOL,
      gate: { ticked: gateTicks, on: today(), by: 'safeguarding lead' },
    }),
  );
  // The board shows an address that belongs to no one's network; the door itself is on a port of ours.
  const settings = {
    home: root,
    dataDir,
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [PUPIL_PORT],
    publicUrl: new URL('http://192.168.4.20/'),
  };
  const pages = await buildPages();
  const serving = await serve({ settings, pages, log: () => undefined });
  const browser = await openBrowser();
  try {
    await mkdir(folder, { recursive: true });
    await takeFormatPictures(browser, pages);
    if (only === '--format') return tell();
    await picture({ browser, staff: serving.staffUrl, pupils: `http://127.0.0.1:${PUPIL_PORT}/` });
  } finally {
    await browser.close();
    await serving.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  return tell();
}

async function picturesOfSheets(): Promise<number> {
  const browser = await openBrowser();
  try {
    await takeSheetPictures(browser, await buildPages());
  } finally {
    await browser.close();
  }
  return tell();
}

async function picturesOfSlides(names: readonly string[]): Promise<number> {
  const browser = await openBrowser();
  try {
    const unknown = await takeBoardPictures(browser, await buildPages(), names);
    if (unknown.length > 0) return refuse(`There is no lesson “${unknown.join('”, “')}”.`);
  } finally {
    await browser.close();
  }
  return tell();
}

function tell(): number {
  console.log('The pictures are in .github/pictures.');
  return 0;
}

async function picture(school: Pictured): Promise<void> {
  await takePaperAndLibrary(school);
  const laptop = await school.browser.newContext({ viewport: { width: 1366, height: 768 } });
  const { presenter, board } = await startLesson(laptop, school);
  await turn(presenter, board, 'stop-the-pressure');
  await shoot(board, 'board-stop');
  await turn(presenter, board, `question-${QUESTION}`);
  await presenter.keyboard.press('a');
  const join = board.locator('section.present', { hasText: CODE });
  await join.waitFor();
  const code = (CODE.exec(await join.innerText())?.[0] ?? '').replaceAll(/\s/g, '');
  await voteTwenty(school, code);
  await takePupil(school, code);
  await board.locator('section.present').getByText('20+').first().waitFor();
  // Twenty pupils do not join in a moment.
  await presenter.getByRole('button', { name: 'That’s right' }).click();
  // What the pointer was left on is drawn as if it were pressed next.
  await presenter.mouse.move(0, 0);
  await shoot(board, 'board-poll');
  await shoot(presenter, 'presenter');
  await presenter.keyboard.press('c');
  await presenter.getByRole('button', { name: /^Keep open/ }).waitFor();
  // A second press counts as one of its own after a moment.
  await presenter.waitForTimeout(SETTLE_MS);
  await presenter.keyboard.press('c');
  await presenter.getByRole('button', { name: /^Show result/ }).waitFor();
  await presenter.keyboard.press('s');
  await board.getByText('about half').first().waitFor();
  await shoot(board, 'board-result');
}

async function takePaperAndLibrary({ browser, staff }: Pictured): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(staff);
  await shoot(page, 'library');
  const paper = await browser.newContext({ viewport: { width: 794, height: 1123 } });
  const card = await paper.newPage();
  await card.goto(`${staff}print/help-card/#ages-11-18`);
  await card.emulateMedia({ media: 'print' });
  await shoot(card, 'help-card');
}

async function startLesson(
  context: BrowserContext,
  { staff }: Pictured,
): Promise<{ readonly presenter: Page; readonly board: Page }> {
  const presenter = await context.newPage();
  await presenter.goto(`${staff}present/${LESSON}/`);
  await presenter.getByRole('radio', { name: 'School tablets' }).check();
  await presenter.getByText(/^Approved until/).waitFor();
  await presenter.locator('#lead-today').fill('The lead');
  for (const tick of ['I have watched the film', 'I know who may find this hard']) {
    await presenter.getByRole('checkbox', { name: tick }).check();
  }
  await presenter.getByRole('radio', { name: /^Two screens/ }).check();
  const opened = context.waitForEvent('page');
  await presenter.getByRole('button', { name: 'Start the lesson' }).click();
  const board = await opened;
  await board.setViewportSize({ width: 1280, height: 720 });
  await board.getByRole('button', { name: 'Start the board' }).click();
  return { presenter, board };
}

async function turn(presenter: Page, board: Page, id: string): Promise<void> {
  const shown = board.locator('section.present');
  for (let turns = 0; turns < 40; turns += 1) {
    const before = await shown.getAttribute('data-slide');
    if (before === id) break;
    await goOn(presenter);
    await board.locator(`section.present:not([data-slide="${before}"])`).waitFor();
  }
  await board.locator(`section.present[data-slide="${id}"]`).waitFor();
}

// Next would play a part of the film: it is skipped.
async function goOn(presenter: Page): Promise<void> {
  const name = 'Skip this part';
  const skip = presenter.getByRole('button', { name });
  if (!(await skip.isVisible())) return presenter.keyboard.press('ArrowRight');
  await skip.click();
  await presenter.getByRole('dialog').getByRole('button', { name }).click();
}

async function voteTwenty({ pupils }: Pictured, code: string): Promise<void> {
  const room = `${pupils}api/rooms/${code}`;
  for (let seat = 0; seat < 23; seat += 1) {
    const { ballots } = v.parse(ballotsSchema, await send(`${room}/seats`, 'POST', {}));
    const ballot = ballots.find(
      ({ question, round }) => question === QUESTION && round === 1,
    )?.ballot;
    await send(`${room}/questions/${QUESTION}/ballot`, 'PUT', {
      round: 1,
      ballot,
      n: 1,
      answer: 'ac'.charAt(seat % 2),
    });
  }
}

async function takePupil({ browser, pupils }: Pictured, code: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const page = await context.newPage();
  await page.goto(pupils);
  await page.getByLabel('Type the code on the board').fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Being hurried' }).waitFor();
  await shoot(page, 'pupil-asking');
  await page.getByRole('button', { name: 'Being hurried' }).click();
  await page.getByRole('heading', { name: 'Your answer is in' }).waitFor();
  await shoot(page, 'pupil-answered');
}

async function send(url: string, method: string, body: unknown): Promise<unknown> {
  const reply = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status}`);
  return reply.json();
}

// Fonts first, and slides that fade have faded.
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(
    'document.fonts.ready.then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))',
  );
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
