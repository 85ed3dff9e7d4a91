import { copyText } from '../../ui/copy-text.view.ts';
import { icon } from '../../ui/icons.ts';
import {
  askWords,
  copiedWords,
  requestHere,
  reviewHere,
  type LeadRequest,
} from '../../school/ask-lead.view.ts';
import { gateFor, gateSentence, gateState } from '../../school/gate.ts';
import { openSchoolHere } from '../../school/school-here.view.ts';
import { today } from '../../text/today.view.ts';

/**
 * Says beside “Teach” whether this term’s approval is given, by which role and until when; where it
 * is not, how to ask for it. `root` leads to the site’s root.
 */
export async function showApproval(root: string): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-approval]');
  const words = place?.querySelector('[data-words]');
  if (!place || !words) return;
  const { school, problems } = await openSchoolHere(root).read();
  // What could not be read is not known: the page’s own words stay.
  if (problems.length > 0 && school.saved === '') return;
  const state = gateFor(gateState(school, today()), place.dataset['approval'] || null);
  const isDone = state.is === 'done';
  words.textContent = gateSentence(state);
  place.classList.toggle('plan-before__done', isDone);
  place.classList.toggle('plan-before__open', !isDone);
  const drawn = place.querySelector('.icon');
  if (drawn) drawn.outerHTML = String(icon(isDone ? 'check' : 'todo'));
  if (isDone) return;
  const request = state.is === 'suspended' ? reviewHere(root, slugHere()) : requestHere(root);
  const to = state.is === 'suspended' ? askWords.review : askWords.approval;
  place.querySelector('div')?.append(askRow(request, to));
}

// A plan's page is at `lesson/<slug>/`.
function slugHere(): string {
  return /\/lesson\/([^/]+)\//.exec(location.pathname)?.[1] ?? '';
}

function askRow({ body, mail, approval }: LeadRequest, to: string): HTMLElement {
  const row = Object.assign(document.createElement('p'), { className: 'ask-lead screen-only' });
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const copy = Object.assign(document.createElement('button'), {
    className: 'button',
    type: 'button',
    textContent: askWords.copy,
  });
  copy.addEventListener('click', () => {
    void copyText(body).then((isCopied) => {
      status.textContent = copiedWords(isCopied);
    });
  });
  const link = (href: string, textContent: string) =>
    Object.assign(document.createElement('a'), { href, textContent });
  row.append(copy, link(mail, askWords.mail));
  if (approval !== '') row.append(link(approval, to));
  row.append(status);
  return row;
}
