import { Agent } from 'node:http';
import type { Listening } from './listen.ts';
import type { Ground, Rights, Turn, Venue } from './venue.ts';
import { watchUse, type Use } from './process-use.ts';

/** What a crowd saw, in ms: every join, every vote of a question answered in its own time and of those answered all at once, every result. */
export type Seen = {
  readonly joins: readonly number[];
  readonly spread: readonly number[];
  readonly burst: readonly number[];
  readonly results: readonly number[];
  /** What the server took from the first join on; null where the machine does not tell. */
  readonly use: Use | null;
};

/** The time in which a class joins, and in which it answers when no one hurries, in ms. */
const SPREAD_MS = 5000;

type Pupil = { readonly venue: Venue; readonly rights: Rights; readonly stream: Listening };

/** Lets as many pupils as wanted join the room of a server, and answer: the first question spread over five seconds, as they join, the others all at once. */
export async function meet({ served, venue }: Ground, pupils: number): Promise<Seen> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
  const used = watchUse(served.pid);
  const joined = await Promise.all(
    Array.from({ length: pupils }, (_, at) =>
      join(venue, { agent, waitMs: (SPREAD_MS * at) / pupils }),
    ),
  );
  const seated = joined.map(({ pupil }) => pupil);
  const [first, ...others] = venue.turns;
  if (first === undefined) throw new Error('the lesson asks no question with one answer');
  const results: number[] = [];
  const answer = async (turn: Turn, waitMs: number): Promise<readonly number[]> => {
    await venue.ask(turn);
    const taken = await Promise.all(
      seated.map((pupil, at) => vote(pupil, { turn, n: 1, agent, waitMs: (waitMs * at) / pupils })),
    );
    results.push(await venue.close(turn));
    return taken;
  };
  const spread = await answer(first, SPREAD_MS);
  const burst: number[] = [];
  for (const turn of others) burst.push(...(await answer(turn, 0)));
  const use = used();
  for (const { stream } of seated) stream.stop();
  venue.leave();
  agent.destroy();
  return { joins: joined.map(({ ms }) => ms), spread, burst, results, use };
}

async function join(
  venue: Venue,
  { agent, waitMs }: { readonly agent: Agent; readonly waitMs: number },
): Promise<{ readonly pupil: Pupil; readonly ms: number }> {
  await passed(waitMs);
  const began = performance.now();
  const rights = await venue.seat(agent);
  const stream = await venue.listen();
  return { pupil: { venue, rights, stream }, ms: performance.now() - began };
}

type Voting = {
  readonly turn: Turn;
  readonly n: number;
  readonly agent: Agent;
  readonly waitMs: number;
};

async function vote({ venue, rights }: Pupil, { turn, n, agent, waitMs }: Voting): Promise<number> {
  await passed(waitMs);
  return venue.vote(turn, { ballot: rights(turn), n, agent });
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
