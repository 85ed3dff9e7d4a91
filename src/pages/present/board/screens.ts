/** A screen of this computer, in the browser's own units; `isInternal` for the laptop's own panel. */
export type ScreenPlace = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isInternal: boolean;
  readonly label: string;
};

/** What can be said of the screens before anyone is asked: the browser does not tell, there is one picture, or there are several. */
export type ScreenAdvice = 'unknown' | 'one' | 'several';

/** What the browser's own word comes to; `undefined` where it has none. A mirrored screen counts as one picture. */
export function screenAdvice(isExtended: boolean | undefined): ScreenAdvice {
  if (isExtended === undefined) return 'unknown';
  return isExtended ? 'several' : 'one';
}

/** Where the board goes: the screen that the presenter is not on, one outside the laptop first; null where there is no other. */
export function boardPlace(
  screens: readonly ScreenPlace[],
  presenter: ScreenPlace,
): ScreenPlace | null {
  const others = screens.filter(
    ({ left, top }) => left !== presenter.left || top !== presenter.top,
  );
  return others.find(({ isInternal }) => !isInternal) ?? others[0] ?? null;
}

/** What is said above the choice. */
export function adviceWords(advice: ScreenAdvice, place: ScreenPlace | null): string {
  if (place !== null) {
    return `The board will fill the other screen${place.label === '' ? '' : `, “${place.label}”`}. Your notes stay on this one.`;
  }
  switch (advice) {
    case 'unknown':
      return '';
    case 'one':
      return 'We found one screen. If a projector is connected, everyone in the room sees this screen.';
    case 'several':
      return 'This computer has a second screen.';
  }
}

/** How the board's window is opened: over the whole of its place, or as a window to be moved. */
export function windowFeatures(place: ScreenPlace | null): string {
  if (place === null) return 'popup,width=1280,height=720';
  const { left, top, width, height } = place;
  return `popup,fullscreen,left=${left},top=${top},width=${width},height=${height}`;
}
