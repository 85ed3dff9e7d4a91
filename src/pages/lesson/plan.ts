import { startCheckLine } from '../../outputs/home/check-line.view.ts';
import { lookOf } from '../../outputs/handouts/paper-look.ts';
import { applySetting } from '../../outputs/handouts/apply-setting.view.ts';
import { showApproval } from '../../outputs/handouts/show-approval.view.ts';
import { showFoot } from '../../outputs/handouts/show-foot.view.ts';
import { showLook } from '../../outputs/handouts/show-look.view.ts';
import { startSaveFolder } from '../../outputs/plan/save-folder.view.ts';
import { startClosingMenus } from './close-menus.ts';
import { startWatchButtons } from '../../film/watch-film.view.ts';
import { startNamesForm } from './names-form.ts';
import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import { startPrintButtons } from '../../ui/print-button.view.ts';
import { startTodayForm } from './today-form.ts';

// A program that prints this page waits until all of it is there.
document.documentElement.dataset['filling'] = '';
startNamesForm();
showFoot(document);
void Promise.allSettled([
  startTodayForm(),
  applySetting('../../').then(() => showApproval('../../')),
  showLook(document, lookOf(location.search)),
]).then(() => delete document.documentElement.dataset['filling']);
startPrintButtons();
startSaveFolder();
startClosingMenus();
startRunningNotice();
startWatchButtons('../../');
startCheck();

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
