import { pageAddress } from '../text/site-file.view.ts';
import { approvalRequest, isOwnComputer, type ApprovalRequest } from './approval-request.ts';

/** The page’s own place for the term’s approval; `root` leads from this page to the site’s root. */
export function approvalAddress(root: string): string {
  return `${pageAddress(`${root}school/`)}#gate`;
}

/** The request to the safeguarding lead as it is true here: with the address where their computer can open it. */
export function requestHere(root: string): ApprovalRequest {
  const isOwn = isOwnComputer(location.protocol, location.hostname);
  return approvalRequest(isOwn ? '' : new URL(approvalAddress(root), location.href).href);
}
