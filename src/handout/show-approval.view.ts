import { copyText } from '../look/copy-text.view.ts';
import { icon } from '../look/icons.ts';
import { said } from '../look/said.view.ts';
import { mailtoOf } from '../school/approval-request.ts';
import { approvalAddress, requestHere } from '../school/ask-lead.view.ts';
import { gateSentence, gateState } from '../school/gate.ts';
import { openSchoolHere } from '../school/school-here.view.ts';
import { today } from '../text/today.view.ts';

/** Says beside “Teach” whether this term’s approval is given, by whom and until when; where it is not, how to ask for it. `root` leads to the site’s root. */
export async function showApproval(root: string): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-approval]');
  const words = place?.querySelector('[data-words]');
  if (!place || !words) return;
  const { school, problems } = await openSchoolHere(root).read();
  // What could not be read is not known: the page’s own words stay.
  if (problems.length > 0 && school.saved === '') return;
  const state = gateState(school, today());
  const isDone = state.is === 'done';
  words.textContent = said(gateSentence(state));
  place.classList.toggle('plan-before__done', isDone);
  place.classList.toggle('plan-before__open', !isDone);
  const drawn = place.querySelector('.icon');
  if (drawn) drawn.outerHTML = String(icon(isDone ? 'check' : 'todo'));
  if (!isDone) place.querySelector('div')?.append(askRow(root));
}

function askRow(root: string): HTMLElement {
  const row = Object.assign(document.createElement('p'), { className: 'plan-before__ask screen-only' });
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  const copy = Object.assign(document.createElement('button'), { className: 'button', type: 'button', textContent: 'Copy a request to your lead' });
  copy.addEventListener('click', () => {
    void copyText(requestHere(root).body).then((isCopied) => {
      told.textContent = isCopied ? 'Copied. Paste it into a message.' : 'We couldn’t copy it. Send it by e-mail instead.';
    });
  });
  const mail = Object.assign(document.createElement('a'), { href: mailtoOf(requestHere(root)), textContent: 'E-mail it' });
  const open = Object.assign(document.createElement('a'), { href: approvalAddress(root), textContent: 'Open the approval' });
  row.append(copy, mail, open, told);
  return row;
}
