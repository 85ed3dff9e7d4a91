import { useState } from 'preact/hooks';
import { copyText } from '../../look/copy-text.view.ts';
import { Button } from '../../look/controls.view.tsx';
import { mailtoOf } from '../../school/approval-request.ts';
import { approvalAddress, requestHere } from '../../school/ask-lead.view.ts';
import { SITE } from './lesson-files.view.ts';

/** Where the term's approval is missing: the request to the safeguarding lead in one press, and the page where it is given. */
export function AskLead() {
  const [told, tell] = useState('');
  const request = requestHere(SITE);
  async function copy(): Promise<void> {
    tell((await copyText(request.body)) ? 'Copied. Paste it into a message.' : 'We couldn’t copy it. Send it by e-mail instead.');
  }
  return (
    <span class="gates__ask">
      <Button press={() => void copy()}>Copy a request to your lead</Button>
      <a href={mailtoOf(request)}>E-mail it</a>
      <a id="gate-link" href={approvalAddress(SITE)}>
        Open the approval
      </a>
      <span role="status">{told}</span>
    </span>
  );
}
