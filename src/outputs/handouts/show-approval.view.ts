import { copyText } from '../../ui/copy-text.view.ts';
import { icon } from '../../ui/icons.ts';
import { html } from '../../text/html.ts';
import { approvalLine } from '../../school/approval-line.ts';
import {
  askWords,
  copiedWords,
  requestHere,
  reviewHere,
  type LeadRequest,
} from '../../school/ask-lead.view.ts';
import { askedOn, forgetAsked, saveAsked } from '../../school/asked-here.view.ts';
import { gateFor, gateState } from '../../school/gate.ts';
import { openSchoolHere } from '../../school/school-here.view.ts';
import { today } from '../../text/today.view.ts';

/**
 * Says beside “Teach” whether this term’s approval is given, by which role and until when; where it
 * is not, asks for it with a message that is ready to send. `root` leads to the site’s root.
 */
export async function showApproval(root: string): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-approval]');
  const words = place?.querySelector('[data-words]');
  if (!place || !words) return;
  const { school, problems } = await openSchoolHere(root).read();
  // What could not be read is not known: the page’s own words stay.
  if (problems.length > 0 && school.saved === '') return;
  const site = new URL(root, location.href).pathname;
  const gate = gateFor(gateState(school, today()), place.dataset['approval'] || null);
  const isDone = gate.is === 'done';
  if (isDone) forgetAsked(site);
  const { state, means, ask } = approvalLine(gate, askedOn(site));
  words.innerHTML = String(isDone ? html`${state}` : html`<b>${state}</b> ${means}`);
  place.classList.toggle('plan-before__done', isDone);
  place.classList.toggle('plan-before__open', !isDone);
  const drawn = place.querySelector('.icon');
  if (drawn) drawn.outerHTML = String(icon(isDone ? 'check' : 'todo'));
  if (ask === null) return;
  const request = gate.is === 'suspended' ? reviewHere(root, slugHere()) : requestHere(root);
  const to = gate.is === 'suspended' ? askWords.review : askWords.approval;
  place.querySelector('div')?.append(askFold(request, { ask, to, site }));
}

// A plan's page is at `lesson/<slug>/`.
function slugHere(): string {
  return /\/lesson\/([^/]+)\//.exec(location.pathname)?.[1] ?? '';
}

type Ask = { readonly ask: string; readonly to: string; readonly site: string };

// The message is read before it is sent, however it is sent.
function askFold({ body, mail, approval }: LeadRequest, { ask, to, site }: Ask): HTMLElement {
  const fold = Object.assign(document.createElement('details'), {
    className: 'ask-lead screen-only',
  });
  fold.innerHTML = String(html`<summary class="button">${ask}</summary>
<blockquote>${body}</blockquote>
<p><button class="button" type="button">${askWords.copy}</button><a href="${mail}">${askWords.mail}</a>${approval === '' ? '' : html`<a href="${approval}">${to}</a>`}</p>
<p role="status"></p>`);
  const status = fold.querySelector('[role=status]');
  fold.querySelector('button')?.addEventListener('click', () => {
    void copyText(body).then((isCopied) => {
      if (isCopied) saveAsked(site);
      if (status) status.textContent = copiedWords(isCopied);
    });
  });
  fold.querySelector('a[href^="mailto:"]')?.addEventListener('click', () => saveAsked(site));
  return fold;
}
