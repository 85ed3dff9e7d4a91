import { bandRange } from './bands.ts';
import { detailsFor } from './detail.ts';
import type { Detail, Secret } from './detail.ts';

/** Bands, as one of the details. */
export type Bands = Extract<Detail, { readonly detail: 'bands' }>;

/** Bands that were published of a round by itself, with its turnout, and how many had arrived since one that no one was told of. */
export type Published = Bands & { readonly turnout: number; readonly arrivals: number };

/** True where a round is published as the one before it was. */
export type Follow = (secret: Secret) => boolean;

/** With more tallies than this to go through, the later round is published in words. */
const MAX_TALLIES = 400_000;
/** A group of one to four is given away by its number. */
const MAX_FEW = 4;

const known = new Map<string, Follow | null>();

/**
 * How a round with turnout `to` follows one with a few more or fewer that was published in bands
 * (D5). Every tally that the one before can have become by arrivals only, or leavers only, is
 * published as before: it discloses nothing about who came or went. A tally that cannot have come
 * about so is published for itself, where those that look the same still give no one away, and else
 * as before, too. Null where even that would give someone away: then all are published in words.
 */
export function followFor(before: Published, to: number): Follow | null {
  const name = [before.bands.join(), before.turnout, before.arrivals, to].join(' ');
  const found = known.get(name);
  if (found !== undefined) return found;
  const follow = tallies(before.bands.length, to) > MAX_TALLIES ? null : openFollow(before, to);
  known.set(name, follow);
  return follow;
}

function openFollow(before: Published, to: number): Follow | null {
  const options = before.bands.length;
  const canFollow = followers(before, to);
  const { detailOf } = detailsFor({ options, turnout: to, arrivals: 0 });
  const asBefore: Looks = new Map();
  const own = new Map<string, Looks>();
  for (const secret of everySecret(options, to)) {
    const name = canFollow(secret) ? null : nameOf(detailOf(secret));
    see(name === null ? asBefore : getOrAdd(own, name), secret);
  }
  const held = new Set<string>();
  for (const [name, looks] of own) {
    const safe = new Map([...looks].filter(([, look]) => isSafeKnowing(look, options)));
    const isSafe = isSafeAmong(safe, options);
    for (const [passes, look] of looks) {
      if (isSafe && safe.has(passes)) continue;
      held.add(`${passes} ${name}`);
      merge(asBefore, passes, look);
    }
  }
  const isSafe =
    [...asBefore.values()].every((look) => isSafeKnowing(look, options)) &&
    isSafeAmong(asBefore, options);
  return isSafe
    ? (secret) => canFollow(secret) || held.has(`${secret.passes} ${nameOf(detailOf(secret))}`)
    : null;
}

/** Whether a tally can have come of one in these bands by arrivals only or leavers only. */
function followers({ bands, turnout: from, arrivals }: Published, to: number): Follow {
  const ranges = bands.map((band) => bandRange(band, from));
  const passed = new Set(
    detailsFor({ options: bands.length, turnout: from, arrivals }).passesOf(bands),
  );
  const more = to - from;
  const sign = Math.sign(more);
  return ({ chose, passes }) => {
    // What each option must at least have gained (or lost, where some left), and what it may at most.
    let [min, max] = [0, 0];
    for (const [at, { min: low, max: high }] of ranges.entries()) {
      const count = chose[at] ?? 0;
      const [must, may] = sign > 0 ? [count - high, count - low] : [low - count, high - count];
      if (may < 0) return false;
      min += Math.max(must, 0);
      max += may;
    }
    for (let moved = 0; moved <= Math.abs(more); moved += 1) {
      const rest = Math.abs(more) - moved;
      if (passed.has(passes - sign * moved) && min <= rest && rest <= max) return true;
    }
    return false;
  };
}

/** For groups as bits, whether some tally that looks the same has no one or at least five in it: by options alone, and with those who passed. */
type Look = { readonly known: number; readonly unknown: number };
/** What looks the same, by how many passed. */
type Looks = Map<number, Look>;

function see(looks: Looks, { chose, passes }: Secret): void {
  const groups = 2 ** chose.length;
  const sizes = [0];
  let [mask, withPasses] = [0, isHidden(passes) ? 1 : 0];
  for (let group = 1; group < groups - 1; group += 1) {
    const size = (sizes[group & (group - 1)] ?? 0) + (chose[31 - Math.clz32(group & -group)] ?? 0);
    sizes[group] = size;
    if (isHidden(size)) mask |= 1 << group;
    if (isHidden(size + passes)) withPasses |= 1 << group;
  }
  merge(looks, passes, { known: mask, unknown: withPasses });
}

function merge(looks: Looks, passes: number, { known: mask, unknown }: Look): void {
  const look = looks.get(passes);
  looks.set(passes, { known: (look?.known ?? 0) | mask, unknown: (look?.unknown ?? 0) | unknown });
}

function isHidden(size: number): boolean {
  return size === 0 || size > MAX_FEW;
}

/** Safe against someone who knows how many passed. */
function isSafeKnowing({ known: mask }: Look, options: number): boolean {
  return mask === 2 ** (2 ** options - 1) - 2;
}

/** Safe against someone who does not. */
function isSafeAmong(looks: Looks, options: number): boolean {
  const mask = [...looks.values()].reduce((all, { unknown }) => all | unknown, 0);
  return looks.size === 0 || mask === 2 ** (2 ** options - 1) - 1;
}

function nameOf(detail: Detail): string {
  switch (detail.detail) {
    case 'bands':
      return detail.bands.join();
    case 'largest':
      return `${detail.at}`;
    case 'words':
      return '';
  }
}

function getOrAdd(looks: Map<string, Looks>, name: string): Looks {
  const own = looks.get(name) ?? new Map<number, Look>();
  looks.set(name, own);
  return own;
}

/** In how many ways so many can be spread over the options and passing. */
function tallies(options: number, turnout: number): number {
  return Array.from({ length: options }, (_, at) => at + 1).reduce(
    (ways, at) => (ways * (turnout + at)) / at,
    1,
  );
}

function* everySecret(
  options: number,
  turnout: number,
  chose: readonly number[] = [],
): Generator<Secret> {
  if (chose.length === options) {
    yield { chose, passes: turnout };
    return;
  }
  for (let count = 0; count <= turnout; count += 1) {
    yield* everySecret(options, turnout - count, [...chose, count]);
  }
}
