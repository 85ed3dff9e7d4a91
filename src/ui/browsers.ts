/** The oldest versions of browsers that a kind of page is built for; an iPad of 2017 has Safari 16.4, Windows' last old Chrome is 109. */
export type OldestBrowsers = {
  readonly safari: number;
  readonly chrome: number;
  readonly firefox: number;
};

/** The oldest browsers, by who opens a page: school tablets live long, and a phone of 2015 that a child was given at home ends at Safari 15. Edge counts as Chrome. */
export const OLDEST: Readonly<Record<'pupils' | 'home' | 'others', OldestBrowsers>> = {
  pupils: { safari: 14, chrome: 90, firefox: 88 },
  home: { safari: 15.4, chrome: 109, firefox: 115 },
  others: { safari: 16.4, chrome: 109, firefox: 115 },
};

/** The same as a sentence's part: `Chrome or Edge 109, Firefox 115, Safari 16.4`. */
export function oldestInWords({ safari, chrome, firefox }: OldestBrowsers): string {
  return `Chrome or Edge ${chrome}, Firefox ${firefox}, Safari ${safari}`;
}

/** The same as a bundler's targets; Safari on a phone has properties that a Mac's has not. */
export function buildTargets({ safari, chrome, firefox }: OldestBrowsers): string[] {
  return [`safari${safari}`, `ios${safari}`, `chrome${chrome}`, `firefox${firefox}`];
}
