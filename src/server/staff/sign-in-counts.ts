/** What became of a try to sign in: `unproven` was not looked at, since it came without the proof that was asked for. */
export type SignInOutcome = 'right' | 'wrong' | 'unproven';

/** Sign-ins of one hour, which began at `hour`, in ms since 1970. */
export type HourOfSignIns = { readonly hour: number } & Readonly<Record<SignInOutcome, number>>;

/** Sums since `since`, and those of each hour of the last day in which there were any, the latest first. Nothing says who or from where. */
export type SignIns = {
  readonly since: number;
  readonly hours: readonly HourOfSignIns[];
} & Readonly<Record<SignInOutcome, number>>;

/** Named numbers, in memory or shared by several processes. */
export type Tally = {
  add(name: string, by: number): Promise<void>;
  read(): Promise<ReadonlyMap<string, number>>;
  drop(names: readonly string[]): Promise<void>;
};

/** Counts sign-ins. */
export type SignInCounts = {
  /** Never rejects: staff can sign in though nothing can be counted. */
  add(outcome: SignInOutcome): Promise<void>;
  read(): Promise<SignIns>;
};

const HOUR = 3_600_000;
const HOURS = 24;
const OUTCOMES: readonly SignInOutcome[] = ['right', 'wrong', 'unproven'];

/** Opens the counts over a tally; `now` in ms since 1970. */
export async function openSignInCounts(tally: Tally, now: () => number): Promise<SignInCounts> {
  const known = await tally.read();
  if (!known.has('since')) await tally.add('since', now());

  async function read(): Promise<SignIns> {
    const numbers = await tally.read();
    const oldest = hourOf(now()) - (HOURS - 1) * HOUR;
    const hours = new Set(
      [...numbers.keys()].flatMap((name) =>
        name.includes(':') ? [Number(name.split(':', 1)[0])] : [],
      ),
    );
    const past = [...hours].filter((hour) => hour < oldest);
    if (past.length > 0) {
      await tally.drop(past.flatMap((hour) => OUTCOMES.map((outcome) => `${hour}:${outcome}`)));
    }
    const shown = [...hours].filter((hour) => hour >= oldest).toSorted((a, b) => b - a);
    return {
      since: numbers.get('since') ?? now(),
      ...sums((outcome) => numbers.get(outcome) ?? 0),
      hours: shown.map((hour) => ({
        hour,
        ...sums((outcome) => numbers.get(`${hour}:${outcome}`) ?? 0),
      })),
    };
  }

  return {
    read,
    async add(outcome) {
      const hour = hourOf(now());
      await Promise.all([tally.add(outcome, 1), tally.add(`${hour}:${outcome}`, 1)]).catch(
        () => undefined,
      );
    },
  };
}

/** A tally in memory: its numbers end with the program. */
export function memoryTally(): Tally {
  const numbers = new Map<string, number>();
  return {
    add: async (name, by) => void numbers.set(name, (numbers.get(name) ?? 0) + by),
    read: async () => numbers,
    drop: async (names) => names.forEach((name) => numbers.delete(name)),
  };
}

function sums(of: (outcome: SignInOutcome) => number): Readonly<Record<SignInOutcome, number>> {
  return { right: of('right'), wrong: of('wrong'), unproven: of('unproven') };
}

function hourOf(ms: number): number {
  return Math.floor(ms / HOUR) * HOUR;
}
