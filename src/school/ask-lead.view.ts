import { isLoopback } from '../text/loopback.ts';
import { pageAddress } from '../text/site-file.view.ts';
import { approvalRequest, mailtoOf, reviewRequest } from './approval-request.ts';

/** What asks the safeguarding lead for the term’s approval, wherever it is missing: the words to copy, the address of an e-mail with them, and the page where approval is given. */
export type LeadRequest = {
  readonly body: string;
  readonly mail: string;
  readonly approval: string;
};

/** The request to review a lesson as it is true here; where no program runs there is no page for it, and `approval` is empty. */
export function reviewHere(root: string, slug: string): LeadRequest {
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
  const approval = isServed ? `${root}safeguarding/review/?lesson=${slug}` : '';
  const isOpenElsewhere = isServed && !isOnlyHere();
  const request = reviewRequest(isOpenElsewhere ? new URL(approval, location.href).href : '');
  return { body: request.body, mail: mailtoOf(request), approval };
}

/** The request as it is true here, with the address where the lead’s computer can open it; `root` leads from this page to the site’s root. */
export function requestHere(root: string): LeadRequest {
  const approval = `${pageAddress(`${root}school/`)}#gate`;
  const request = approvalRequest(isOnlyHere() ? '' : new URL(approval, location.href).href);
  return { body: request.body, mail: mailtoOf(request), approval };
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
