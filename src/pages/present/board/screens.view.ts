import { boardPlace, screenAdvice, type ScreenAdvice, type ScreenPlace } from './screens.ts';

// Not every browser has these, and the library of types has not either.
type Placed = Pick<ScreenPlace, 'left' | 'top' | 'width' | 'height' | 'label' | 'isInternal'>;
type Details = { readonly screens: readonly Placed[]; readonly currentScreen: Placed };
type WindowWithScreens = Window & { getScreenDetails?: () => Promise<Details> };
type ExtendedScreen = Partial<EventTarget> & { readonly isExtended?: boolean };
const extendedScreen: Screen & ExtendedScreen = screen;

// Not every browser knows this name, and the library of types does not.
type AskedPermissions = {
  query(asked: { readonly name: string }): Promise<{ readonly state: string }>;
};
const permissions: AskedPermissions = {
  query: (asked) => Reflect.apply(navigator.permissions.query, navigator.permissions, [asked]),
};

/** What the browser says of the screens without asking anyone. */
export function seenScreens(): ScreenAdvice {
  return screenAdvice(extendedScreen.isExtended);
}

/** Calls back when a screen may have come or gone; returns what ends it. */
export function watchScreens(look: () => void): () => void {
  extendedScreen.addEventListener?.('change', look);
  addEventListener('focus', look);
  return () => {
    extendedScreen.removeEventListener?.('change', look);
    removeEventListener('focus', look);
  };
}

/** True where the browser can tell which screen is which, once it is allowed to. */
export function canFindScreens(): boolean {
  return 'getScreenDetails' in window;
}

/** True where the teacher has allowed it before, so that no one is asked again. */
export async function isScreensAllowed(): Promise<boolean> {
  if (!canFindScreens()) return false;
  try {
    const { state } = await permissions.query({ name: 'window-management' });
    return state === 'granted';
  } catch {
    return false;
  }
}

/** Asks for the other screen; the browser asks the teacher first. null where it was not allowed, or there is none. */
export async function findBoardPlace(): Promise<ScreenPlace | null> {
  try {
    const details = await (window as WindowWithScreens).getScreenDetails?.();
    return details
      ? boardPlace(details.screens.map(placeOf), placeOf(details.currentScreen))
      : null;
  } catch {
    return null;
  }
}

function placeOf({ left, top, width, height, label, isInternal }: Placed): ScreenPlace {
  return { left, top, width, height, label, isInternal };
}
