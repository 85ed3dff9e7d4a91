import { speakHere } from '../../handout/speak-here.view.ts';
import { startOffline } from '../../look/offline.view.ts';
import { showRunningLesson } from '../../look/running-anywhere.view.ts';

startOffline();
showRunningLesson();
void speakHere('../');
