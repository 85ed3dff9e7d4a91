import { siteRoot } from '../../text/site-root.ts';
import { showConfirmed } from '../../outputs/home/show-confirmed.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';
import { startSteps } from '../../ui/steps.view.ts';

const way = document.querySelector<HTMLAnchorElement>('.leave');
const root = siteRoot(location.href, way?.href, '..');

startSteps();
startOffline(root);
showRunningLesson(root);
void showConfirmed(root);
