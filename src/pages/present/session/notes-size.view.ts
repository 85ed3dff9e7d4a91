import { notesSizeKey } from '../../../text/browser-keys.ts';
import { sitePath } from './lesson-files.view.ts';

/** How large notes may be, as parts of their usual size. */
export const NOTE_SIZES: readonly number[] = [0.8, 0.9, 1, 1.15, 1.3, 1.5];
const USUAL = 2;

/** The place in `NOTE_SIZES` that this browser was left at. */
export function readNotesSize(): number {
  try {
    const saved = Number(localStorage.getItem(name()) ?? USUAL);
    return NOTE_SIZES[saved] === undefined ? USUAL : saved;
  } catch {
    return USUAL;
  }
}

/** Saves it in this browser. */
export function saveNotesSize(size: number): void {
  try {
    if (size === USUAL) localStorage.removeItem(name());
    else localStorage.setItem(name(), String(size));
  } catch {
    return;
  }
}

function name(): string {
  return notesSizeKey(sitePath());
}
