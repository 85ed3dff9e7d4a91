import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import {
  expectBoard,
  getReady,
  key,
  startBoard,
  turnTo,
  untilSettled,
  pressStart,
  inMenu,
} from './lead.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

const ownFilm = fileURLToPath(new URL('../../media/speech-bubbles/film.mp4', import.meta.url));
const clip = fileURLToPath(new URL('../media/clip/film.mp4', import.meta.url));
let school: TaughtSchool;
let presenter: Page;
let board: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const home = writeTaughtHome('film-ways');
  writeFileSync(
    `${home}/media/clip/descriptions.vtt`,
    'WEBVTT\n\n00:02.000 --> 00:04.000\nA blue ground, and numbers.\n',
  );
  school = await openTaughtSchool('film-ways', home);
});
test.afterAll(() => school.kill());
test.beforeEach(async ({ context }) => {
  await giveVoice(context);
  presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  board = await opened;
  await startBoard(board);
  await turnTo(board, 'film-1', () => key(presenter, 'ArrowRight'));
});

/**
 * A computer with a voice of its own, which takes what it is asked to say and ends when the test
 * says so.
 */
async function giveVoice(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const spoken: SpeechSynthesisUtterance[] = [];
    const voice = {
      localService: true,
      lang: 'en-GB',
      name: 'Test',
      default: true,
      voiceURI: 'test',
    };
    Object.assign(window, { spoken });
    window.SpeechSynthesisUtterance = class extends EventTarget {
      text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    } as unknown as typeof SpeechSynthesisUtterance;
    const speech = {
      getVoices: () => [voice],
      speak: (words: SpeechSynthesisUtterance) => spoken.push(words),
      cancel: () => undefined,
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
  });
}

/** What was marked as being said, from now on: a slow machine looks when the film is past it. */
async function watchMarked(words: Locator): Promise<() => Promise<readonly string[]>> {
  const list = await words.evaluateHandle((region) => {
    const marked: string[] = [];
    const note = () => marked.push(region.querySelector('[aria-current]')?.textContent ?? '');
    new MutationObserver(note).observe(region, {
      subtree: true,
      childList: true,
      attributes: true,
    });
    note();
    return marked;
  });
  return () => list.jsonValue();
}

const spoken = () =>
  board.evaluate(() =>
    (window as unknown as { spoken: readonly { text: string }[] }).spoken.map(({ text }) => text),
  );
const onVideo = <T>(read: (video: HTMLVideoElement) => T) => board.locator('video').evaluate(read);

async function choose(way: RegExp, file?: string): Promise<void> {
  await inMenu(presenter, 'Where the film comes from');
  if (file === undefined) await presenter.getByRole('button', { name: way }).click();
  else await presenter.locator('input[type=file]').setInputFiles(file);
}

async function chooseFile(): Promise<void> {
  await inMenu(presenter, 'Where the film comes from');
  await presenter.locator('input[type=file]').setInputFiles(clip);
}

test('Place, stops, speed and captions are led from the presenter by keyboard, and a reloaded board shows the film as before @thorough', async () => {
  await presenter.getByText('Film in words').click();
  await presenter.getByText('More for the film').click();
  const words = presenter.getByRole('region', { name: 'The film in words' });
  await expect(words.getByRole('listitem')).toHaveText([
    /The first scene/,
    /A blue ground/,
    /Stop:/,
    /Stop:/,
    /The second scene/,
    /Stop:/,
    /The last scene/,
  ]);
  await presenter.getByRole('slider', { name: 'Place in the film' }).press('ArrowRight');
  await key(presenter, 'v');
  await key(presenter, 'k');
  await expect(presenter.getByRole('button', { name: 'Speed 1.25' })).toBeVisible();
  await expect(presenter.getByRole('button', { name: 'Captions' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  const marked = await watchMarked(words);
  await presenter.getByRole('button', { name: 'Play the film' }).click();
  await expect(board.locator('.film')).toBeVisible();
  await expect(board.locator('.film__caption')).toBeHidden();
  expect(await onVideo((video) => video.playbackRate)).toBe(1.25);
  await expect.poll(marked).toContainEqual(expect.stringContaining('The first scene'));
  expect(await axeFindings(presenter)).toEqual([]);
  await board.reload();
  await startBoard(board);
  await key(presenter, 'k');
  // On a slow machine it has come to its stop by itself by now: it is put back, and does not play, before it is sent there.
  const place = presenter.getByRole('slider', { name: 'Place in the film' });
  if (!(await place.isVisible())) await turnTo(board, 'film-1', () => key(presenter, 'PageUp'));
  await place.press('Home');
  await expect(place).toHaveAttribute('aria-valuetext', /^0:00 of/);
  await place.press('ArrowRight');
  await expect(place).toHaveAttribute('aria-valuetext', /^0:01 of/);
  await expect(board.locator('.film__caption')).toHaveText('The first scene.');
  expect(await onVideo((video) => video.paused)).toBe(true);
  await expect.poll(() => onVideo((video) => video.playbackRate)).toBe(1.25);
  await presenter.locator('body').press(']');
  await expectBoard(board, 'stop-before-the-ask');
  await presenter.locator('body').press(']');
  await expectBoard(board, 'stop-the-pressure');
  await presenter.locator('body').press(']');
  await expectBoard(board, 'stop-it-spreads');
});

test('Described, the film waits out of sight while what it shows is said, and goes on @thorough', async () => {
  await key(presenter, 'y');
  await presenter.getByText('More for the film').click();
  await expect(presenter.getByRole('button', { name: 'Descriptions' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await key(presenter, 'p');
  await expect.poll(spoken).toEqual(['A blue ground, and numbers.']);
  await expect(board.locator('.film__described')).toBeVisible();
  await expect(board.locator('video')).toBeHidden();
  expect(await onVideo((video) => video.paused)).toBe(true);
  await board.evaluate(() =>
    (window as unknown as { spoken: EventTarget[] }).spoken[0]?.dispatchEvent(new Event('end')),
  );
  await expect(board.locator('video')).toBeVisible();
  await expect.poll(() => onVideo((video) => video.currentTime)).toBeGreaterThan(2.5);
});

test('A film chosen on the laptop plays from the board’s own window, stops, and is handed to a reloaded board; without the presenter’s page it has to be chosen again @thorough', async () => {
  await chooseFile();
  await key(presenter, 'p');
  await expect.poll(() => onVideo((video) => video.currentSrc)).toMatch(/^blob:/);
  await expect(presenter.getByText('Stops by itself at 0:04')).toBeVisible();
  await board.reload();
  await startBoard(board);
  await presenter.getByRole('slider', { name: 'Place in the film' }).fill('3');
  await key(presenter, 'p');
  await expectBoard(board, 'stop-before-the-ask');
  await presenter.reload();
  await board.reload();
  await startBoard(board);
  const needed = presenter.getByRole('region', { name: 'What needs you' });
  await expect(needed).toContainText('choose the film on this laptop again');
  await chooseFile();
  await expect(needed).toBeHidden();
});

test('[TB4] a film of the school’s own shows no captions, title or note of another, on the board and beside it, from its first moment @thorough', async () => {
  await board.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const note = () => {
      const words = ['.film__caption', '.film__described'].map(
        (name) => document.querySelector(name)?.textContent ?? '',
      );
      seen.push(...words, document.querySelector('section.present')?.textContent ?? '');
    };
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await choose(/A film on this laptop/, ownFilm);
  await expect(board.locator('section.present .slide__chip')).toHaveText(/^Film\b/);
  await board.evaluate(() => ((window as unknown as { seen: string[] }).seen.length = 0));
  await key(presenter, 'PageDown');
  await expect.poll(() => onVideo((video) => video.currentTime)).toBeGreaterThan(1);
  const seen = await board.evaluate(() =>
    (window as unknown as { seen: readonly string[] }).seen.join(' '),
  );
  expect(seen).not.toMatch(/The first scene|A blue ground|Test clip|Numbers that count/);
  expect(await board.locator('.film').getAttribute('aria-label')).toBe('Film: Your film');
  await presenter.getByText('Film in words').click();
  await expect(presenter.getByRole('region', { name: 'The film in words' })).toContainText(
    'It has neither captions nor descriptions here.',
  );
  await expect(presenter.getByRole('region', { name: 'What needs you' })).toContainText(
    'it does not stop by itself',
  );
  await expect(presenter.getByRole('main')).not.toContainText('Test clip');
});

test('[TB1] a film whose times are not known is played, paused where the question fits, and left, by Next alone and by a clicker alone @thorough', async () => {
  const bar = presenter.getByRole('navigation');
  const isPlaying = () => onVideo((video) => !video.paused && video.currentTime > 0);
  await choose(/A film on this laptop/, ownFilm);
  await bar.getByRole('button', { name: 'Play the film' }).click();
  await expect.poll(isPlaying).toBe(true);
  await untilSettled(presenter);
  await bar.getByRole('button', { name: 'Pause the film' }).click();
  await expect(board.locator('.film')).toBeHidden();
  await untilSettled(presenter);
  await bar.getByRole('button', { name: 'Next' }).click();
  await expectBoard(board, 'stop-before-the-ask');
  await turnTo(board, 'film-2', () => key(presenter, 'ArrowRight'));
  await expect(bar.getByRole('button', { name: 'Play the film' })).toBeVisible();
  await presenter.close();
  await key(board, 'PageDown');
  await expect.poll(isPlaying).toBe(true);
  await untilSettled(board);
  await key(board, 'PageDown');
  await expect(board.locator('.film')).toBeHidden();
  await expectBoard(board, 'film-2');
  await untilSettled(board);
  await key(board, 'PageDown');
  await expectBoard(board, 'stop-the-pressure');
});

test('A film that plays elsewhere, or is described aloud, has a calm slide on the board and its stops on the presenter @thorough', async () => {
  await choose(/It plays elsewhere/);
  await expect(board.getByRole('heading', { name: 'We are watching the film' })).toBeVisible();
  await expect(presenter.getByText('Pause it at 0:04, then press Next')).toBeVisible();
  await expect(presenter.getByRole('button', { name: /Last 20 s/ })).toHaveCount(0);
  expect(await axeFindings(presenter)).toEqual([]);
  await key(presenter, 'PageDown');
  await expectBoard(board, 'stop-before-the-ask');
  await key(presenter, 'PageUp');
  await choose(/I tell the story/);
  await expect(board.getByRole('heading', { name: 'A story, told to you' })).toBeVisible();
  await expect(board.locator('video')).toHaveCount(0);
});
