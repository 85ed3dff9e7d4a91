/** One round as it may have been: how many chose each option, and how many passed. */
export type Course = { readonly chose: readonly number[]; readonly passes: number };

/** A history as it may have been: its rounds, and whether only those who came or went made the difference between two near ones. */
export type Courses = readonly Course[];

/** Groups of options and of those who passed, one bit for each group, in two words of 32 bits: up to five options and passing. */
type Groups = { low: number; high: number };

/** What all histories under one name have in common. */
type View = {
  readonly name: string;
  /** For each round, the groups that were one to four pupils in every history so far. */
  readonly bare: readonly Groups[];
  /** The groups in which someone came or went in every history so far. */
  readonly moved: Groups;
  /** The groups in which no one need have come or gone, by what was published before. */
  readonly free: Groups;
};

/**
 * Someone who knows the question, every turnout, all that was published, and how many passed each time or not, and who supposes
 * that no one changed their answer. `add` takes each history that may have been under the name of what it published;
 * `givenAway` names the groups that were one to four pupils every time (D5, 8), and those in which someone must have come or
 * gone though the turnouts and what was published before did not say so (D5, 9).
 */
export function openSolver() {
  const seen = new Map<string, View>();
  const before = new Map<string, Groups>();

  function viewOf(
    name: string,
    untold: string,
    { options, rounds, isAware }: { options: number; rounds: number; isAware: boolean },
  ): View {
    const known = seen.get(name);
    if (known) return known;
    const free = before.get(untold) ?? { low: 0, high: 0 };
    before.set(untold, free);
    const all = () => groupsBelow(2 ** (isAware ? options : options + 1) - 1);
    const view = {
      name,
      bare: Array.from({ length: rounds }, all),
      moved: rounds > 1 ? all() : { low: 0, high: 0 },
      free,
    };
    seen.set(name, view);
    return view;
  }

  return {
    add(published: readonly string[], rounds: Courses): void {
      const options = rounds[0]?.chose.length ?? 0;
      const turnouts = rounds.map(turnoutOf).join(' ');
      const passes = rounds.map((round) => round.passes).join(' ');
      const [last, earlier] = [published.join(' then '), published.slice(0, -1).join(' then ')];
      const still = groupsWithin(unmovedPlaces(rounds));
      for (const known of ['', `${passes} | `]) {
        const view = viewOf(`${turnouts} | ${known}${last}`, `${turnouts} | ${known}${earlier}`, {
          options,
          rounds: rounds.length,
          isAware: known !== '',
        });
        for (const [at, bare] of view.bare.entries()) take(bare, hiddenGroups(rounds[at]));
        take(view.moved, still);
        view.free.low |= still.low;
        view.free.high |= still.high;
      }
    },
    givenAway(): readonly string[] {
      return [...seen.values()].flatMap(({ name, bare, moved, free }) => {
        const excluded = { low: moved.low & free.low, high: moved.high & free.high };
        const inRounds = bare.flatMap((groups, at) =>
          namesOf(groups).map((group) => `round ${at + 1} ${group}`),
        );
        return [...inRounds, ...namesOf(excluded).map((group) => `moved ${group}`)].map(
          (found) => `${name}: ${found}`,
        );
      });
    },
  };
}

const NONE: readonly string[] = [];

function take(from: Groups, groups: Groups): void {
  from.low &= ~groups.low;
  from.high &= ~groups.high;
}

function namesOf(groups: Groups): readonly string[] {
  if (groups.low === 0 && groups.high === 0) return NONE;
  return Array.from({ length: 64 }, (_, group) => group)
    .filter((group) => ((group < 32 ? groups.low : groups.high) & (1 << group)) !== 0)
    .map((group) => `group ${group}`);
}

/** The groups for which this holds, each a set of places as bits: of options and, as the last, of those who passed. */
function groupsWhere(holds: (group: number) => boolean): Groups {
  const groups = { low: 0, high: 0 };
  for (let group = 1; group < 64; group += 1) {
    if (holds(group)) groups[group < 32 ? 'low' : 'high'] |= 1 << group;
  }
  return groups;
}

/** All groups but no one and everyone: those of the first places alone where it is known how many passed. */
function groupsBelow(everybody: number): Groups {
  return groupsWhere((group) => group < everybody);
}

const within = Array.from({ length: 64 }, (_, places) =>
  groupsWhere((group) => (group & ~places) === 0),
);

function groupsWithin(places: number): Groups {
  return within[places] ?? { low: 0, high: 0 };
}

const hidden = new Map<number, Groups>();

/** The groups that were no one or more than four. */
function hiddenGroups(course: Course | undefined): Groups {
  if (course === undefined) return { low: 0, high: 0 };
  const counts = [...course.chose, course.passes];
  // No round has more than 60 tablets.
  const name = counts.reduce((digits, count) => digits * 64 + count, 1);
  const known = hidden.get(name);
  if (known) return known;
  const groups = groupsWhere((group) =>
    isHidden(counts.reduce((sum, count, at) => (group & (1 << at) ? sum + count : sum), 0)),
  );
  hidden.set(name, groups);
  return groups;
}

/** The places, as bits, that as many chose in every round as in the one before; rounds farther apart are taken for two classes. */
function unmovedPlaces(rounds: Courses): number {
  let places = 63;
  for (let at = 1; at < rounds.length; at += 1) {
    const [earlier, round] = [rounds[at - 1], rounds[at]];
    if (
      earlier === undefined ||
      round === undefined ||
      Math.abs(turnoutOf(round) - turnoutOf(earlier)) > 4
    ) {
      continue;
    }
    for (let place = 0; place < round.chose.length; place += 1) {
      if (round.chose[place] !== earlier.chose[place]) places &= ~(1 << place);
    }
    if (round.passes !== earlier.passes) places &= ~(1 << round.chose.length);
  }
  return places;
}

export function turnoutOf({ chose, passes }: Course): number {
  return chose.reduce((sum, count) => sum + count, passes);
}

function isHidden(size: number): boolean {
  return size === 0 || size > 4;
}

const courses = new Map<number, readonly Course[]>();

/** Every way so many can be spread over the options and passing. */
export function everyCourse(options: number, turnout: number): readonly Course[] {
  const name = options * 100 + turnout;
  const known = courses.get(name) ?? spreadOver(options, turnout);
  courses.set(name, known);
  return known;
}

function spreadOver(options: number, turnout: number): readonly Course[] {
  const spread = (left: number, places: number): readonly (readonly number[])[] =>
    places === 1
      ? [[left]]
      : Array.from({ length: left + 1 }, (_, count) => count).flatMap((count) =>
          spread(left - count, places - 1).map((rest) => [count, ...rest]),
        );
  return spread(turnout, options + 1).map((counts) => ({
    chose: counts.slice(0, -1),
    passes: counts.at(-1) ?? 0,
  }));
}

/** Every round that one can have become by arrivals only, or leavers only where `more` is below nought. */
export function everyNext(round: Course, more: number): readonly Course[] {
  return everyCourse(round.chose.length, Math.abs(more)).flatMap((moved) => {
    const chose = round.chose.map((count, at) => count + Math.sign(more) * (moved.chose[at] ?? 0));
    const passes = round.passes + Math.sign(more) * moved.passes;
    return passes >= 0 && chose.every((count) => count >= 0) ? [{ chose, passes }] : [];
  });
}
