import { html, type Html } from '../../../text/html.ts';
import { askHtml } from '../poll-panel.ts';
import type { Around, SlideOf } from './slide-html.ts';

/**
 * A question before it is asked. Once the room asks it, `pollHtml` draws what the room lets the board say.
 *
 *     ::: choice pressure character
 *     How much pressure is Sam under right now?
 *     - None
 *     - A little
 *     :::
 */
export function poll({ question, heading }: SlideOf<'poll'>, { questions }: Around): Html {
  const asked = questions.find(({ id }) => id === question);
  return asked ? askHtml(asked) : html`<h2>${heading}</h2>`;
}
