import { startKey } from '../text/browser-keys.ts';
import {
  FIRST_START,
  readStart,
  serialiseStart,
  type RememberedStart,
} from './remembered-start.ts';

/** How lessons are started on this computer; `site` is the path of the site. */
export function startRemembered(site: string): RememberedStart {
  try {
    return readStart(localStorage.getItem(startKey(site)));
  } catch {
    return FIRST_START;
  }
}

/** Remembers it; a browser that saves nothing asks again. */
export function rememberStart(site: string, start: RememberedStart): void {
  try {
    localStorage.setItem(startKey(site), serialiseStart(start));
  } catch {
    // Nothing is remembered.
  }
}
