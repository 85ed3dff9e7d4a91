import { appHead, apps } from '../../../outputs/comebacks/apps.ts';
import type { Install } from '../../../ui/install.view.ts';

/** “Add to your home screen”: three looks to choose from, and the browser’s own question where it offers one; nothing where a page cannot be added. */
export function startApps(install: Install): void {
  const step = document.querySelector<HTMLElement>('#app');
  if (step === null || !canBeAdded()) return;
  document.querySelector('[data-more="app"]')?.removeAttribute('hidden');
  const button = step.querySelector<HTMLButtonElement>('[data-add]');
  const show = () => button?.toggleAttribute('hidden', !install.canAsk());
  install.listen(show);
  show();
  button?.addEventListener('click', () => void install.ask());
  const chosen = () => {
    const id = step.querySelector<HTMLInputElement>('[name="app"]:checked')?.value;
    return apps.find((one) => one.id === id);
  };
  const choose = () => {
    const app = chosen();
    if (app === undefined) return;
    // The browser reads the page’s manifest again, and then offers that one.
    install.forget();
    for (const old of document.head.querySelectorAll(
      '[rel="manifest"], [rel="apple-touch-icon"], [name="apple-mobile-web-app-title"]',
    )) {
      old.remove();
    }
    document.head.insertAdjacentHTML('beforeend', String(appHead(app)));
  };
  step.addEventListener('change', choose);
  // A browser fills the choice in again where the page is loaded again.
  if (chosen() !== apps[0]) choose();
}

/** Over https or on this computer, and not where it was added already. */
function canBeAdded(): boolean {
  return (
    isSecureContext &&
    location.protocol !== 'file:' &&
    'serviceWorker' in navigator &&
    !matchMedia('(display-mode: standalone)').matches &&
    document.querySelector('link[rel="manifest"]') !== null
  );
}
