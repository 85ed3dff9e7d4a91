import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';

/** What the page of the way out says in its head: the address of another site that it leads on to. */
export const LEAVE_TO = 'leave-to';

/** The page that young people’s pages are left to: the day and the time, and on at once to the page of another site where the host has chosen one. */
export function awayPage(leaveTo: string | null): Slots {
  const to =
    leaveTo === null
      ? ''
      : html`<meta name="${LEAVE_TO}" content="${leaveTo}"><noscript><meta http-equiv="refresh" content="0;url=${leaveTo}"></noscript>`;
  return { to: String(to) };
}

/** Where the way out leads, where that is another site, as the words beside it begin; what it does not clear follows. */
export function leavesWords(leaveTo: string | null): Html {
  return leaveTo === null ? html`` : html`Leads to ${new URL(leaveTo).host}.`;
}
