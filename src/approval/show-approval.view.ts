import { copyText } from '../ui/copy-text.view.ts';
import { icon } from '../ui/icons.ts';
import { html } from '../text/html.ts';
import { openSchoolHere } from '../school/school-here.view.ts';
import { today } from '../text/today.view.ts';
import { lessonGate } from './approval.ts';
import { openApprovalHere } from './approval-here.view.ts';
import { approvalLine } from './approval-line.ts';
import {
  askWords,
  copiedWords,
  requestHere,
  reviewHere,
  type LeadRequest,
} from './ask-lead.view.ts';

/**
 * Says beside “Teach” whether the lesson is approved, by which role, when and until when; where it
 * is not, asks for it with a message that is ready to send. `root` leads to the site’s root.
 */
export async function showApproval(root: string): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-approval]');
  const words = place?.querySelector('[data-words]');
  if (!place || !words) return;
  const slug = place.dataset['lesson'] ?? '';
  const [{ school, problems }, reply] = await Promise.all([
    openSchoolHere(root).read(),
    openApprovalHere(root, slug).read(),
  ]);
  // What could not be read is not known: the page’s own words stay.
  if (reply.is === 'refused' || (problems.length > 0 && school.saved === '')) return;
  const { state: answered, asked } = reply.view;
  const why = place.dataset['approval'] || null;
  const gate = lessonGate({ state: answered, school, why }, today());
  const isDone = gate.is === 'done';
  const { state, means, ask } = approvalLine(gate, asked);
  words.innerHTML = String(isDone ? html`${state}` : html`<b>${state}</b> ${means}`);
  place.classList.toggle('plan-before__done', isDone);
  place.classList.toggle('plan-before__open', !isDone);
  const drawn = place.querySelector('.icon');
  if (drawn) drawn.outerHTML = String(icon(isDone ? 'check' : 'todo'));
  if (ask === null) return;
  const isReview = gate.is === 'suspended' && gate.until === 'review';
  const request = isReview ? reviewHere(root, slug) : requestHere(root, slug);
  const to = isReview ? askWords.review : askWords.approval;
  place.querySelector('div')?.append(askFold(request, { ask, to }));
}

type Ask = { readonly ask: string; readonly to: string };

// The message is read before it is sent, however it is sent.
function askFold({ body, mail, page, send }: LeadRequest, { ask, to }: Ask): HTMLElement {
  const fold = Object.assign(document.createElement('details'), {
    className: 'ask-lead screen-only',
  });
  fold.innerHTML = String(html`<summary class="button">${ask}</summary>
<blockquote>${body}</blockquote>
<p><button class="button" type="button">${askWords.copy}</button><a href="${mail}">${askWords.mail}</a>${page === '' ? '' : html`<a href="${page}" data-page>${to}</a>`}</p>
<p role="status"></p>`);
  const say = (sentence: string) => {
    const status = fold.querySelector('[role=status]');
    if (status) status.textContent = sentence;
  };
  fold.querySelector('button')?.addEventListener('click', () => {
    void Promise.all([copyText(body), send()]).then(([isCopied, trouble]) =>
      say(trouble || copiedWords(isCopied)),
    );
  });
  fold.querySelector('a[href^="mailto:"]')?.addEventListener('click', () => void send().then(say));
  fold.querySelector<HTMLAnchorElement>('a[data-page]')?.addEventListener('click', (event) => {
    event.preventDefault();
    void send().then((trouble) => (trouble === '' ? location.assign(page) : say(trouble)));
  });
  return fold;
}
