import { applySetting } from '../../outputs/handouts/apply-setting.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';

const root = document.querySelector('.site-mark')?.getAttribute('href') ?? '../';

startOffline(root);
showRunningLesson(root);
void applySetting(root);
