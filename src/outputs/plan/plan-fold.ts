import { html, trusted, type Html } from '../../text/html.ts';

/** A part of a lesson's page that is folded, with a word on what is in it; on paper it is open. */
export type Fold = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly inside: readonly (Html | '')[];
  readonly isOpen?: boolean;
};

/** A fold; empty where nothing is in it. */
export function planFold({ id, title, about, inside, isOpen = false }: Fold): Html | '' {
  if (inside.every((part) => `${part}` === '')) return '';
  return html`<details class="plan-fold" id="${id}"${isOpen ? trusted(' open') : ''}><summary><h2>${title}</h2> <span>${about}</span></summary>
<div class="plan-fold__inside">${inside}</div></details>`;
}
