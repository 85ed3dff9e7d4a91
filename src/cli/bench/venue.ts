import type { Agent } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { root } from '../root.ts';
import { ballotsSchema, openClassroom } from './classroom.ts';
import { listen, type Listening } from './listen.ts';
import { send } from './send.ts';
import { startProgram, startServer, type OurServer, type Served } from './served.ts';

/** A question in one of its rounds, as a crowd answers it. */
export type Turn = {
  readonly question: string;
  readonly round: number;
  readonly answers: readonly string[];
};

/** The rights of one pupil to answer, by turn. */
export type Rights = (turn: Turn) => string;

/** One room on one server: ours, or the floor. */
export type Venue = {
  readonly turns: readonly Turn[];
  seat(agent: Agent): Promise<Rights>;
  /** Opens the stream that a pupil's page listens to. */
  listen(): Promise<Listening>;
  ask(turn: Turn): Promise<void>;
  vote(
    turn: Turn,
    cast: { readonly ballot: string; readonly n: number; readonly agent: Agent },
  ): Promise<number>;
  /** Closes and shows; answers with the milliseconds that a teacher waits for a computer, without the two seconds that are for the pupils. */
  close(turn: Turn): Promise<number>;
  leave(): void;
};

/** The two seconds in which late answers come in (R7). */
const CLOSING_MS = 2000;

/** A server with one room. */
export type Ground<Server extends Served = Served> = {
  readonly served: Server;
  readonly venue: Venue;
};

/** Starts our server and opens a room for as many pupils. */
export async function openOurs(pupils: number): Promise<Ground<OurServer>> {
  const served = await startServer();
  return { served, venue: await openRoom(served, pupils) };
}

async function openRoom(served: Served, pupils: number): Promise<Venue> {
  const room = await openClassroom(served, pupils);
  const api = `${room.door}api/rooms/${room.code}`;
  const steps = {
    method: 'POST',
    url: `${served.address}api/rooms/${room.code}/steps`,
    key: room.roomKey,
  } as const;
  const staff = await listen(`${served.address}api/rooms/${room.code}/staff`, {
    headers: { authorization: `Bearer ${room.roomKey}` },
  });
  const turns = room.questions
    .filter(({ picks, paired }) => picks === 'one' && !paired)
    .flatMap(({ id, options }) =>
      [1, 2, 3].map((round) => ({
        question: id,
        round,
        answers: options.map((option) => option.id),
      })),
    );
  return {
    turns,
    seat: async (agent) => {
      const { answer } = await send({ method: 'POST', url: `${api}/seats`, body: {}, agent });
      const { ballots } = v.parse(ballotsSchema, answer);
      return (turn) =>
        ballots.find(({ question, round }) => question === turn.question && round === turn.round)
          ?.ballot ?? '';
    },
    listen: () => listen(`${api}/events`),
    ask: async ({ question, round }) =>
      void (await send({ ...steps, body: { type: 'ask', question, round } })),
    vote: async (turn, { ballot, n, agent }) => {
      const body = { round: turn.round, ballot, n, answer: turn.answers[n % turn.answers.length] };
      return (
        await send({
          method: 'PUT',
          url: `${api}/questions/${turn.question}/ballot`,
          body,
          agent,
        })
      ).ms;
    },
    close: async ({ question }) => {
      const began = performance.now();
      const closed = staff.next(isAt('closed'));
      await send({ ...steps, body: { type: 'close' } });
      const closing = (await closed).at - began - CLOSING_MS;
      const pressed = performance.now();
      const shown = staff.next(isAt('shown'));
      await send({ ...steps, body: { type: 'show', question } });
      return closing + (await shown).at - pressed;
    },
    leave: () => staff.stop(),
  };
}

function isAt(state: string): (view: Readonly<Record<string, unknown>>) => boolean {
  return ({ poll }) =>
    typeof poll === 'object' && poll !== null && 'state' in poll && poll.state === state;
}

/** Starts the least that could do the same: a bare server with streams. */
export async function openFloor(turns: readonly Turn[]): Promise<Ground> {
  const served = await startProgram([join(root, 'tests/bench/room-floor.ts')]);
  return { served, venue: bareRoom(`${served.address}room/`, turns) };
}

function bareRoom(address: string, turns: readonly Turn[]): Venue {
  const at = (path: string) => `${address}${path}`;
  return {
    turns,
    seat: async (agent) => {
      const { answer } = await send({ method: 'POST', url: at('seats'), body: {}, agent });
      const { ballot } = v.parse(v.object({ ballot: v.string() }), answer);
      return () => ballot;
    },
    listen: () => listen(at('events')),
    ask: async (turn) =>
      void (await send({ method: 'POST', url: at('step'), body: { state: 'asking', ...turn } })),
    vote: async ({ round, answers }, { ballot, n, agent }) =>
      (
        await send({
          method: 'PUT',
          url: at('ballot'),
          body: { round, ballot, n, answer: answers[n % answers.length] },
          agent,
        })
      ).ms,
    close: async (turn) => {
      const closed = await send({
        method: 'POST',
        url: at('step'),
        body: { state: 'closed', ...turn },
      });
      return (
        closed.ms +
        (await send({ method: 'POST', url: at('step'), body: { state: 'shown', ...turn } })).ms
      );
    },
    leave: () => {},
  };
}
