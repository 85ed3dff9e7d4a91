import { idOfMine } from '../text/my-lesson.ts';
import { pageAddress } from '../text/site-file.view.ts';
import { newToken, openApprovalHere } from './approval-here.view.ts';
import { approvePage, linkHash, type ApprovalView } from './approval-protocol.ts';
import { askedFromQuery, type AskedFrom } from './asked-from.ts';
import { approvalRequest, mailtoOf } from './approval-request.ts';
import { isOnlyHere, type LeadRequest } from './ask-lead.view.ts';

type AskingHere = {
  readonly from: AskedFrom;
  readonly changed: (view: ApprovalView) => void;
};

/** The request to approve a lesson as it is true here, with a link of its own where the lead’s computer can open it; `from` is the page that its own link to the approval leads back to, `changed` is given the approval once that link is known; `root` leads from this page to the site’s root. */
export function requestHere(
  root: string,
  slug: string,
  { from, changed }: AskingHere,
): LeadRequest {
  const token = newToken();
  const at = `${root}${approvePage(slug)}`;
  const page = `${pageAddress(at)}${linkHash(token)}`;
  const pageHere = `${pageAddress(at, askedFromQuery(from))}${linkHash(token)}`;
  // What is described in this browser alone is answered in it.
  const isHere = isOnlyHere() || idOfMine(slug) !== null;
  const request = approvalRequest(isHere ? '' : new URL(page, location.href).href);
  let sent: Promise<string> | null = null;

  async function send(): Promise<string> {
    const reply = await openApprovalHere(root, slug).ask(token);
    if (reply.is === 'done') {
      changed(reply.body);
      return '';
    }
    // Another press tries again.
    sent = null;
    return `The link in it doesn’t work yet. ${reply.message}`;
  }

  return {
    body: request.body,
    mail: mailtoOf(request),
    page: pageHere,
    send: () => (sent ??= send()),
  };
}
