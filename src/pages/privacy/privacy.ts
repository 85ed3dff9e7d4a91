import { startOffline } from '../../look/offline.view.ts';

startOffline();
