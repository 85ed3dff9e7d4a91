import { expect, test } from 'vitest';
import type { Deck } from '../../../src/outputs/board/deck.ts';
import { JOIN, withJoining } from '../../../src/outputs/board/joining.ts';
import { joinSlideHtml } from '../../../src/outputs/board/join-slide.ts';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { turnPage } from '../../../src/outputs/board/steps.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { readQr } from '../../read-qr.ts';

const deckFrom = (slides: string) =>
  deckOf(readLesson('a', `---\ntitle: A\n---\n## Block (5 min)\n${slides}`).lesson, null);
const room = {
  code: 'BKT472',
  address: '192.168.4.20:4301',
  link: 'http://192.168.4.20:4301/#BKT472',
  joined: 0,
};
const wordsOf = (html: string) =>
  html
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** The modules of the path of our own QR codes, and its quiet zone. */
function modulesOf(html: string): { size: number; isDark: (x: number, y: number) => boolean } {
  const [, size = ''] = /class="qr"[^>]*viewBox="0 0 (\d+)/.exec(html) ?? [];
  const dark = new Set([...html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  return { size: Number(size) - 8, isDark: (x, y) => dark.has(`${x + 4} ${y + 4}`) };
}

test('the slide to join by comes right after the first slide, and before it where that is a question', () => {
  const idsOf = (some: Deck) => withJoining(some).slides.map(({ id }) => id);
  const deck = deckFrom('### One\n\nwords\n\n### Two\n\nwords\n');
  expect(idsOf(deck)).toEqual(['one', JOIN, 'two']);
  const asked = { kind: 'poll', question: 'one', rounds: [1] } as const;
  const slides = deck.slides.map((slide) => (slide.id === 'one' ? { ...slide, ...asked } : slide));
  expect(idsOf({ ...deck, slides })).toEqual([JOIN, 'one', 'two']);
  expect(idsOf({ ...deck, slides: [] })).toEqual([]);
});

test('a deck that has the slide to join by stays as it is, and Next and Back pass through it', () => {
  const deck = withJoining(deckFrom('### One\n\nwords\n\n### Two\n\nwords\n'));
  expect(withJoining(deck)).toBe(deck);
  expect(turnPage(deck, { slide: 'one', step: 0 }, 'next').slide).toBe(JOIN);
  expect(turnPage(deck, { slide: JOIN, step: 0 }, 'next').slide).toBe('two');
  expect(turnPage(deck, { slide: JOIN, step: 0 }, 'back').slide).toBe('one');
});

test('the slide to join by has the address and the code in words, and that no name is given', () => {
  const words = wordsOf(`${joinSlideHtml(room)}`);
  for (const part of [
    'Join in',
    'Go to 192.168.4.20',
    ':4301',
    'Type the code BKT 472',
    'You don’t give your name.',
    'School tablets',
  ]) {
    expect(words).toContain(part);
  }
});

test('the slide to join by counts in fives, and under five says no number', () => {
  const countOf = (joined: number) =>
    wordsOf(`${joinSlideHtml({ ...room, joined })}`)
      .split('School tablets')[1]
      ?.trim();
  expect(countOf(0)).toBe('Joining…');
  expect(countOf(5)).toBe('5+ joined');
  expect(countOf(30)).toBe('30+ joined');
  const fives = (joined: number) => `${joinSlideHtml({ ...room, joined })}`.split('<circle').length;
  expect(fives(15) - fives(10)).toBe(5);
  // A year group has its number, and no wall of dots.
  expect(fives(200)).toBe(fives(40));
});

test.each([
  'http://192.168.4.20/#BKT472',
  'http://192.168.104.120:4301/#WXR999',
  'https://lesson.example.org/school/#BKTHRM472385',
])('a camera reads %s out of the QR code, which says the same in words', (link) => {
  const html = `${joinSlideHtml({ ...room, link })}`;
  const { size, isDark } = modulesOf(html);
  expect(readQr(size, isDark)).toBe(link);
  expect(html).toContain(`role="img" aria-label="QR code for ${link}"`);
});

test('without a whole address there is no QR code, and all that is needed to join', () => {
  const { link: _, ...rest } = room;
  const html = `${joinSlideHtml(rest)}`;
  expect(html).not.toContain('class="qr"');
  expect(wordsOf(html)).toContain('Type the code BKT 472');
});

test('a code of a hosted server is in threes on one line', () => {
  const html = `${joinSlideHtml({ ...room, code: 'BKTHRM472385' })}`;
  expect(html).toContain('joining__code--long');
  expect(wordsOf(html)).toContain('BKT HRM 472 385');
});

test('[R52] once joining is closed, the slide to join by says so, and has neither address nor code nor QR code', () => {
  const html = `${joinSlideHtml({ ...room, joined: 25, isJoiningClosed: true })}`;
  expect(wordsOf(html).trim()).toBe('Joining is closed Not in? Put your hand up. 25+ joined');
  const few = `${joinSlideHtml({ ...room, joined: 0, isJoiningClosed: true })}`;
  expect(few).not.toContain('Joining…');
  expect(html).not.toMatch(/BKT|192\.168|class="qr"/);
});
