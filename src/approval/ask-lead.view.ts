import { isLoopback } from '../text/loopback.ts';
import { pageAddress } from '../text/site-file.view.ts';
import { isServedHere, newToken, openApprovalHere } from './approval-here.view.ts';
import { approvePage, linkHash } from './approval-protocol.ts';
import { approvalRequest, mailtoOf, reviewRequest } from './approval-request.ts';

/** What asks the safeguarding lead, wherever an approval or a review is missing: the words to copy, the address of an e-mail with them, and the page where it is given. `send` makes a link known that is in them: it says what went wrong, empty where all is well. */
export type LeadRequest = {
  readonly body: string;
  readonly mail: string;
  readonly page: string;
  readonly send: () => Promise<string>;
};

/** The request to review a lesson as it is true here; where no program runs there is no page for it, and `page` is empty. */
export function reviewHere(root: string, slug: string): LeadRequest {
  const page = isServedHere() ? `${root}safeguarding/review/?lesson=${slug}` : '';
  const isOpenElsewhere = page !== '' && !isOnlyHere();
  const request = reviewRequest(isOpenElsewhere ? new URL(page, location.href).href : '');
  return { body: request.body, mail: mailtoOf(request), page, send: async () => '' };
}

/** The request to approve a lesson as it is true here, with a link of its own where the lead’s computer can open it; `root` leads from this page to the site’s root. */
export function requestHere(root: string, slug: string): LeadRequest {
  const token = newToken();
  const page = `${pageAddress(`${root}${approvePage(slug)}`)}${linkHash(token)}`;
  const request = approvalRequest(isOnlyHere() ? '' : new URL(page, location.href).href);
  let sent: Promise<string> | null = null;

  async function send(): Promise<string> {
    const reply = await openApprovalHere(root, slug).ask(token);
    if (reply.is === 'done') return '';
    // Another press tries again.
    sent = null;
    return `The link in it doesn’t work yet. ${reply.message}`;
  }

  return { body: request.body, mail: mailtoOf(request), page, send: () => (sent ??= send()) };
}

/** What its buttons and links are called. */
export const askWords = {
  copy: 'Copy the message',
  mail: 'E-mail it',
  approval: 'Open the approval',
  review: 'Open the review',
} as const;

/** What is said once it was copied, or was not. */
export function copiedWords(isCopied: boolean): string {
  return isCopied
    ? 'Copied. Paste it into a message.'
    : 'We couldn’t copy it. Send it by e-mail instead.';
}

// No one but this computer can open it.
function isOnlyHere(): boolean {
  return (
    location.protocol === 'file:' ||
    isLoopback(location.hostname) ||
    location.hostname.endsWith('.localhost')
  );
}
