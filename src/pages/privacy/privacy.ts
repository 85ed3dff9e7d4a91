import { speakHere } from '../../handout/speak-here.view.ts';
import { startOffline } from '../../look/offline.view.ts';

startOffline();
void speakHere('../');
