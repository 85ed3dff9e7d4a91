import { disclose } from '../../src/poll/disclose.ts';
import type { EarlierTally } from '../../src/poll/disclose.ts';
import type { SharedQuestion } from '../../src/poll/question.ts';
import type { Count, TabletCount } from '../../src/poll/tally.ts';
import { signs } from './questions.ts';

/** One round of a question with several answers: how many picked each option, how many answered at all, and how many passed. */
export type Picked = {
  readonly picked: readonly number[];
  readonly answering: number;
  readonly passes: number;
};

const IDS = ['a', 'b', 'c', 'd', 'e'];

/** A question of which any number of so many options may be picked. */
export function askingSeveral(options: number): SharedQuestion {
  return { ...signs, options: IDS.slice(0, options).map((id) => ({ id, label: id, text: id })) };
}

/** What hands or tablets came to. */
export function countOf(picked: readonly number[], answering: number): Count {
  return { answering, chose: Object.fromEntries(picked.map((count, at) => [IDS[at], count])) };
}

/** The same with those who passed. */
export function tabletsOf({ picked, answering, passes }: Picked): TabletCount {
  return { ...countOf(picked, answering), passes };
}

/** Every way so many can have picked each option, or left it, or passed. */
export function* everyPicked(options: number, turnout: number): Generator<Picked> {
  for (let passes = 0; passes <= turnout; passes += 1) {
    const answering = turnout - passes;
    for (const picked of everyCounts(options, answering)) yield { picked, answering, passes };
  }
}

/** Every round that one can have become by arrivals only, or leavers only where `more` is below nought. */
function* everyPickedAfter(round: Picked, more: number): Generator<Picked> {
  const sign = Math.sign(more);
  for (const moved of everyPicked(round.picked.length, Math.abs(more))) {
    const picked = round.picked.map((count, at) => count + sign * (moved.picked[at] ?? 0));
    const answering = round.answering + sign * moved.answering;
    const passes = round.passes + sign * moved.passes;
    if (passes >= 0 && picked.every((count) => count >= 0 && count <= answering)) {
      yield { picked, answering, passes };
    }
  }
}

function* everyCounts(options: number, max: number): Generator<readonly number[]> {
  if (options === 0) {
    yield [];
    return;
  }
  for (let count = 0; count <= max; count += 1) {
    for (const rest of everyCounts(options - 1, max)) yield [count, ...rest];
  }
}

/** Who they are: everyone who passed, who answered, who picked an option or left it, and these with those who passed. */
function sizesOf({ picked, answering, passes }: Picked, isAware: boolean): readonly number[] {
  const each = picked.flatMap((yes) => [yes, answering - yes]);
  return isAware ? each : [...each, ...each.map((size) => size + passes), passes, answering];
}

function namesOf(options: number, isAware: boolean): readonly string[] {
  const each = IDS.slice(0, options).flatMap((id) => [`picked ${id}`, `left ${id}`]);
  return isAware
    ? each
    : [...each, ...each.map((name) => `${name} or passed`), 'passed', 'answered'];
}

function bitsWhere(sizes: readonly number[], holds: (size: number, at: number) => boolean): number {
  return sizes.reduce((bits, size, at) => (holds(size, at) ? bits | (1 << at) : bits), 0);
}

/** What all histories that look the same leave open: for each round the groups that may be no one or five and more, and the groups in which no one need have moved. */
type View = {
  readonly name: string;
  readonly open: number[];
  still: number;
  readonly isAware: boolean;
  readonly free: { bits: number };
};

/**
 * Someone who knows the question, every turnout and all that was published, and how many passed each
 * time or not. `add` takes each history that may have been; `givenAway` names the groups that were
 * one to four pupils every time, and those in which someone must have come or gone though what was
 * published before did not say so.
 */
export function openSeveralSolver(options: number) {
  const views = new Map<string, View>();
  const before = new Map<string, { bits: number }>();
  const freeOf = (name: string): { bits: number } => {
    const free = before.get(name) ?? { bits: 0 };
    before.set(name, free);
    return free;
  };
  return {
    add(published: readonly string[], rounds: readonly Picked[]): void {
      const turnouts = rounds.map(({ answering, passes }) => answering + passes).join(' ');
      for (const isAware of [false, true]) {
        const known = isAware ? rounds.map(({ passes }) => passes).join(' ') : '';
        const name = `${turnouts} | ${known} | ${published.join(' then ')}`;
        const found = views.get(name);
        const view: View = found ?? {
          name,
          open: rounds.map(() => 0),
          still: 0,
          isAware,
          free: freeOf(`${turnouts} | ${known} | ${published.slice(0, -1).join(' then ')}`),
        };
        if (!found) views.set(name, view);
        const sizes = rounds.map((round) => sizesOf(round, isAware));
        sizes.forEach((some, at) => {
          view.open[at] = (view.open[at] ?? 0) | bitsWhere(some, (size) => size === 0 || size >= 5);
        });
        const still = bitsWhere(sizes[0] ?? [], (_, at) =>
          sizes.every((some) => some[at] === sizes[0]?.[at]),
        );
        view.still |= still;
        view.free.bits |= still;
      }
    },
    givenAway(): readonly string[] {
      return [...views.values()].flatMap(({ name, open, still, free, isAware }) => {
        const groups = namesOf(options, isAware);
        return groups.flatMap((group, at) => [
          ...open.flatMap((bits, round) =>
            bits & (1 << at) ? [] : [`${name}: round ${round + 1}, ${group}`],
          ),
          ...(free.bits & ~still & (1 << at) ? [`${name}: moved, ${group}`] : []),
        ]);
      });
    },
    /** How many results there were that look different. */
    size: () => views.size,
  };
}

/** One round of a history: its turnout, whether anyone was told of it, whether it was discarded, and the hands beside it. */
export type SeveralRound = {
  readonly turnout: number;
  readonly isDisclosed?: boolean;
  readonly isDiscarded?: true;
  readonly hands?: Count;
};

/** What can be worked out of a history of near rounds by someone who supposes that pupils only came, or only went. */
export function foundInSeveral(
  options: number,
  rounds: readonly SeveralRound[],
): readonly string[] {
  const solver = openSeveralSolver(options);
  const question = askingSeveral(options);
  const tallyOf = (one: Picked, hands: Count | null = null) => ({ tablets: tabletsOf(one), hands });

  function goOn(
    before: readonly Picked[],
    published: readonly string[],
    earlier: readonly EarlierTally[],
  ): void {
    const round = rounds[before.length];
    if (round === undefined) return solver.add(published, before);
    const { turnout, isDisclosed = true, isDiscarded, hands } = round;
    const last = before.at(-1);
    const all =
      last === undefined
        ? everyPicked(options, turnout)
        : everyPickedAfter(last, turnout - last.answering - last.passes);
    for (const one of all) {
      const tally = tallyOf(one, hands);
      const result = isDisclosed ? JSON.stringify(disclose(question, tally, earlier)) : 'nothing';
      goOn(
        [...before, one],
        [...published, result],
        [...earlier, isDiscarded ? { turnout, isDisclosed: false } : { ...tally, isDisclosed }],
      );
    }
  }

  goOn([], [], []);
  return solver.givenAway();
}
