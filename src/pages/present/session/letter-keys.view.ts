import { letterKeysKey } from '../../../text/browser-keys.ts';
import { sitePath } from './lesson-files.view.ts';

/** True unless this browser was told that single letters are no keys here (WCAG 2.1.4). */
export function readLetterKeys(): boolean {
  try {
    return localStorage.getItem(name()) !== 'off';
  } catch {
    return true;
  }
}

/** Saves in this browser whether single letters are keys. */
export function saveLetterKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(name());
    else localStorage.setItem(name(), 'off');
  } catch {
    return;
  }
}

function name(): string {
  return letterKeysKey(sitePath());
}
