/** How a lesson is in this browser, for a room without a network. */
export type OfflineState =
  | { readonly is: 'not here'; readonly bytes: number }
  | { readonly is: 'coming'; readonly done: number; readonly bytes: number }
  | { readonly is: 'half'; readonly why: WhyHalf; readonly done: number; readonly bytes: number }
  | {
      readonly is: 'ready';
      readonly bytes: number;
      /** Milliseconds since 1970: when it was stored, and when the site last had it. */
      readonly stored: number;
      readonly seen: number;
      readonly isNewest: boolean;
      /** False where the browser may clear it when its disk is full. */
      readonly isSafe: boolean;
      /** Why a newer one did not come; the one that was kept before is here all the same. */
      readonly failed?: 'full' | Exclude<WhyHalf, 'before'>;
    }
  | { readonly is: 'full'; readonly bytes: number; readonly left: number | null }
  | { readonly is: 'not allowed'; readonly why: 'address' | 'browser' };

/** Why a lesson is here in part: the network went, “Stop” was pressed, the site got a newer one meanwhile, a file of it is not there as its list says, or it was so when the page was opened. */
export type WhyHalf = 'away' | 'stopped' | 'changed' | 'wrong' | 'before';

/** What the page says of it, and what can be pressed. */
export type OfflineView = {
  readonly light: string;
  readonly about: string;
  readonly main: string | null;
  readonly other: 'Stop' | 'Remove' | null;
};

/** Days of what is kept, as a person says them: when it was stored, and when the site last had it. */
type StoredDays = { readonly stored: string; readonly seen: string };

/** A lesson that the site has not been asked about for so many days may have been changed or taken off it. */
const LONG_AGO_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** The words for each state, at `now` in ms since 1970. */
export function offlineView(
  state: OfflineState,
  {
    days = { stored: '', seen: '' },
    now = 0,
  }: { readonly days?: StoredDays; readonly now?: number },
): OfflineView {
  switch (state.is) {
    case 'not here':
      return {
        light: '',
        about: `${state.bytes === 0 ? '' : `Takes ${megabytes(state.bytes)} in this browser. `}Tablets can’t join there; everything with hands and paper works.`,
        main: 'Keep for a room without a network',
        other: null,
      };
    case 'coming':
      return {
        light: 'Fetching it…',
        about: `${megabytes(state.done)} of ${megabytes(state.bytes)}`,
        main: null,
        other: 'Stop',
      };
    case 'half':
      return {
        light: 'Not ready yet',
        about: `${WHY_HALF[state.why]} ${soFar(state)}`,
        main: 'Go on',
        other: state.done > 0 ? 'Remove' : null,
      };
    case 'ready':
      return {
        light: `Ready offline, ${megabytes(state.bytes)}`,
        about: [
          ...(state.failed === undefined ? [] : [NOT_UPDATED[state.failed]]),
          `Kept on ${days.stored}.`,
          ...(state.isNewest ? lastSeen(days, now - state.seen) : ['The site has a newer one.']),
          'Without a network, open this page at the same address.',
          ...(state.isSafe ? [] : [MAY_CLEAR]),
        ].join(' '),
        main: state.isNewest ? null : 'Update',
        other: 'Remove',
      };
    case 'full':
      return {
        light: 'No room for it',
        about: `It needs ${megabytes(state.bytes)}${state.left === null ? '' : `, and this browser has ${megabytes(state.left)} left`}. Remove another lesson, or make room on this computer. Nothing of it was kept.`,
        main: 'Try again',
        other: null,
      };
    case 'not allowed':
      return { light: 'Not possible here', about: NOT_ALLOWED[state.why], main: null, other: null };
  }
}

function lastSeen({ stored, seen }: StoredDays, msAgo: number): readonly string[] {
  if (msAgo > LONG_AGO_DAYS * DAY) {
    return [
      `The site last had it on ${seen}. Open this page once with a network before you teach it: it may have been changed, or taken off.`,
    ];
  }
  return seen === stored ? [] : [`The site had the same on ${seen}.`];
}

function soFar({ done, bytes }: { readonly done: number; readonly bytes: number }): string {
  if (done === 0) return 'Nothing is here yet.';
  return bytes === 0
    ? `${megabytes(done)} are here.`
    : `${megabytes(done)} of ${megabytes(bytes)} are here.`;
}

/** A size as this page says it, in MB. */
export function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;
}

const WRONG =
  'The site is missing a file of this lesson, or has another one. Ask the person who runs it to build it again.';

const WHY_HALF: Readonly<Record<WhyHalf, string>> = {
  away: 'The connection was lost.',
  stopped: 'Stopped.',
  changed: 'The site changed meanwhile. Go on to fetch what changed.',
  wrong: WRONG,
  before: 'It was not finished.',
};

const NOT_UPDATED = {
  full: 'There is no room for the newer one. The one from before is still here.',
  away: 'The connection was lost. The one from before is still here.',
  stopped: 'Stopped. The one from before is still here.',
  changed: 'The site changed meanwhile. The one from before is still here.',
  wrong: `${WRONG} The one from before is still here.`,
} as const;

const MAY_CLEAR =
  'This browser may clear it when the disk is full: look for this light before the lesson.';

const A_FOLDER =
  'Ask the person who runs this site for the lesson as a folder: it opens by double-click, and needs no network.';

const NOT_ALLOWED: Readonly<Record<'address' | 'browser', string>> = {
  address: `This browser can keep lessons only from an https address. ${A_FOLDER}`,
  browser: `This browser or your school’s settings don’t let a site keep pages, as in a private window. ${A_FOLDER}`,
};
