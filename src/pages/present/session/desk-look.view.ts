import dark from '../../../ui/dark.css?inline';
import { deskLookKey } from '../../../text/browser-keys.ts';
import { sitePath } from './lesson-files.view.ts';

/** How large notes may be, as parts of their usual size. */
export const NOTE_SIZES: readonly number[] = [0.8, 0.9, 1, 1.15, 1.3, 1.5];
const USUAL = 2;

/** How a presenter likes the desk: the place of its notes’ size in `NOTE_SIZES`, and its colours; null for those of the device. */
type DeskLook = { readonly notes: number; readonly colours: 'dark' | 'light' | null };

/** The place in `NOTE_SIZES` that this browser was left at. */
export function readNotesSize(): number {
  return look().notes;
}

/** Saves it in this browser. */
export function saveNotesSize(notes: number): void {
  changeLook({ notes });
}

/** True where the desk is dark: chosen so, or as the device is. */
export function isDeskDark(): boolean {
  return (look().colours ?? (device.matches ? 'dark' : 'light')) === 'dark';
}

/** Makes the desk dark or light from now on, in this browser. */
export function chooseDesk(isDark: boolean): void {
  changeLook({ colours: isDark === device.matches ? null : isDark ? 'dark' : 'light' });
}

/** Gives the page the desk’s colours; the ones of every other page where a class may see it. */
export function paintDesk(isOwnScreen: boolean): void {
  const isDark = isOwnScreen && isDeskDark();
  if (isDark === (made !== undefined && document.adoptedStyleSheets.includes(made))) return;
  const others = document.adoptedStyleSheets.filter((one) => one !== made);
  document.adoptedStyleSheets = isDark ? [...others, darkSheet()] : others;
}

const device = matchMedia('(prefers-color-scheme: dark)');

// Read once: what is chosen holds in a window that may save nothing, too.
let current: DeskLook | undefined;

function look(): DeskLook {
  current ??= readLook();
  return current;
}

function changeLook(part: Partial<DeskLook>): void {
  current = { ...look(), ...part };
  saveLook(current);
}

// The sheet of all pages is for devices that are set to dark: here it is for one that may not be.
let made: CSSStyleSheet | undefined;

function darkSheet(): CSSStyleSheet {
  if (made === undefined) {
    made = new CSSStyleSheet();
    made.replaceSync(dark.replaceAll(/ and \(prefers-color-scheme: ?dark\)/g, ''));
  }
  return made;
}

function readLook(): DeskLook {
  try {
    const [size = String(USUAL), colours] = (localStorage.getItem(name()) ?? '').split(' ');
    const notes = Number(size === '' ? USUAL : size);
    return {
      notes: NOTE_SIZES[notes] === undefined ? USUAL : notes,
      colours: colours === 'dark' || colours === 'light' ? colours : null,
    };
  } catch {
    return { notes: USUAL, colours: null };
  }
}

function saveLook({ notes, colours }: DeskLook): void {
  try {
    if (notes === USUAL && colours === null) localStorage.removeItem(name());
    else localStorage.setItem(name(), colours === null ? `${notes}` : `${notes} ${colours}`);
  } catch {
    return;
  }
}

function name(): string {
  return deskLookKey(sitePath());
}
