import { useState } from 'preact/hooks';
import { copyText } from '../../../ui/copy-text.view.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { askWords, copiedWords, requestHere } from '../../../school/ask-lead.view.ts';
import { SITE } from '../session/lesson-files.view.ts';

/** Where the term's approval is missing: the request to the safeguarding lead in one press, and the page where it is given. */
export function AskLead() {
  const [status, setStatus] = useState('');
  const { body, mail, approval } = requestHere(SITE);
  async function copy(): Promise<void> {
    setStatus(copiedWords(await copyText(body)));
  }
  return (
    <span class="ask-lead">
      <Button onPress={() => void copy()}>{askWords.copy}</Button>
      <a href={mail}>{askWords.mail}</a>
      <a id="gate-link" href={approval}>
        {askWords.approval}
      </a>
      <span role="status">{status}</span>
    </span>
  );
}
