import { showConfirmed } from '../../handout/show-confirmed.view.ts';
import { startOffline } from '../../look/offline.view.ts';
import { showRunningLesson } from '../../look/running-anywhere.view.ts';
import { startSteps } from '../../look/steps.view.ts';

const root =
  document.querySelector<HTMLAnchorElement>('.leave')?.getAttribute('href')?.replace('away/', '') ??
  '../';

startSteps();
startOffline(root);
showRunningLesson(root);
void showConfirmed(root);
