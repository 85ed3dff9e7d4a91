import type { Question } from './question.ts';
import type { Tally } from './tally.ts';

/** How large a part of the class chose an option, in words that are symmetric: none is one with few, all with nearly all (D4). */
export type Band = 'few-or-none' | 'about-a-quarter' | 'about-half' | 'about-three-quarters' | 'nearly-all-or-all';

/** All that may ever be shown of a tally, on any screen, sheet or export. `answering` is in steps of five. */
export type Published =
  | { readonly rung: 'bands'; readonly bands: Readonly<Record<string, Band>>; readonly answering: number; readonly right: string | null; readonly explanation: string }
  | { readonly rung: 'largest'; readonly largest: string; readonly answering: number; readonly right: string | null; readonly explanation: string }
  | { readonly rung: 'words'; readonly right: string | null; readonly explanation: string }
  | { readonly rung: 'too-few'; readonly right: string | null; readonly explanation: string };

/** The only way out for a tally (D2-D4). */
export declare function disclose(question: Question, tally: Tally): Published;
