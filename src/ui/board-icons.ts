import { trusted, type Html } from '../text/html.ts';

/** The strokes of the icons that the board's own page draws: it loads no others. On a 24-unit grid; styles give them their colour and weight. */
export const boardStrokes = {
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  help: '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.5"/><path d="m5.7 5.7 3.8 3.8M14.5 14.5l3.8 3.8M18.3 5.7l-3.8 3.8M9.5 14.5l-3.8 3.8"/>',
  shield:
    '<path d="M12 3 5 5.5v6c0 4.5 3 7.5 7 9.5 4-2 7-5 7-9.5v-6z"/><path d="m9 12 2.2 2.2L15 10.5"/>',
  talk: '<path d="M4 15V5.5A1.5 1.5 0 0 1 5.5 4h8A1.5 1.5 0 0 1 15 5.5v5a1.5 1.5 0 0 1-1.5 1.5H7z"/><path d="M18.5 9A1.5 1.5 0 0 1 20 10.5V20l-3-3h-6.5A1.5 1.5 0 0 1 9 15.5V15"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M3 19.5c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5"/><path d="M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3 2.6 3 5"/>',
} as const;

/** The name of one of them. */
export type BoardIconName = keyof typeof boardStrokes;

/** An icon of the board for beside its words: hidden from screen readers, since the words say it. */
export function boardIcon(name: BoardIconName): Html {
  return drawn(boardStrokes[name]);
}

/** An icon of these strokes. */
export function drawn(strokes: string): Html {
  return trusted(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${strokes}</svg>`);
}
