import type { Deck } from '../../outputs/board/deck.ts';
import { sessionChosen } from '../../outputs/board/deck-of-today.ts';
import { sumMinutes } from '../../outputs/library/lesson-card.ts';
import type { Today } from '../../lesson/today.ts';

/** What is shown today, in a sentence for the teacher: `Today: “20 minutes”, 20 min. 2 slides are hidden.` */
export function todayWords(
  chosen: Today,
  { whole, deck }: { readonly whole: Deck; readonly deck: Deck },
): string {
  const minutes = sumMinutes(deck.blocks);
  const length = minutes === null ? '' : `, ${minutes} min`;
  const way =
    sessionChosen(whole, chosen) === null ? 'the whole lesson' : `“${wayOf(whole, chosen)}”`;
  const unhidden = new Set(
    whole.slides.filter((slide) => !isHidden(slide, chosen)).map(({ id }) => id),
  );
  const shown = new Set(deck.slides.map(({ id }) => id));
  const hidden = whole.slides.filter(({ id }) => !unhidden.has(id) && !shown.has(id)).length;
  const words =
    hidden === 0 ? '' : hidden === 1 ? ' One slide is hidden.' : ` ${hidden} slides are hidden.`;
  return `Today: ${way}${length}.${words}`;
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
  if (!inCut && shown === 0) return ' · not today';
  if (shown === 0 && all > 0) return ' · hidden today';
  const minutes = deck.blocks.find(({ id }) => id === block)?.minutes ?? null;
  const differs =
    minutes !== null && minutes !== (whole.blocks.find(({ id }) => id === block)?.minutes ?? null);
  return [
    differs ? ` · ${minutes} min today` : '',
    shown < all ? ` · ${all - shown} hidden today` : '',
  ].join('');
}

function wayOf({ cuts }: Deck, { cut, session }: Today): string {
  const sessions = cuts.find(({ name }) => name === cut)?.sessions ?? [];
  return sessions.length > 1
    ? `${cut}: ${sessions[session] === undefined ? 1 : session + 1}`
    : (cut ?? '');
}

function isHidden(
  { id, block }: { readonly id: string; readonly block: string },
  { hiddenBlocks, hiddenSlides }: Today,
): boolean {
  return hiddenBlocks.includes(block) || hiddenSlides.includes(id);
}
