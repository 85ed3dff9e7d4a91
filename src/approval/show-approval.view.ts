import { copyText } from '../ui/copy-text.view.ts';
import { icon } from '../ui/icons.ts';
import { html } from '../text/html.ts';
import { openSchoolHere } from '../school/school-here.view.ts';
import { idOfMine } from '../text/my-lesson.ts';
import { isServedHere } from '../text/served-here.view.ts';
import { today } from '../text/today.view.ts';
import { lessonGate } from './approval.ts';
import { openApprovalHere, type ApprovalReply } from './approval-here.view.ts';
import { approvalLine, type ApprovalLine } from './approval-line.ts';
import type { ApprovalView } from './approval-protocol.ts';
import { requestHere } from './ask-approval.view.ts';
import { answerIn, parseAnswer, type SentAnswer } from './sent-answer.ts';
import { takeAnswer } from './take-answer.view.ts';
import { whenSeenAgain } from '../ui/seen-again.view.ts';
import { askWords, copiedWords, openAsked, reviewHere, type LeadRequest } from './ask-lead.view.ts';
import { withdrawRequest, WITHDRAWN } from './withdraw-request.view.ts';

/**
 * Says beside “Teach” whether the lesson is approved, by which role, when and until when; where it
 * is not, asks for it with a message that is ready to send. `root` leads to the site’s root.
 */
export async function showApproval(root: string): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-approval]');
  const words = place?.querySelector('[data-words]');
  if (!place || !words) return;
  const slug = place.dataset['lesson'] ?? '';
  // The page may be open already where the answer’s link is followed.
  addEventListener('hashchange', () => {
    if (answerIn(location.hash)) location.reload();
  });
  const came = answerIn(location.hash);
  const taken = came && (await takeAnswer(root, slug, came));
  // It is taken, or is of no use.
  if (came) history.replaceState(null, '', location.pathname + location.search);
  const here = openApprovalHere(root, slug);
  const [{ school, problems }, reply] = await Promise.all([
    openSchoolHere(root).read(),
    here.read(),
  ]);
  // What could not be read is not known: the page’s own words stay.
  if (reply.is === 'refused' || (problems.length > 0 && school.saved === '')) return;
  const why = place.dataset['approval'] || null;
  const asking = document.createElement('div');
  const news = Object.assign(document.createElement('p'), { className: 'screen-only' });
  news.setAttribute('role', 'status');
  const refused = taken?.is === 'refused' ? [advice(taken.message)] : [];
  place.querySelector('div')?.append(...refused, asking, news);
  showAsking(reply.body);
  // The lead may have answered in another tab, or in this one.
  let { state } = reply.body;
  const lookAgain = async () => {
    const now = await here.read();
    if (now.is !== 'done' || JSON.stringify(now.body.state) === JSON.stringify(state)) return;
    ({ state } = now.body);
    showAsking(now.body);
  };
  whenSeenAgain(() => void lookAgain());

  function showGate(view: ApprovalView) {
    const gate = lessonGate(
      { state: view.state, school, why, isMine: idOfMine(slug) !== null },
      today(),
    );
    const line = approvalLine(gate, view.asked);
    if (place && words) writeLine({ place, words, line, isDone: gate.is === 'done' });
    return { ask: line.ask, isReview: gate.is === 'suspended' && gate.until === 'review' };
  }

  // Each time with a link of its own: one that was withdrawn works no more.
  function showAsking(view: ApprovalView): void {
    const { ask, isReview } = showGate(view);
    asking.textContent = '';
    if (ask === null) return;
    const withdraw = withdrawRequest(here, { done: showWithdrawn });
    withdraw.hidden = isReview || view.asked === null;
    // The message stays open meanwhile: it may be pasted yet.
    const sent = (now: ApprovalView) => {
      showGate(now);
      withdraw.hidden = now.asked === null;
      news.textContent = '';
    };
    const request = isReview
      ? reviewHere(root, slug)
      : requestHere(root, slug, { from: 'lesson', changed: sent });
    const to = isReview ? askWords.review : askWords.approval;
    const fold = askFold(request, { ask, to });
    if (!isServedHere()) fold.append(answerFile((answer) => takeAnswer(root, slug, answer)));
    asking.append(fold, withdraw);
  }

  function showWithdrawn(view: ApprovalView): void {
    showAsking(view);
    asking.querySelector('summary')?.focus();
    news.textContent = WITHDRAWN;
  }
}

type WrittenLine = {
  readonly place: HTMLElement;
  readonly words: Element;
  readonly line: ApprovalLine;
  readonly isDone: boolean;
};

function writeLine({ place, words, line: { state, means }, isDone }: WrittenLine): void {
  words.innerHTML = String(isDone ? html`${state}` : html`<b>${state}</b> ${means}`);
  place.classList.toggle('plan-before__done', isDone);
  place.classList.toggle('plan-before__open', !isDone);
  const drawn = place.querySelector('.icon');
  if (drawn) drawn.outerHTML = String(icon(isDone ? 'check' : 'todo'));
}

function advice(sentence: string): HTMLElement {
  const line = Object.assign(document.createElement('p'), { className: 'advice' });
  line.setAttribute('role', 'alert');
  line.textContent = sentence;
  return line;
}

// Where no program is, the lead’s answer may come as a file.
function answerFile(take: (answer: SentAnswer | null) => Promise<ApprovalReply>): HTMLElement {
  const line = document.createElement('p');
  line.innerHTML = String(
    html`<label class="button ask-lead__file">Open their answer<input type="file" accept="application/json,.json"></label><span role="status"></span>`,
  );
  const input = line.querySelector('input');
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    void file
      .text()
      .then((text) => take(parseAnswer(text)))
      .then((reply) => {
        if (reply.is === 'done') return location.reload();
        const status = line.querySelector('[role=status]');
        if (status) status.textContent = reply.message;
        input.value = '';
      });
  });
  return line;
}

type Ask = { readonly ask: string; readonly to: string };

// The message is read before it is sent, however it is sent.
function askFold({ body, mail, page, send }: LeadRequest, { ask, to }: Ask): HTMLElement {
  const fold = Object.assign(document.createElement('details'), {
    className: 'ask-lead screen-only',
  });
  fold.innerHTML = String(html`<summary class="button">${ask}</summary>
<blockquote>${body}</blockquote>
<p><button class="button" type="button">${askWords.copy}</button><a class="button" href="${mail}">${askWords.mail}</a>${page === '' ? '' : html`<a href="${page}" data-page>${to}</a>`}</p>
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
  const link = fold.querySelector<HTMLAnchorElement>('a[data-page]');
  if (link) openAsked(link, { page, send }, say);
  return fold;
}
