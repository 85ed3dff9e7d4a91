import { showConfirmed } from '../../outputs/home/show-confirmed.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';
import { startSteps } from '../../ui/steps.view.ts';

const root =
  document.querySelector<HTMLAnchorElement>('.leave')?.getAttribute('href')?.replace('away/', '') ??
  '../';

startSteps();
startOffline(root);
showRunningLesson(root);
void showConfirmed(root);
