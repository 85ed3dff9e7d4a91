/** One round as it may have been: how many chose each option, and how many passed. */
export type Course = { readonly chose: readonly number[]; readonly passes: number };

/** A history as it may have been: its rounds, and whether only those who came or went made the difference between two near ones. */
export type Courses = readonly Course[];

/**
 * Someone who knows the question, every turnout, all that was published, and how many passed each time or not, and who supposes
 * that nobody changed their answer. `add` takes each history that may have been under the name of what it published;
 * `givenAway` names the groups that were one to four pupils every time (D5, 8), and those in which somebody must have come or
 * gone though the turnouts and what was published before did not say so (D5, 9).
 */
export function openSolver() {
  const seen = new Map<string, { readonly bare: Set<string>; readonly moved: Set<string> }>();
  const before = new Map<string, Set<string>>();
  return {
    add(published: readonly string[], rounds: Courses): void {
      const turnouts = rounds.map(turnoutOf).join(' ');
      const passes = rounds.map((round) => round.passes).join(' ');
      for (const view of [`${turnouts} | ${published.join(' then ')}`, `${turnouts} | ${passes} | ${published.join(' then ')}`]) {
        const isAware = view.includes(`| ${passes} |`);
        const options = rounds[0]?.chose.length ?? 0;
        const groups = groupsIn(options, isAware);
        const names = rounds.flatMap((_, at) => groups.map((group) => `round ${at + 1} group ${group}`));
        const moves = groups.filter(() => rounds.length > 1).map((group) => `group ${group}`);
        const own = seen.get(view) ?? { bare: new Set(names), moved: new Set(moves) };
        seen.set(view, own);
        const untold = `${turnouts} | ${isAware ? passes : ''} | ${published.slice(0, -1).join(' then ')}`;
        const free = before.get(untold) ?? new Set<string>();
        before.set(untold, free);
        for (const group of groups) {
          rounds.forEach((round, at) => isHidden(sizeOf(round, group)) && own.bare.delete(`round ${at + 1} group ${group}`));
          if (hasNoMover(rounds, group)) {
            own.moved.delete(`group ${group}`);
            free.add(`group ${group}`);
          }
        }
      }
    },
    givenAway(): readonly string[] {
      return [...seen].flatMap(([view, { bare, moved }]) => {
        const parts = view.split(' | ');
        const published = parts.at(-1) ?? '';
        const untold = `${parts[0]} | ${parts.length > 2 ? parts[1] : ''} | ${published.split(' then ').slice(0, -1).join(' then ')}`;
        const excluded = [...moved].filter((group) => before.get(untold)?.has(group) === true);
        return [...bare, ...excluded.map((group) => `moved ${group}`)].map((name) => `${view}: ${name}`);
      });
    },
  };
}

/** Groups of options and, as the last bit, of those who passed, but nobody and everybody; without the last bit where it is known how many passed. */
function groupsIn(options: number, isAware: boolean): readonly number[] {
  const all = 2 ** (isAware ? options : options + 1) - 1;
  return Array.from({ length: all - 1 }, (_, at) => at + 1);
}

function sizeOf({ chose, passes }: Course, group: number): number {
  return [...chose, passes].reduce((sum, count, at) => (group & (1 << at) ? sum + count : sum), 0);
}

function hasNoMover(rounds: Courses, group: number): boolean {
  return rounds.slice(1).every((round, at) => {
    const earlier = rounds[at] ?? round;
    // Rounds farther apart are taken for two classes.
    if (Math.abs(turnoutOf(round) - turnoutOf(earlier)) > 4) return true;
    return [...round.chose, round.passes].every(
      (count, place) => (group & (1 << place)) === 0 || count === [...earlier.chose, earlier.passes][place],
    );
  });
}

export function turnoutOf({ chose, passes }: Course): number {
  return chose.reduce((sum, count) => sum + count, passes);
}

function isHidden(size: number): boolean {
  return size === 0 || size > 4;
}

/** Every way so many can be spread over the options and passing. */
export function everyCourse(options: number, turnout: number): readonly Course[] {
  const spread = (left: number, places: number): readonly (readonly number[])[] =>
    places === 1
      ? [[left]]
      : Array.from({ length: left + 1 }, (_, count) => count).flatMap((count) => spread(left - count, places - 1).map((rest) => [count, ...rest]));
  return spread(turnout, options + 1).map((counts) => ({ chose: counts.slice(0, -1), passes: counts.at(-1) ?? 0 }));
}

/** Every round that one can have become by arrivals only, or leavers only where `more` is below nought. */
export function everyNext(round: Course, more: number): readonly Course[] {
  return everyCourse(round.chose.length, Math.abs(more)).flatMap((moved) => {
    const chose = round.chose.map((count, at) => count + Math.sign(more) * (moved.chose[at] ?? 0));
    const passes = round.passes + Math.sign(more) * moved.passes;
    return passes >= 0 && chose.every((count) => count >= 0) ? [{ chose, passes }] : [];
  });
}
