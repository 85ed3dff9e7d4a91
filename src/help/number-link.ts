import { html, type Html } from '../text/html.ts';

/** A telephone number that rings with one press, for pages at home: its words are the number, never broken at the end of a line. */
export function numberLink(number: string): Html {
  return html`<a href="tel:${number.replaceAll(' ', '')}">${number.replaceAll(' ', '\u00a0')}</a>`;
}
