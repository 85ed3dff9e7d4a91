import { html } from '../text/html.ts';
import type { ApprovalHere } from './approval-here.view.ts';
import type { ApprovalView } from './approval-protocol.ts';

/** What is said where a request was withdrawn. */
export const WITHDRAWN = 'The request is withdrawn. Its link no longer works.';

const MEANS = 'The link in the message will stop working.';

type Withdrawal = {
  /** Which lesson it is, where a page has several. */
  readonly of?: string;
  /** What the page does afterwards, with the approval as it is then. */
  readonly done: (view: ApprovalView) => void;
};

/** The button that ends the links that are out for a lesson: one may have gone to the wrong person. It asks once, in its own place; the way back lies where the first press was, so that a double press does nothing. */
export function withdrawRequest(
  here: Pick<ApprovalHere, 'withdraw'>,
  { of = '', done }: Withdrawal,
): HTMLElement {
  const place = Object.assign(document.createElement('div'), { className: 'withdraw' });
  place.setAttribute('role', 'group');
  const which = of === '' ? '' : html`<span class="unseen">: ${of}</span>`;

  function offer(): HTMLButtonElement | null {
    place.removeAttribute('aria-label');
    place.innerHTML = String(
      html`<button class="button" type="button">Withdraw the request${which}</button>`,
    );
    const button = place.querySelector('button');
    button?.addEventListener('click', ask);
    return button;
  }

  function ask(): void {
    const width = place.querySelector('button')?.offsetWidth ?? 0;
    place.setAttribute('aria-label', MEANS);
    place.innerHTML = String(
      html`<button class="button" type="button">Keep it${which}</button><button class="button button--main" type="button">Withdraw it${which}</button><p>${MEANS}</p><p role="status"></p>`,
    );
    const [keep, sure] = place.querySelectorAll('button');
    // As wide as the button before it: a second press at its end is no other answer.
    if (keep) keep.style.minWidth = `${width}px`;
    keep?.addEventListener('click', back);
    sure?.addEventListener('click', () => void withdraw());
    keep?.focus();
  }

  function back(): void {
    offer()?.focus();
  }

  async function withdraw(): Promise<void> {
    const reply = await here.withdraw();
    if (reply.is === 'done') return done(reply.body);
    const status = place.querySelector('[role=status]');
    if (status) status.textContent = reply.message;
  }

  place.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') back();
  });
  offer();
  return place;
}
