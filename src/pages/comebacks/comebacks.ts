import { listenForInstall } from '../../ui/install.view.ts';
import { startSteps } from '../../ui/steps.view.ts';

const install = listenForInstall();
startSteps(() => document.querySelector('#told')?.classList.remove('told--shown'));
// What can be read and pressed on a slow phone is there first; all else comes once it is on the screen.
requestAnimationFrame(() =>
  setTimeout(() => void import('./later/later.ts').then(({ startRest }) => startRest(install))),
);
