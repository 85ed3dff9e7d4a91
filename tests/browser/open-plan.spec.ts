import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { EXAMPLE_LESSON } from '../../src/edit/assistant-prompt.ts';
import { ADDRESSES, MARKUP, WITH_ADDRESS } from '../lesson/hostile-pieces.ts';
import {
  docx,
  item,
  lines,
  paragraph,
  picture,
  pptx,
  relations,
  run,
  shape,
  zipOf,
} from '../open/make-office.ts';
import { PNG } from '../open/small-pictures.ts';
import { isThorough } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import { board, text } from './lesson-editor.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { noteTroubles } from './troubles.ts';

declare global {
  interface Window {
    checks: { hold(): void; release(): void };
  }
}

let host: StaticHost;
let troubles: readonly string[];

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/lessons-site/');
});
test.afterAll(() => host.close());

test.beforeEach(({ context }) => {
  troubles = noteTroubles(context, {
    isOwn: (url, method) => url.startsWith(host.site) && method === 'GET',
  });
});
test.afterEach(() => expect(troubles).toEqual([]));

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PARTS = [
  paragraph('Light in water', 'Titel'),
  paragraph('Subject: Science'),
  paragraph('Duration: 60 minutes'),
  paragraph('Objectives', 'H1'),
  item('Say what happens to light in water.'),
  paragraph('Equipment', 'H1'),
  paragraph('Jars are on shelf C.'),
  paragraph('Starter (10 min)', 'H1'),
  paragraph('A pencil is in a glass of water.'),
  paragraph('Main', 'H1'),
  paragraph('Last time two groups forgot the normal.'),
  item('What is refraction?'),
  item('Why is the pencil bent?'),
  paragraph('Plenary', 'H1'),
  paragraph('Collect the books in.'),
].join('');
const PLAN = docx(PARTS);
const PICTURED = docx(`${PARTS}${paragraph(picture('p', 'A pencil in a glass'))}`, {
  parts: { 'word/media/glass.png': PNG },
  related: { p: ['image', 'media/glass.png'] },
});
const SLIDES = pptx([
  { shapes: shape('ctrTitle', lines(['Volcanoes'])), notes: lines(['Greet them at the door.']) },
  {
    shapes: shape('title', lines(['What is lava?'])) + shape('body', lines(['Molten rock'])),
    notes: lines(['Ask the back row.']),
  },
]);

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const place = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ has: page.locator('.part__text', { hasText: words }) });

async function choose(page: Page, name: string, bytes: Uint8Array, mimeType = DOCX): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chosen).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

async function openPlan(page: Page, name = 'Light in water.docx', bytes = PLAN): Promise<void> {
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'Open a plan or slides' }).click();
  await choose(page, name, bytes);
  await expect(heading(page)).toHaveText('Check what the class will see');
  await expect(page.getByRole('button', { name: 'Open in the editor' })).toBeVisible();
}

async function turn(part: Locator, to: string): Promise<void> {
  await part.getByRole('radio', { name: to }).check();
}

/** Pastes as a program does that puts HTML on the clipboard beside its text. */
async function paste(page: Page, html: string, text: string): Promise<void> {
  const field = { name: /Paste your plan|The answer|The lesson’s text/ } as const;
  await page.getByRole('textbox', field).evaluate(
    (box, [markup, words]) => {
      const data = new DataTransfer();
      if (markup !== '') data.setData('text/html', markup);
      data.setData('text/plain', words);
      const event = new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      });
      const isLeft = box.dispatchEvent(event);
      // A made event puts nothing in by itself.
      if (isLeft && box instanceof HTMLTextAreaElement) {
        box.value = words;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
    [html, text] as const,
  );
}

test('a plan of Word becomes a lesson: parts are turned, minutes corrected, it is opened in the editor and presented', async ({
  page,
}) => {
  await openPlan(page);
  const pencil = place(page, 'A pencil is in a glass of water.');
  await expect(pencil.getByRole('radio', { name: 'Teacher only' })).toBeChecked();
  await expect(pencil.getByText('Suggested: not plainly for the class')).toBeVisible();
  await turn(pencil, 'On the board');
  await expect(pencil.getByText('You changed this.')).toBeVisible();
  await expect(pencil.getByText(/^Slide \d+$/)).toBeVisible();
  await expect(pencil.locator('.part__slide')).toContainText('A pencil is in a glass of water.');
  const asked = place(page, 'What is refraction?');
  await turn(asked, 'Worksheet');
  await expect(asked.getByText(/, and on the worksheet$/)).toBeVisible();
  await expect(place(page, 'Jars are on shelf C.').locator('.part__slide')).toHaveCount(0);

  await expect(page.getByRole('heading', { name: '60 minutes' })).toBeVisible();
  await page.getByText('Change the minutes').click();
  await page.getByRole('spinbutton', { name: /^Main/ }).fill('30');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { name: '50 of 60 minutes' })).toBeVisible();
  await expect(page.getByText('minutes, changed by you')).toBeVisible();

  await page.getByRole('button', { name: 'Preview slides' }).click();
  const whole = page.getByRole('dialog', { name: 'The lesson on this screen' });
  await expect(whole.locator('section.present')).toContainText('Light in water');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(page).toHaveURL(/\/edit\/\?lesson=/);
  await expect(page.locator('.edit-head__title')).toHaveText('Light in water');
  await page.getByRole('button', { name: 'Starter' }).first().click();
  await expect(board(page)).toContainText('A pencil is in a glass of water.');
  await expect(page.getByRole('navigation', { name: 'Outline' })).toContainText('50 of 60');
  const shown = page.locator('.pane__board');
  await expect(shown).not.toContainText(/shelf C|Last time|Collect the books/);

  // Going back loses nothing.
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText('Check what the class will see');
  await expect(
    place(page, 'A pencil is in a glass of water.').getByRole('radio', { name: 'On the board' }),
  ).toBeChecked();
  await expect(page.getByRole('heading', { name: '50 of 60 minutes' })).toBeVisible();
  await place(page, 'A pencil is in a glass of water.')
    .getByRole('button', { name: /^Undo/ })
    .click();
  await expect(
    place(page, 'A pencil is in a glass of water.').getByRole('radio', { name: 'Teacher only' }),
  ).toBeChecked();
});

test('before a plan is opened its teacher reads that nothing is uploaded', async ({ page }) => {
  await page.goto(`${host.site}edit/?open`);
  await expect(page.getByText('The file is read on this computer.')).toHaveText(
    'The file is read on this computer. Nothing is uploaded. Remove pupils’ names before you open it.',
  );
});

test('its pictures are shown to the teacher, saved with the lesson as one file, and go with it into the editor @thorough', async ({
  page,
}) => {
  await openPlan(page, 'Light in water.docx', PICTURED);
  await expect(page.locator('.part__slide img').first()).toHaveAttribute('src', /^data:image\//);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save with pictures' }).click();
  expect((await saved).suggestedFilename()).toBe('light-in-water.lesson.zip');
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(text(page)).toContainText(/\]\(my-lesson\/[a-z0-9-]+\.[a-z0-9]{8}\.(?:png|webp)/);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.reload();
  const picture = page.locator('.pane__board section.present img');
  await page.getByRole('button', { name: 'Plenary' }).first().click();
  await expect(picture.first()).toHaveAttribute('src', /^blob:/);
});

test('while a turned part is made again, what was made before is neither shown, opened nor saved @thorough', async ({
  page,
}) => {
  await holdChecks(page);
  await openPlan(page, 'Light in water.docx', PICTURED);
  const whatIsMade = ['Preview slides', 'Open in the editor', 'Save with pictures'].map((name) =>
    page.getByRole('button', { name }),
  );
  for (const button of whatIsMade) await expect(button).toBeEnabled();
  await page.evaluate(() => window.checks.hold());
  await turn(place(page, 'A pencil is in a glass of water.'), 'On the board');
  for (const button of whatIsMade) await expect(button).toBeDisabled();
  await page.evaluate(() => window.checks.release());
  for (const button of whatIsMade) await expect(button).toBeEnabled();
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(page.locator('.edit-head__title')).toHaveText('Light in water');
  await page.getByRole('button', { name: 'Starter' }).first().click();
  await expect(board(page)).toContainText('A pencil is in a glass of water.');
});

/** Lets a test hold what the page asks of the opener, as where the machine is slow. */
async function holdChecks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const send = MessagePort.prototype.postMessage;
    let held: (() => void)[] | null = null;
    MessagePort.prototype.postMessage = function postLater(this: MessagePort, message: unknown) {
      if (held === null) send.call(this, message);
      else held.push(() => send.call(this, message));
    };
    window.checks = {
      hold() {
        held = [];
      },
      release() {
        const all = held ?? [];
        held = null;
        for (const one of all) one();
      },
    };
  });
}

test('slides of PowerPoint stay slides, their notes the teacher’s until they are turned @thorough', async ({
  page,
}) => {
  await openPlan(page, 'Volcanoes.pptx', SLIDES);
  const notes = place(page, 'Ask the back row.');
  await expect(notes.getByRole('radio', { name: 'Teacher only' })).toBeChecked();
  await expect(notes.getByText('Not shown. In your notes for slide 2')).toBeVisible();
  await turn(place(page, 'Greet them at the door.'), 'On the board');
  await expect(place(page, 'Greet them at the door.').locator('.part__slide')).toContainText(
    'Greet them at the door.',
  );
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(board(page)).toContainText('Volcanoes');
  await expect(board(page)).toContainText('Greet them at the door.');
  await page.getByRole('button', { name: 'Next slide' }).click();
  await expect(board(page)).toContainText('Molten rock');
  await expect(page.locator('.pane__board')).not.toContainText('Ask the back row');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.locator('.showing section.present')).toContainText('What is lava?');
});

test('what a word processor puts on the clipboard is read with its headings and lists @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/?open`);
  await page.getByRole('button', { name: 'Paste text' }).click();
  await paste(
    page,
    '<h1>Soil</h1><h2>Starter (5 min)</h2><p>Hand out the jars.</p><ul><li>What is in soil?</li></ul>',
    'Soil\nStarter (5 min)\nHand out the jars.\nWhat is in soil?',
  );
  await page.getByRole('button', { name: 'Check what the class will see' }).click();
  await expect(place(page, 'Hand out the jars.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Starter (5 min)' }).first()).toBeVisible();
  await expect(place(page, '• What is in soil?')).toBeVisible();
});

test('a plan that is pasted into the editor is offered the same check, and what it was pasted over stays', async ({
  page,
}) => {
  const plan = [
    'Soil',
    'Starter (5 min)',
    'Hand out the jars.',
    'Ask: What is in soil?',
    'Answer: bits of rock, air, water and what was alive.',
  ].join('\n');
  const offer = page.getByRole('alert').filter({ hasText: 'This looks like a plan.' });
  const check = offer.getByRole('button', { name: 'Check what the class will see' });
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'New lesson' }).click();
  await expect(text(page)).toBeFocused();
  // A few words, and a lesson in our own grammar, are what they are.
  await paste(page, '', 'Soil');
  await text(page).press('ControlOrMeta+a');
  await paste(page, '', EXAMPLE_LESSON);
  await expect(page.locator('.edit-head__title')).toHaveText('Why ice floats');
  await expect(offer).toHaveCount(0);
  await text(page).press('ControlOrMeta+a');
  await paste(page, '', plan);
  await expect(offer).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await check.click();
  await expect(page).toHaveURL(/\?check$/);
  await expect(heading(page)).toHaveText('Check what the class will see');
  await expect(place(page, 'Hand out the jars.')).toBeVisible();
  await page.goto(`${host.site}edit/`);
  const mine = page.getByRole('link', { name: /^Teach or print/ });
  await expect(mine).toHaveCount(1);
  await expect(mine).toHaveAccessibleName('Teach or print “Why ice floats”');

  // The same of one that is pasted into a lesson in which nothing was written.
  await page.getByRole('button', { name: 'New lesson' }).click();
  await expect(text(page)).toBeFocused();
  await paste(page, '', plan);
  await check.click();
  await expect(page).toHaveURL(/\?check$/);
  await expect(heading(page)).toHaveText('Check what the class will see');
});

test('a draft from an assistant: the prompt is copied, and what comes back is checked @thorough', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'A draft from an assistant' }).click();
  await page.getByRole('textbox', { name: 'Topic' }).fill('why ice floats');
  await page.getByRole('button', { name: 'Copy the prompt' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Topic: why ice floats',
  );
  expect(await axeFindings(page)).toEqual([]);
  await paste(page, '', `Here it is:\n\n\`\`\`markdown\n${EXAMPLE_LESSON}\`\`\`\n\nShall I go on?`);
  await page.getByRole('button', { name: 'Check what the class will see' }).click();
  await expect(heading(page)).toHaveText('Check what the class will see');
  await expect(place(page, 'Ice floats because …')).toContainText('and on the worksheet');
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(board(page)).toContainText('Why ice floats');
});

const OLD = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';
const utf16 = (words: string) => [...words].map((one) => `${one}\0`).join('');
const latin = (words: string) => Uint8Array.from(words, (one) => one.charCodeAt(0));

/** Files that are no plan, each with what the page says of it. */
const REFUSED = [
  ['old.doc', latin(`${OLD}${'\0'.repeat(600)}${utf16('WordDocument')}`), /save it as a Word/],
  [
    'old.ppt',
    latin(`${OLD}${'\0'.repeat(600)}${utf16('PowerPoint Document')}`),
    /save it as a PowerPoint/,
  ],
  ['plan.pdf', latin('%PDF-1.7\n'), /a PDF/],
  ['empty.docx', latin(''), /it is empty/],
  ['climbs.docx', zipOf({ 'word/document.xml': '<x/>', '../../evil.xml': 'x' }), /outside/],
  [
    'bomb.docx',
    docx('', {
      parts: {
        'word/document.xml':
          '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
      },
    }),
    /entities/,
  ],
  [
    'large.docx',
    zipSync({
      '_rels/.rels': strToU8(relations({ r: ['officeDocument', 'word/document.xml'] })),
      'word/document.xml': [new Uint8Array(60_000_000), { level: 1 }],
    }),
    /larger|too large|more than/,
  ],
] as const;

test('what is no plan is not opened, the page says why and what to do, and the next file is opened @thorough', async ({
  page,
}) => {
  for (const [name, bytes, sentence] of REFUSED) {
    await page.goto(`${host.site}edit/?open`);
    await choose(page, name, bytes);
    await expect(page.getByRole('alert').filter({ hasText: sentence }), name).toBeVisible();
    await expect(heading(page)).toHaveText('Open a plan or slides');
    await choose(page, 'Light in water.docx', PLAN);
    await expect(heading(page)).toHaveText('Check what the class will see');
  }
});

// Each address in three places, and each place with three addresses: all of them with all make a plan of two thousand parts.
const PLACES = [
  ...ADDRESSES.flatMap((address, at) =>
    [0, 9, 18].map((by) => WITH_ADDRESS[(at + by) % WITH_ADDRESS.length]?.(address) ?? ''),
  ),
  ...WITH_ADDRESS.flatMap((wrap) => ADDRESSES.slice(0, 3).map(wrap)),
];

// XML has no place for control characters.
const WORDS = [...PLACES, ...MARKUP].map((one) => one.replaceAll(/\p{Cc}+/gu, ' '));
const OFFICE = {
  'a document of Word': docx(WORDS.map((one) => paragraph(run(one))).join('')),
  'a presentation of PowerPoint': pptx(
    WORDS.slice(-MARKUP.length).map((one) => ({
      shapes: shape('title', lines([one])) + shape('body', lines([one])),
      notes: lines([one]),
    })),
  ),
} as const;

for (const [name, given] of [
  ['a document of Word', ''],
  ['a presentation of PowerPoint', ''],
  ['a Markdown file', `# A\n\n${[...PLACES, ...MARKUP].join('\n\n')}\n`],
  ['pasted HTML', `<h1>A</h1>${[...PLACES, ...MARKUP].map((one) => `<p>${one}</p>`).join('')}`],
] as const) {
  test(`${name} that means harm runs nothing and sends nothing`, async ({ page }) => {
    test.slow();
    await page.goto(`${host.site}edit/?open`);
    if (name === 'pasted HTML') {
      await page.getByRole('button', { name: 'Paste text' }).click();
      await paste(page, given.replaceAll('\0', ''), 'A');
      await page.getByRole('button', { name: 'Check what the class will see' }).click();
    } else if (name !== 'a Markdown file') {
      await choose(page, 'a', OFFICE[name], 'application/octet-stream');
    } else {
      await choose(
        page,
        'a.md',
        new TextEncoder().encode(given.replaceAll('\0', '')),
        'text/plain',
      );
    }
    // Some two thousand parts are drawn first.
    await expect(page.getByRole('button', { name: 'Open in the editor' })).toBeVisible({
      timeout: 60_000,
    });
    expect(await strangersIn(page)).toEqual([]);
    await page.locator('.switch__one--board input:not(:checked)').first().check();
    await expect(page.getByText('You changed this.').first()).toBeVisible();
    expect(await strangersIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Preview slides' }).click();
    await expect(page.locator('.showing section.present')).toBeVisible();
    expect(await strangersIn(page)).toEqual([]);
    expect(new URL(page.url()).origin).toBe(new URL(host.site).origin);
  });
}

function strangersIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const handlers = all.flatMap((one) =>
      one.getAttributeNames().filter((name) => name.startsWith('on')),
    );
    const parts = all.filter((one) =>
      one.matches('iframe, object, embed, base, form[action], [src*="example.org"], svg script'),
    );
    const links = all.filter(
      (one) =>
        one instanceof HTMLAnchorElement &&
        one.hasAttribute('href') &&
        !['http:', 'https:', 'mailto:', 'tel:', ':'].includes(one.protocol),
    );
    return [...handlers, ...[...parts, ...links].map((one) => one.outerHTML.slice(0, 120))];
  });
}

test('by keyboard alone a part is turned, and Shift and Tab lead back @thorough', async ({
  page,
}) => {
  await openPlan(page);
  await expect(heading(page)).toBeFocused();
  const part = place(page, 'A pencil is in a glass of water.');
  const own = part.getByRole('radio', { name: 'Teacher only' });
  for (let n = 0; n < 30 && !(await isFocused(own)); n += 1) await page.keyboard.press('Tab');
  expect(await isFocused(own)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect(part.getByRole('radio', { name: 'On the board' })).toBeFocused();
  await expect(part.getByText('You changed this.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /Slide \d+: / })).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(part.getByRole('button', { name: /^Undo/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(part.getByText(/^Suggested: /)).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

function isFocused(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element === document.activeElement);
}

test('“Skip to main content” stays on the page, and a reload finds what was turned @thorough', async ({
  page,
}) => {
  await openPlan(page);
  await turn(place(page, 'A pencil is in a glass of water.'), 'On the board');
  await page.getByRole('link', { name: 'Skip to main content' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?check#main$/);
  await page.waitForTimeout(200);
  await page.reload();
  await expect(
    place(page, 'A pencil is in a glass of water.').getByRole('radio', { name: 'On the board' }),
  ).toBeChecked();
});

test('without a network it says that a part of the page did not load, where this browser keeps none @thorough', async ({
  browser,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${host.site}edit/`);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Open a plan or slides' }).click();
  await choose(page, 'Light in water.docx', PLAN);
  await expect(page.getByRole('alert').filter({ hasText: 'did not load' })).toBeVisible();
  await context.setOffline(false);
  await choose(page, 'Light in water.docx', PLAN);
  await expect(heading(page)).toHaveText('Check what the class will see');
  await context.close();
});

test('a plan of two hundred parts is turned as a short one is @thorough', async ({ page }) => {
  const many = docx(
    paragraph('Rivers', 'Titel') +
      Array.from(
        { length: 100 },
        (_, at) =>
          paragraph(`Part ${at} (1 min)`, 'H1') +
          paragraph(`Say this of number ${at}.`) +
          item(`What is number ${at}?`),
      ).join(''),
  );
  await openPlan(page, 'Rivers.docx', many);
  await expect(page.locator('.part')).toHaveCount(200);
  const last = page.locator('.part').filter({ hasText: 'Say this of number 99.' });
  await turn(last, 'On the board');
  await expect(last.getByText('You changed this.')).toBeVisible();
  await expect(last.locator('.part__slide')).toContainText('Say this of number 99.');
});

test('axe finds nothing, and nothing is wider than the window: on a laptop, a tablet, a phone and at 400%', async ({
  page,
}) => {
  const isFit = () =>
    page.evaluate(() => document.documentElement.scrollWidth - innerWidth).then((by) => by <= 0);
  async function expectEachSize(look: () => Promise<void>): Promise<void> {
    const sizes = [
      [1366, 641],
      [820, 1180],
      [390, 844],
      [320, 256],
    ] as const;
    for (const size of sizes) {
      const [width, height] = size;
      await page.setViewportSize({ width, height });
      if (isThorough || width === 390) await look();
      expect(await isFit(), `${width} by ${height}`).toBe(true);
    }
  }
  const expectClean = async () => expect(await axeFindings(page)).toEqual([]);
  await page.goto(`${host.site}edit/?open`);
  await page.getByRole('button', { name: 'Paste text' }).click();
  await expectEachSize(expectClean);
  await page.goto(`${host.site}edit/?assistant`);
  await expectEachSize(() => expect(heading(page)).toBeVisible());
  await openPlan(page);
  await turn(place(page, 'A pencil is in a glass of water.'), 'On the board');
  await expect(page.getByText('You changed this.')).toBeVisible();
  await page.getByText('Change the minutes').click();
  await expectEachSize(expectClean);
});

test('what is chosen shows in forced colours, and a file that is dropped is opened @thorough', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${host.site}edit/`);
  const data = await page.evaluateHandle(
    ([name, bytes]) => {
      const made = new DataTransfer();
      made.items.add(new File([new Uint8Array(bytes)], name));
      return made;
    },
    ['Light in water.docx', [...PLAN]] as const,
  );
  await expect(page.getByRole('button', { name: 'Open a plan or slides' })).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(heading(page)).toHaveText('Check what the class will see');
  const chosen = page.locator('.switch input:checked + span').first();
  await expect(chosen).toHaveCSS('outline-style', 'solid');
  await expect(chosen.locator('svg')).toHaveCount(1);
});

test('where the browser keeps nothing the lesson is opened all the same @thorough', async ({
  context,
  page,
}) => {
  await blockStorage(context);
  await openPlan(page);
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(page.locator('.edit-head__title')).toHaveText('Light in water');
  await expect(board(page)).toContainText('Light in water');
});

async function blockStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
}
