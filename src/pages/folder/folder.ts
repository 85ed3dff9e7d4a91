import { showApproval } from '../../approval/show-approval.view.ts';
import { unconfirmed } from '../../film/confirmations.ts';
import type { Manifest } from '../../film/manifest.ts';
import { readFilmsHere } from '../../film/read-films-here.view.ts';
import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import { isInFolder } from '../../text/site-file.view.ts';

/** No server is behind a folder that was opened by double-click: an address that ends with its folder is completed here, as soon as someone is about to follow it. */
function completeAddress({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (
    !(link instanceof HTMLAnchorElement) ||
    link.protocol !== 'file:' ||
    !link.pathname.endsWith('/')
  ) {
    return;
  }
  link.pathname += 'index.html';
}

if (isInFolder()) {
  for (const about of ['click', 'auxclick', 'contextmenu', 'dragstart']) {
    addEventListener(about, completeAddress, { capture: true });
  }
}

// The first page lies beside the folder of all others; its “Teach this lesson” knows where that is. A lesson’s own page does these for itself.
const teach = document.querySelector<HTMLAnchorElement>('.start-actions a[data-teach]');
if (teach) {
  const root = new URL('../../', new URL('.', teach.href)).href;
  startRunningNotice(root);
  void nameFilm(root);
  void showApproval(root);
}

// The film of this browser is the one that the lesson is taught with; in a safeguarding lesson, once it is confirmed.
async function nameFilm(root: string): Promise<void> {
  const fact = document.querySelector<HTMLElement>('[data-films]');
  const films = await readFilmsHere(new URL(root).pathname);
  const isFor = (film: Manifest | undefined) =>
    film !== undefined &&
    (fact?.dataset['confirmed'] === undefined || unconfirmed(film).length === 0);
  const first = fact?.dataset['films']?.split(' ').find((film) => isFor(films.get(film))) ?? '';
  const words = fact?.querySelector('span');
  if (words) words.textContent = films.get(first)?.title ?? words.textContent;
}
