import { letterKeysKey } from '../../text/browser-keys.ts';

/** True unless this browser was told that single letters are no keys (WCAG 2.1.4), as the presenter asks; `root` is the site's. */
export function lettersAreKeys(root: URL): boolean {
  try {
    return localStorage.getItem(letterKeysKey(root.pathname)) !== 'off';
  } catch {
    return true;
  }
}
