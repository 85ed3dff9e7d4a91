import { namesOf } from '../text/own.ts';
import type { Html } from '../text/html.ts';
import { boardStrokes, drawn } from './board-icons.ts';

// Drawn on a 24-unit grid, as strokes; `page.css` gives them their colour and weight.
const strokes = {
  ...boardStrokes,
  back: '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
  next: '<path d="M9.5 5.5 16 12l-6.5 6.5"/>',
  play: '<path d="M7 4.5v15l12-7.5z"/>',
  pause: '<path d="M8 5v14M16 5v14"/>',
  replay: '<path d="M4 4v5h5"/><path d="M4.6 9A8 8 0 1 1 4 13.5"/>',
  todo: '<circle cx="12" cy="12" r="9"/>',
  look: '<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5M12 16.5h.1"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  cover:
    '<path d="M3 3l18 18"/><path d="M10 5.3A9.6 9.6 0 0 1 12 5c5 0 8.3 3.6 9.5 7a12 12 0 0 1-2.6 4M6.2 6.9A12.3 12.3 0 0 0 2.5 12c1.2 3.4 4.5 7 9.5 7 1.7 0 3.2-.4 4.5-1.1"/><path d="M9.7 10a3 3 0 0 0 4.2 4.2"/>',
  find: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  warn: '<path d="M12 3.5 2.5 20h19z"/><path d="M12 10v4.5M12 17.3h.1"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6h.1"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
  film: '<rect x="3" y="4" width="18" height="16" rx="2"/><path d="M8 4v16M16 4v16M3 12h18M3 8h5M3 16h5M16 8h5M16 16h5"/>',
  hand: '<path d="M7 12.5V6.8a1.7 1.7 0 0 1 3.4 0M10.4 11V4.7a1.7 1.7 0 0 1 3.4 0V11M13.8 11V6.3a1.7 1.7 0 0 1 3.4 0V14a7 7 0 0 1-7 7c-2.6 0-4.3-1.3-5.5-3.3L3 14.3a1.7 1.7 0 0 1 2.9-1.7L7 14"/>',
  book: '<path d="M12 6.5C10 5 7 4.5 3.5 4.5v13.5c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5C17 4.5 14 5 12 6.5z"/><path d="M12 6.5V20"/>',
  tablet: '<rect x="5" y="3" width="14" height="18" rx="2.5"/><path d="M11 17.5h2"/>',
  picture:
    '<rect x="3" y="4.5" width="18" height="15" rx="2"/><circle cx="8.5" cy="9.5" r="1.5"/><path d="m4 17.5 5-5 3.5 3.5 3-3 4.5 4.5"/>',
  print:
    '<path d="M7 9V3.5h10V9"/><path d="M7 17H4.5V11A2 2 0 0 1 6.5 9h11a2 2 0 0 1 2 2v6H17"/><path d="M7 14h10v6.5H7z"/>',
  screen: '<rect x="3" y="4" width="18" height="12" rx="2"/><path d="M8.5 20h7M12 16v4"/>',
  screens:
    '<rect x="2.5" y="4" width="12" height="9" rx="1.5"/><rect x="11" y="10" width="10.5" height="8" rx="1.5"/>',
  sound:
    '<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z"/><path d="M15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>',
  list: '<path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20"/><path d="M4 6.5h.1M4 12h.1M4 17.5h.1"/>',
  box: '<path d="M4 13.5 6.5 5h11l2.5 8.5V19H4z"/><path d="M4 13.5h4.5l1.2 2.5h4.6l1.2-2.5H20"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  minus: '<path d="M5 12h14"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3"/>',
  folder:
    '<path d="M3.5 7v11a1.5 1.5 0 0 0 1.5 1.5h14a1.5 1.5 0 0 0 1.5-1.5V9A1.5 1.5 0 0 0 19 7.5h-7L10 5H5a1.5 1.5 0 0 0-1.5 1.5z"/>',
  sheet: '<path d="M6 3.5h8.5L19 8v12.5H6z"/><path d="M14 3.5V8.5h5M9 12.5h7M9 16h7"/>',
  save: '<path d="M12 4v10.5M7.5 10l4.5 4.5 4.5-4.5"/><path d="M4.5 15.5V18a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-2.5"/>',
} as const;

/** The name of one of our icons. */
export type IconName = keyof typeof strokes;

/** All of them, in the order in which they are kept. */
export const iconNames = namesOf(strokes);

/** An icon for beside its words: hidden from screen readers, since the words say it. */
export function icon(name: IconName): Html {
  return drawn(strokes[name]);
}
