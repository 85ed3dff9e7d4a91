import { showConfirmed } from '../../outputs/home/show-confirmed.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';

startOffline();
showRunningLesson();
void showConfirmed('../');
