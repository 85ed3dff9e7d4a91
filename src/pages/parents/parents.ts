import { siteRoot } from '../../text/site-root.ts';
import { showConfirmed } from '../../outputs/home/show-confirmed.view.ts';
import { isLoopback } from '../../text/loopback.ts';
import { isInFolder } from '../../text/site-file.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';
import { copyLink } from '../../ui/share-file.view.ts';
import { startWayOut } from '../../ui/steps.view.ts';

const mark = document.querySelector<HTMLAnchorElement>('.site-mark');
const root = siteRoot(location.href, mark?.href, '.');

goOnToLesson();
startWayOut();
startOffline(root);
showRunningLesson(root);
void showConfirmed(root);
forgetChoice();
bringStepsIntoSight();
startSendOn();

/** A letter leads here by its lesson’s name, and on to that lesson where this site has a page of it. */
function goOnToLesson(): void {
  const [, id] = /^#(lesson-[a-z0-9-]+)$/.exec(location.hash) ?? [];
  const link = id === undefined ? null : document.querySelector<HTMLAnchorElement>(`#${id} > a`);
  if (link !== null) location.replace(link.href);
}

/** A page that comes back, by Back or a reload, says nothing of what was chosen on it: browsers fill fields in again. */
function forgetChoice(): void {
  addEventListener('pageshow', ({ persisted }) => {
    const [visit] = performance.getEntriesByType('navigation');
    const isAgain = visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate';
    const first = document.querySelector<HTMLInputElement>('[name="happened"][value="any"]');
    if (first !== null && (persisted || isAgain)) first.checked = true;
  });
}

/** On a phone the steps lie below the choices: a press brings them up. By keys the choice stays in sight, since each arrow is one. */
function bringStepsIntoSight(): void {
  const steps = document.querySelector('.tonight__steps');
  const choices = document.querySelector('.tonight__choose');
  choices?.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches(':focus-visible')) {
      // After a press the choices may be out of sight, and an arrow key does not bring them back.
      target.scrollIntoView({ behavior: 'instant', block: 'nearest' });
    } else if (steps !== null && isBelow(steps, choices)) {
      steps.scrollIntoView({ behavior: motion(), block: 'start' });
    }
  });
}

function isBelow(one: Element, other: Element): boolean {
  return one.getBoundingClientRect().top >= other.getBoundingClientRect().bottom;
}

function motion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** “Share this page” by the system’s own ways, and “Copy its link”, where the page has an address that leads here from elsewhere. */
function startSendOn(): void {
  const place = document.querySelector<HTMLElement>('[data-send-on]');
  const [share, copy] = place?.querySelectorAll('button') ?? [];
  const status = place?.querySelector('[role="status"]');
  if (!place || !share || !copy || !status || isInFolder() || isLoopback(location.hostname)) return;
  // Without what was behind the address, as a part that was jumped to.
  const link = new URL('.', location.href);
  place.hidden = false;
  share.hidden = typeof navigator.share !== 'function';
  share.addEventListener('click', () => {
    navigator.share({ title: document.title, url: link.href }).catch(async (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      status.textContent = await copyLink(link);
    });
  });
  copy.addEventListener('click', () => {
    void copyLink(link).then((words) => (status.textContent = words));
  });
}
