import { isLoopback } from '../text/loopback.ts';
import { isServedHere } from '../text/served-here.view.ts';
import { mailtoOf, reviewRequest } from './approval-request.ts';

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

/** True where no computer but this one can open the page. */
export function isOnlyHere(): boolean {
  return (
    location.protocol === 'file:' ||
    isLoopback(location.hostname) ||
    location.hostname.endsWith('.localhost')
  );
}

/** Makes the request’s link known however its page is opened: in this tab, or in another by the middle button, with a key held down or from the browser’s menu. `say` shows what went wrong, empty where all is well. */
export function openAsked(
  link: HTMLAnchorElement,
  { page, send }: Pick<LeadRequest, 'page' | 'send'>,
  say: (trouble: string) => void,
): void {
  const sendOnly = () => void send().then(say);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return sendOnly();
    event.preventDefault();
    void send().then((trouble) => (trouble === '' ? location.assign(page) : say(trouble)));
  });
  // The other tab is the browser’s: its page looks again where it was quicker than this.
  link.addEventListener('auxclick', sendOnly);
  link.addEventListener('contextmenu', sendOnly);
}
