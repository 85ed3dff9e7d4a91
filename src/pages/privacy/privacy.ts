import { siteRoot } from '../../text/site-root.ts';
import { applySetting } from '../../outputs/handouts/apply-setting.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';

const mark = document.querySelector<HTMLAnchorElement>('.site-mark');
const root = siteRoot(location.href, mark?.href, '.');

startOffline(root);
showRunningLesson(root);
void applySetting(root);

// Older browsers don't unfold what an address leads to.
function unfold(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest('details');
  if (!fold || fold.open) return;
  fold.open = true;
  target?.scrollIntoView();
}
addEventListener('hashchange', unfold);
unfold();
