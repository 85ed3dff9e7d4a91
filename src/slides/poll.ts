import { html } from '../text/html.ts';
import type { Moment } from '../poll/rounds.ts';
import type { SlideKind } from './slide-kind.ts';

/** What a slide asks, for the first time or once more. */
export type Asking = { readonly question: string; readonly moment: Moment };

/**
 * A question before it is asked. Once the room asks it, `pollHtml` draws what the room lets the board say.
 *
 *     ::: choice pressure character
 *     How much pressure is Sam under right now?
 *     - None
 *     - A little
 *     :::
 */
export const poll: SlideKind<Asking> = {
  fence: null,
  icon: 'todo',
  label: ({ moment }) => (moment === 'after' ? 'The same question again' : 'Question'),
  words: { question: 'no words', moment: 'no words' },
  whenFull: 'Shorten the question, its answers or what is said after them',
  hasTasks: false,
  draw: ({ question, heading }, { ask }) => ask(question) ?? html`<h2>${heading}</h2>`,
};
