import { fetchDeck } from '../../outputs/board/fetch-deck.view.ts';
import { todaysDeck } from '../../outputs/board/todays-deck.view.ts';
import { sumMinutes } from '../../outputs/library/lesson-card.ts';

/** Leaves out of a sheet the blocks and slides that are not shown today, and gives the others today's minutes. `root` is the way to the site's root. */
export async function showTodaysParts(sheet: HTMLElement, root: string): Promise<void> {
  const whole = await fetchDeck(root, sheet.dataset['lesson'] ?? '');
  if (whole === null) return;
  const deck = todaysDeck(whole, new URL(root, location.href).pathname);
  const blocks = new Map(deck.blocks.map((block) => [block.id, block]));
  const slides = new Set(deck.slides.map(({ id }) => id));
  for (const part of sheet.querySelectorAll<HTMLElement>('[data-block]')) {
    const block = blocks.get(part.dataset['block'] ?? '');
    part.hidden = block === undefined;
    const minutes = part.querySelector('[data-minutes]');
    if (minutes && block?.minutes) minutes.textContent = String(block.minutes);
  }
  for (const part of sheet.querySelectorAll<HTMLElement>('[data-slide]')) {
    part.hidden = !slides.has(part.dataset['slide'] ?? '');
  }
  const words = sheet.querySelector<HTMLElement>('[data-today-words]');
  if (words === null || slides.size === whole.slides.length) return;
  const minutes = sumMinutes(deck.blocks);
  words.textContent = `As chosen for today${minutes === null ? '' : `: ${minutes} minutes`}. The other slides are left out.`;
  words.hidden = false;
}
