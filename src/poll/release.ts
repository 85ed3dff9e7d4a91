import { detailsFor } from './detail.ts';
import type { Detail, Secret } from './detail.ts';
import { followFor } from './follow.ts';
import type { Bands, Published } from './follow.ts';
import { placeAfter } from './history.ts';
import type { Earlier } from './history.ts';

/** What is published of a round's tablets (D4, D5), before any hands are added; `turnout` is that of the round whose bands they are. */
export type Release = Exclude<Detail, Bands> | (Published & { readonly isAsBefore: boolean });

const WORDS: Release = { detail: 'words' };

/**
 * What may be published of a round after these, in their order (D5). It hangs on the tablets, on the turnouts so far and on
 * what was published so far, and on nothing else: hands have no way in. `secret` comes to at least ten.
 */
export function release(secret: Secret, earlier: readonly Earlier<Release>[]): Release {
  const turnout = secret.chose.reduce((sum, count) => sum + count, secret.passes);
  const place = placeAfter(turnout, earlier);
  switch (place.place) {
    case 'alone':
      return alone(secret, { turnout, arrivals: place.arrivals });
    case 'after': {
      const bands = sameBands(place.before);
      const follow = bands === null ? null : followFor(bands, turnout);
      if (bands === null || follow === null) return WORDS;
      return follow(secret)
        ? { ...bands, isAsBefore: true }
        : alone(secret, { turnout, arrivals: 0 });
    }
    case 'unclear':
      return WORDS;
  }
}

function alone(
  secret: Secret,
  { turnout, arrivals }: { readonly turnout: number; readonly arrivals: number },
): Release {
  const detail = detailsFor({ options: secret.chose.length, turnout, arrivals }).detailOf(secret);
  return detail.detail === 'bands' ? { ...detail, turnout, arrivals, isAsBefore: false } : detail;
}

/** The bands that all of these were published in; null where they differ, or one was published otherwise. */
function sameBands(releases: readonly Release[]): Published | null {
  const [first] = releases;
  if (first?.detail !== 'bands') return null;
  const isSame = (one: Release): boolean =>
    one.detail === 'bands' && one.bands.join() === first.bands.join();
  return releases.every(isSame) ? first : null;
}
