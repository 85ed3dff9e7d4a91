import { showConfirmed } from '../../handout/show-confirmed.view.ts';
import { startOffline } from '../../look/offline.view.ts';
import { showRunningLesson } from '../../look/running-anywhere.view.ts';

startOffline();
showRunningLesson();
void showConfirmed('../');
