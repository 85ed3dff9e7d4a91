import type { Layout } from './layout-rule.ts';
import { cards } from './layouts/cards.ts';
import { chat } from './layouts/chat.ts';
import { column, columns } from './layouts/columns.ts';
import { reveal } from './layouts/reveal.ts';
import { steps } from './layouts/steps.ts';
import { timer } from './layouts/timer.ts';

/** Every way to lay out a part of a slide, by the word that opens its fence. */
export const layouts = {
  chat,
  cards,
  columns,
  column,
  reveal,
  steps,
  timer,
} as const satisfies Readonly<Record<string, Layout>>;
