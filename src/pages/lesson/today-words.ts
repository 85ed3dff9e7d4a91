import type { Deck } from '../../outputs/board/deck.ts';
import { sessionChosen } from '../../outputs/board/deck-of-today.ts';
import { sumMinutes } from '../../outputs/library/lesson-card.ts';
import type { Today } from '../../lesson/today.ts';

/** What is hidden today, in a sentence for the teacher: `2 slides are hidden today. It takes 44 minutes.` */
export function todayWords(
  chosen: Today,
  { whole, deck }: { readonly whole: Deck; readonly deck: Deck },
): string {
  const minutes = sumMinutes(deck.blocks);
  const length = minutes === null ? '' : ` It takes ${minutes} minutes.`;
  const unhidden = new Set(
    whole.slides.filter((slide) => !isHidden(slide, chosen)).map(({ id }) => id),
  );
  const shown = new Set(deck.slides.map(({ id }) => id));
  const hidden = whole.slides.filter(({ id }) => !unhidden.has(id) && !shown.has(id)).length;
  const words = hidden === 1 ? 'One slide is hidden today.' : `${hidden} slides are hidden today.`;
  return `${words}${length}`;
}

/** What a block's line says of today, after its own words; empty where it is shown as it is. */
export function hiddenWords(
  block: string,
  whole: Deck,
  { chosen, deck }: { readonly chosen: Today; readonly deck: Deck },
): string {
  const session = sessionChosen(whole, chosen);
  const inCut = session === null || session.some((one) => one.block === block);
  const all = whole.slides.filter((slide) => slide.block === block).length;
  const shown = deck.slides.filter((slide) => slide.block === block).length;
  if (!inCut && shown === 0) return ' · not in this version';
  if (shown === 0 && all > 0) return ' · hidden today';
  const minutes = deck.blocks.find(({ id }) => id === block)?.minutes ?? null;
  const differs =
    minutes !== null && minutes !== (whole.blocks.find(({ id }) => id === block)?.minutes ?? null);
  return [
    differs ? ` · ${minutes} min today` : '',
    shown < all ? ` · ${all - shown} hidden today` : '',
  ].join('');
}

function isHidden(
  { id, block }: { readonly id: string; readonly block: string },
  { hiddenBlocks, hiddenSlides }: Today,
): boolean {
  return hiddenBlocks.includes(block) || hiddenSlides.includes(id);
}
