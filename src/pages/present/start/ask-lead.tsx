import { useState } from 'preact/hooks';
import { copyText } from '../../../ui/copy-text.view.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { askWords, copiedWords, requestHere, reviewHere } from '../../../school/ask-lead.view.ts';
import { saveAsked } from '../../../school/asked-here.view.ts';
import { SITE, sitePath } from '../session/lesson-files.view.ts';

/** Where the term's approval is missing, or the review of the lesson `review` without which it does not hold: the request to the safeguarding lead in one press, and the page where it is given. */
export function AskLead({ review }: { readonly review: string | null }) {
  const [status, setStatus] = useState('');
  const { body, mail, approval } = review === null ? requestHere(SITE) : reviewHere(SITE, review);
  async function copy(): Promise<void> {
    const isCopied = await copyText(body);
    if (isCopied) saveAsked(sitePath());
    setStatus(copiedWords(isCopied));
  }
  return (
    <div class="gates__ask">
      <a class="button button--main" href={mail} onClick={() => saveAsked(sitePath())}>
        {askWords.mail}
      </a>
      <Button onPress={() => void copy()}>{askWords.copy}</Button>
      {approval !== '' && (
        <a id="gate-link" href={approval}>
          {review === null ? askWords.approval : askWords.review}
        </a>
      )}
      <span role="status">{status}</span>
    </div>
  );
}
