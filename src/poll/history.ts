/** A round before: how many turned out, and what was published of it, null where no one is ever told of it. */
export type Earlier<Release> = { readonly turnout: number; readonly release: Release | null };

/**
 * What a round comes after (D5). `alone`: nothing near was published, or as many turned out; `arrivals` is how many may have come
 * since a round no one was told of. `after`: a few more or fewer than the `from` of rounds that were published as `before`.
 * `unclear`: turnouts that go to and fro.
 */
export type Place<Release> =
  | { readonly place: 'alone'; readonly arrivals: number }
  | { readonly place: 'after'; readonly from: number; readonly before: readonly Release[] }
  | { readonly place: 'unclear' };

/** Turnouts that differ by so many or fewer are near: someone may suppose that the difference is all that changed (D5). */
const MAX_NEAR = 4;

/** What a round with this turnout comes after; `earlier` in their order. */
export function placeAfter<Release>(
  turnout: number,
  earlier: readonly Earlier<Release>[],
): Place<Release> {
  const near = nearTo(turnout, earlier);
  const start = near.findIndex((one) => one.release !== null);
  const [undisclosed, disclosed] =
    start < 0 ? [near, []] : [near.slice(0, start), near.slice(start)];
  const from = disclosed[0]?.turnout ?? turnout;
  if (disclosed.every((one) => one.turnout === turnout)) {
    const turnouts = [...undisclosed.map((one) => one.turnout), from];
    return { place: 'alone', arrivals: arrivalsIn(turnouts) };
  }
  const before = disclosed.filter((one) => one.turnout === from);
  const isOneStep = disclosed.every(
    (one, at) => one.turnout === (at < before.length ? from : turnout),
  );
  if (!isOneStep) return { place: 'unclear' };
  const releases = before.flatMap(({ release }) => (release === null ? [] : [release]));
  return { place: 'after', from, before: releases };
}

/** The rounds from which the turnout got here in steps of at most four. */
function nearTo<Release>(
  turnout: number,
  earlier: readonly Earlier<Release>[],
): readonly Earlier<Release>[] {
  let near: readonly Earlier<Release>[] = [];
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
