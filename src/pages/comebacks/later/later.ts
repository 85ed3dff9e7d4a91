import { showConfirmed } from '../../../outputs/home/show-confirmed.view.ts';
import type { Install } from '../../../ui/install.view.ts';
import { startOffline } from '../../../ui/offline.view.ts';
import { showRunningLesson } from '../../../ui/running-anywhere.view.ts';
import { startApps } from './add-app.ts';
import { startLines } from './lines.ts';
import { startSearch } from './search.ts';

/** All that the page does beside leading from step to step: what is done with a reply, saving, searching, adding it to the first screen. */
export function startRest(install: Install): void {
  const lines = startLines();
  startSearch(lines);
  startApps(install);
  startOffline();
  showRunningLesson();
  void showConfirmed('../');
}
