import { startOffline } from '../../ui/offline.view.ts';

startOffline('./');
