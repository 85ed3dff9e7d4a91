import { startCheckLine } from '../../outputs/home/check-line.view.ts';
import { lookOf } from '../../outputs/handouts/paper-look.ts';
import { applySetting } from '../../outputs/handouts/apply-setting.view.ts';
import { showApproval } from '../../approval/show-approval.view.ts';
import { showFoot } from '../../outputs/handouts/show-foot.view.ts';
import { showLook } from '../../outputs/handouts/show-look.view.ts';
import { startSaveFolder } from '../../outputs/plan/save-folder.view.ts';
import { startParentsLink, startShare } from '../../outputs/plan/share.view.ts';
import { startTakeAway } from '../../outputs/plan/take-away.view.ts';
import { leadToFilmHere } from '../../film/films-here.view.ts';
import { startWatchButtons } from '../../film/watch-film.view.ts';
import { OFFLINE_FOR_TEACHER, watchOffline } from '../../ui/offline-links.view.ts';
import { startOfflineBox } from './offline-box.ts';
import { startNamesForm } from './names-form.ts';
import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import { startPrintButtons } from '../../ui/print-button.view.ts';
import { startPublish } from './publish.ts';
import { startTodayForm } from './today-form.ts';

// A program that prints this page waits until all of it is there.
document.documentElement.dataset['filling'] = '';
void leadToFilmHere('../../');
startNamesForm();
showFoot(document);
void Promise.allSettled([
  startTodayForm(),
  applySetting('../../').then(() => showApproval('../../')),
  showLook(document, lookOf(location.search)),
]).then(() => delete document.documentElement.dataset['filling']);
startPrintButtons();
startSaveFolder();
startTakeAway();
startShare();
startParentsLink();
startPublish();
startOfflineBox('../../');
startClosingMenus();
startRunningNotice();
startWatchButtons('../../');
watchOffline(OFFLINE_FOR_TEACHER);
startCheck();
startFolds();

// Where there is a program that tablets could reach, and a lesson to try them with.
function startCheck(): void {
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
  const box = document.querySelector<HTMLElement>('[data-check]');
  const slug = box?.dataset['check'] ?? '';
  if (!isServed || !box) return;
  startCheckLine(box, {
    api: new URL('../../api/', location.href).href,
    lesson: () => slug,
    more: `../../room-check/?lesson=${slug}`,
  });
}

// A link into a fold opens it, and on paper all of them are open.
function startFolds(): void {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('.plan-fold')];
  const openFor = (hash: string): void => {
    const fold = folds.find(({ id }) => `#${id}` === hash);
    if (fold) fold.open = true;
  };
  let closed: readonly HTMLDetailsElement[] = [];
  openFor(location.hash);
  document.addEventListener('click', ({ target }) => {
    const link =
      target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link) openFor(link.hash);
  });
  addEventListener('beforeprint', () => {
    closed = folds.filter(({ open }) => !open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of closed) fold.open = false;
  });
}

/** Closes an open menu of the lesson's head by Escape, which gives the focus back, and by a press anywhere else. */
function startClosingMenus(): void {
  const menus = [...document.querySelectorAll<HTMLDetailsElement>('.plan-menu')];
  document.addEventListener('keydown', ({ key }) => {
    const open = menus.find((menu) => menu.open);
    if (key !== 'Escape' || !open) return;
    if (open.contains(document.activeElement)) open.querySelector('summary')?.focus();
    open.open = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    for (const menu of menus) {
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
    }
  });
}
