import { speakHere } from '../../outputs/handouts/speak-here.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';

startOffline();
showRunningLesson();
void speakHere('../');
