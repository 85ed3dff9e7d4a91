import { expect, type Page } from '@playwright/test';
import type { Deck, DeckSlide } from '../../src/outputs/board/deck.ts';
import { mayCountHands } from '../../src/poll/question.ts';
import { CLOSING_MS } from '../../src/room/room.ts';
import { handsSteps } from '../../src/pages/present/room/hands-steps.ts';
import { closePoll, countHands, expectBoard, key, onward } from './lead.ts';

/** A slide as the board showed it: its id, its heading, and whether it could be seen. */
export type SeenSlide = { readonly id: string; readonly heading: string; readonly isSeen: boolean };

/** What a board that shows these slides, one after the other, is seen to show; one without a heading has none. */
export function wantedOf(slides: readonly DeckSlide[]): readonly SeenSlide[] {
  return slides.map(({ id, heading }) => ({ id, heading: plain(heading), isSeen: true }));
}

/** Turns the presenter's one window by its keys through these slides, and tells what the board showed; where it did not get further, the same slide again. */
export async function walkByKeys(
  page: Page,
  slides: readonly DeckSlide[],
): Promise<readonly SeenSlide[]> {
  const wanted = slides.map(({ id, steps }) => ({ id, steps }));
  const seen = await page.evaluate(async (way) => {
    const shown = () => document.querySelector<HTMLElement>('section.present[data-slide]');
    const slidesShown: { id: string; heading: string; isSeen: boolean }[] = [];
    for (const { id, steps } of way) {
      for (let frames = 0; frames < 300 && shown()?.dataset['slide'] !== id; frames += 1) {
        await new Promise(requestAnimationFrame);
      }
      const now = shown();
      slidesShown.push({
        id: now?.dataset['slide'] ?? '',
        heading: now?.querySelector('h1, h2')?.textContent ?? '',
        isSeen: now?.checkVisibility() ?? false,
      });
      // A part of the film is not turned past, but skipped: that asks first.
      const skip = [...document.querySelectorAll('button')].find(({ textContent }) =>
        textContent.startsWith('Skip this part'),
      );
      skip?.click();
      for (
        let frames = 0;
        skip && frames < 300 && !document.querySelector('dialog[open]');
        frames += 1
      ) {
        await new Promise(requestAnimationFrame);
      }
      document.querySelector<HTMLElement>('dialog[open] .button--main')?.click();
      for (let turns = 0; turns <= steps && !skip; turns += 1) {
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }),
        );
      }
    }
    return slidesShown;
  }, wanted);
  return seen.map((one) => ({ ...one, heading: plain(one.heading) }));
}

/** Teaches a lesson to a class without devices: every slide by the keys, and each question that may be, counted by hands and shown. The page’s clock is set on past the wait for last answers. */
export async function teachByHands(page: Page, { slides, questions }: Deck): Promise<void> {
  const board = page.locator('section.present');
  for (const slide of slides) {
    await expectBoard(page, slide.id);
    if (slide.heading !== '') {
      expect(plain((await board.locator('h1, h2').first().textContent()) ?? '')).toBe(
        plain(slide.heading),
      );
    }
    const question =
      slide.kind === 'poll' && slide.rounds.includes(1)
        ? questions.find(({ id }) => id === slide.question)
        : undefined;
    if (question && mayCountHands(question)) {
      await key(page, 'u');
      await countHands(
        page,
        Object.fromEntries(handsSteps(question).map(({ label }, at) => [label, at < 2 ? 12 : 1])),
      );
      await closePoll(page);
      await page.clock.fastForward(CLOSING_MS);
      const show = page.getByRole('button', { name: 'Show' });
      // What is asked again later is not shown the first time.
      if (slide.kind === 'poll' && slide.rounds.length === 1) {
        await expect(page.getByRole('button', { name: 'Discard answers' })).toBeVisible();
        await expect(show).toHaveCount(0);
        await expect(board.locator('.result')).toHaveCount(0);
      } else {
        await expect(show).toBeVisible();
        await key(page, 's');
        await expect(board.locator('.result')).toBeVisible();
      }
    }
    for (let turns = 0; turns < slide.steps; turns += 1) await key(page, 'ArrowRight');
    await onward(page);
  }
  await expectBoard(page, slides.at(-1)?.id ?? '');
}

function plain(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
