/** What opening rooms may cost: seats that one browser, and all together, may open at once, and how many of them are free again each minute. Thirty teachers in one browser, who open a room for 33 ten times each, are within it. */
export const OPENINGS = {
  /** By a session of staff; where no one signs in, by this computer. */
  session: { max: 12_000, aMinute: 200 },
  all: { max: 40_000, aMinute: 1_000 },
} as const;

/** However few its pupils, a room costs a key that is slow to make, and a write. */
const MIN_SEATS = 30;

/** Rooms that are opened at the same time: their keys are made beside each other, each for a twentieth of a second. */
const AT_ONCE = 4;

/** Bounds how many rooms are opened, and opens a few at a time, in memory and for this process alone. */
export type Openings = {
  /** Takes seats for a session; null, or in how many seconds there will be as many, and then nothing is taken. */
  take(session: string, seats: number): number | null;
  /** Does the work when its turn has come and whatever else came in meanwhile is answered; null, and nothing is done, where its caller has gone by then. */
  inTurn<Value>(gone: AbortSignal, work: () => Promise<Value>): Promise<Value | null>;
};

type Bound = { readonly max: number; readonly aMinute: number };

/** Nothing opened yet; `now` in ms. */
export function openOpenings(now: () => number): Openings {
  const all = openLevel(OPENINGS.all, now);
  const sessions = new Map<string, Level>();
  const waiting: (() => void)[] = [];
  let free = AT_ONCE;

  async function inTurn<Value>(
    gone: AbortSignal,
    work: () => Promise<Value>,
  ): Promise<Value | null> {
    if (free === 0) await new Promise<void>((goOn) => void waiting.push(goOn));
    else free -= 1;
    try {
      // Votes that wait on their sockets come first.
      await new Promise<void>((goOn) => void setImmediate(goOn));
      return gone.aborted ? null : await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  return {
    take(session, seats) {
      for (const [name, level] of sessions) if (level.isEmpty()) sessions.delete(name);
      const own = sessions.get(session) ?? openLevel(OPENINGS.session, now);
      sessions.set(session, own);
      const cost = Math.max(seats, MIN_SEATS);
      const seconds = Math.max(own.wait(cost), all.wait(cost));
      if (seconds > 0) return seconds;
      own.add(cost);
      all.add(cost);
      return null;
    },
    inTurn,
  };
}

/** A level that seats raise, and that sinks by itself. */
type Level = { wait(cost: number): number; add(cost: number): void; isEmpty(): boolean };

function openLevel({ max, aMinute }: Bound, now: () => number): Level {
  let level = 0;
  let since = now();
  function read(): number {
    level = Math.max(0, level - (Math.max(0, now() - since) / 60_000) * aMinute);
    since = now();
    return level;
  }
  return {
    wait: (cost) => Math.max(0, Math.ceil(((read() + cost - max) / aMinute) * 60)),
    add: (cost) => void (level = read() + cost),
    isEmpty: () => read() === 0,
  };
}
