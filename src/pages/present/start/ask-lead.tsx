import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../../../ui/copy-text.view.ts';
import { Button } from '../../../ui/controls.view.tsx';
import type { ApprovalView } from '../../../approval/approval-protocol.ts';
import { requestHere } from '../../../approval/ask-approval.view.ts';
import { askWords, copiedWords, openAsked, reviewHere } from '../../../approval/ask-lead.view.ts';
import { SITE } from '../session/lesson-files.view.ts';

type AskProps = {
  readonly slug: string;
  readonly isReview: boolean;
  /** Is given the approval once a link is known that is in the message. */
  readonly changed: (view: ApprovalView) => void;
};

/** Where the approval of a lesson is missing, or the review without which it does not hold: the request to the safeguarding lead in one press, and the page where it is given. */
export function AskLead({ slug, isReview, changed }: AskProps) {
  const [status, setStatus] = useState('');
  // A link of its own each time the page is opened, the same for every press.
  const [request] = useState(() =>
    isReview ? reviewHere(SITE, slug) : requestHere(SITE, slug, { from: 'start', changed }),
  );
  const { body, mail, page, send } = request;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (link.current) openAsked(link.current, request, setStatus);
  }, [request]);
  async function copy(): Promise<void> {
    const [isCopied, trouble] = await Promise.all([copyText(body), send()]);
    setStatus(trouble || copiedWords(isCopied));
  }
  return (
    <div class="gates__ask">
      <a class="button button--main" href={mail} onClick={() => void send().then(setStatus)}>
        {askWords.mail}
      </a>
      <Button onPress={() => void copy()}>{askWords.copy}</Button>
      {page !== '' && (
        <a id="gate-link" ref={link} href={page}>
          {isReview ? askWords.review : askWords.approval}
        </a>
      )}
      <span role="status">{status}</span>
    </div>
  );
}
