import { siteRoot } from '../../text/site-root.ts';
import { applySetting } from '../../outputs/handouts/apply-setting.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';

const mark = document.querySelector<HTMLAnchorElement>('.site-mark');
const root = siteRoot(location.href, mark?.href, '.');

startOffline(root);
showRunningLesson(root);
void applySetting(root);
