import { detailsFor } from './detail.ts';
import type { Detail, Secret } from './detail.ts';
import { followFor } from './follow.ts';
import type { Bands, Published } from './follow.ts';

/** What is published of a round's tablets (D4, D5), before any hands are added; `turnout` is that of the round whose bands they are. */
export type Release = Exclude<Detail, Bands> | (Published & { readonly isAsBefore: boolean });

/** A round before: how many turned out, and what was published of it, null where no one is ever told of it. */
export type EarlierRelease = { readonly turnout: number; readonly release: Release | null };

/** Turnouts that differ by so many or fewer are near: someone may suppose that the difference is all that changed (D5). */
const MAX_NEAR = 4;
const WORDS: Release = { detail: 'words' };

/**
 * What may be published of a round after these, in their order (D5). It hangs on the tablets, on the turnouts so far and on
 * what was published so far, and on nothing else: hands have no way in. `secret` comes to at least ten.
 */
export function release(secret: Secret, earlier: readonly EarlierRelease[]): Release {
  const turnout = secret.chose.reduce((sum, count) => sum + count, secret.passes);
  const near = nearTo(turnout, earlier);
  const start = near.findIndex((one) => one.release !== null);
  const [undisclosed, disclosed] =
    start < 0 ? [near, []] : [near.slice(0, start), near.slice(start)];
  const [first = { turnout, release: null }] = disclosed;
  const arrivals = arrivalsIn([...undisclosed.map((one) => one.turnout), first.turnout]);
  if (disclosed.every((one) => one.turnout === turnout)) {
    return alone(secret, { turnout, arrivals });
  }
  const before = disclosed.filter((one) => one.turnout === first.turnout);
  const isOneStep = disclosed.every(
    (one, at) => one.turnout === (at < before.length ? first.turnout : turnout),
  );
  const bands = isOneStep
    ? sameBands(before.map((one) => one.release).filter((one) => one !== null))
    : null;
  const follow = bands === null ? null : followFor(bands, turnout);
  if (bands === null || follow === null) return WORDS;
  return follow(secret) ? { ...bands, isAsBefore: true } : alone(secret, { turnout, arrivals: 0 });
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

/** The rounds from which the turnout got here in steps of at most four. */
function nearTo(turnout: number, earlier: readonly EarlierRelease[]): readonly EarlierRelease[] {
  let near: readonly EarlierRelease[] = [];
  for (;;) {
    const turnouts = [turnout, ...near.map((one) => one.turnout)];
    const more = earlier.filter((one) => turnouts.some((other) => isNear(one.turnout, other)));
    if (more.length === near.length) return near;
    near = more;
  }
}

/** How many may have come on the way to the last of these turnouts, round by round or all at once. */
function arrivalsIn(turnouts: readonly number[]): number {
  const last = turnouts.at(-1) ?? 0;
  const steps = turnouts.slice(1).map((turnout, at) => [turnouts[at] ?? turnout, turnout] as const);
  const come = ([from, to]: readonly [number, number]): number =>
    isNear(from, to) ? Math.max(to - from, 0) : 0;
  return Math.max(
    steps.reduce((sum, step) => sum + come(step), 0),
    ...turnouts.map((turnout) => come([turnout, last])),
  );
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= MAX_NEAR;
}
