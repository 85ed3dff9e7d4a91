import { showConfirmed } from '../../handout/show-confirmed.view.ts';
import { startOffline } from '../../look/offline.view.ts';

startOffline();
void showConfirmed('../');
