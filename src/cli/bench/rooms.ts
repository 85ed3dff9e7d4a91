import { meet, type Seen } from './crowd.ts';
import { percentile, plainFigure, ratioFigure, type Figure } from './figure.ts';
import { openFloor, openOurs, type Size } from './venue.ts';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { talliedIn } from '../../room/rounds.ts';
import { parseStoredRoom } from '../../room/stored-room.ts';

/** One class, a year in the hall, and the most a room takes. */
export const measureClass = (): Promise<readonly Figure[]> => measureRoom(30);
/** A year group in the hall. */
export const measureYear = (): Promise<readonly Figure[]> => measureRoom(300);
/** The most that one room takes. */
export const measureSchool = (): Promise<readonly Figure[]> => measureRoom(1000);

/** Many classes at once on one hosted server: 170 rooms with 5,000 pupils in all. Takes about two minutes. */
export async function measureManyRooms(): Promise<readonly Figure[]> {
  return measureSize({ rooms: 170, pupils: 30 }, '5000');
}

function measureRoom(pupils: number): Promise<readonly Figure[]> {
  return measureSize({ rooms: 1, pupils }, String(pupils));
}

/** Joining, answering and seeing the result, beside a bare server that does no more than it must, in the same run. */
async function measureSize(size: Size, name: string): Promise<readonly Figure[]> {
  const ours = await meetOurs(size);
  const floor = await meetFloor(size, ours.turns);
  const p95 = (of: 'joins' | 'spread' | 'burst' | 'results', seen: Seen) =>
    percentile(seen[of], 0.95);
  return [
    plainFigure(`join.p95.ms@${name}`, p95('joins', ours.seen), 'ms'),
    ratioFigure(`join.p95.ratio@${name}`, {
      value: p95('joins', ours.seen),
      floor: p95('joins', floor),
    }),
    plainFigure(`vote.p95.ms@${name}`, p95('burst', ours.seen), 'ms'),
    ratioFigure(`vote.p95.ratio@${name}`, {
      value: p95('burst', ours.seen),
      floor: p95('burst', floor),
    }),
    plainFigure(`vote.spread.p95.ms@${name}`, p95('spread', ours.seen), 'ms'),
    ratioFigure(`vote.spread.p95.ratio@${name}`, {
      value: p95('spread', ours.seen),
      floor: p95('spread', floor),
    }),
    plainFigure(`close-to-result.p95.ms@${name}`, p95('results', ours.seen), 'ms'),
    plainFigure(`votes.lost@${name}`, ours.lost, 'votes'),
    ...useFigures(name, ours.seen, floor),
  ];
}

function useFigures(name: string, { use }: Seen, floor: Seen): readonly Figure[] {
  if (use === null || floor.use === null) {
    console.error(
      `server.cpu.ratio@${name} and server.rss.mb@${name} are left out: this machine does not tell what a process takes`,
    );
    return [];
  }
  return [
    ratioFigure(`server.cpu.ratio@${name}`, { value: use.cpu, floor: floor.use.cpu }),
    ratioFigure(`server.rss.ratio@${name}`, { value: use.mb, floor: floor.use.mb }),
    plainFigure(`server.rss.mb@${name}`, use.mb, 'MB'),
  ];
}

async function meetOurs(size: Size) {
  const ground = await openOurs(size);
  try {
    const seen = await meet(ground, size.pupils);
    const lost = seen.spread.length + seen.burst.length - votesCounted(ground.served.dataDir);
    return { seen, lost, turns: ground.venues[0]?.turns ?? [] };
  } finally {
    await ground.served.stop();
  }
}

async function meetFloor(
  { rooms, pupils }: Size,
  turns: Awaited<ReturnType<typeof meetOurs>>['turns'],
): Promise<Seen> {
  const ground = await openFloor({ rooms, turns });
  try {
    return await meet(ground, pupils);
  } finally {
    await ground.served.stop();
  }
}

/** How many answers from tablets the closed questions of all rooms hold, read from the server's own file. */
function votesCounted(dataDir: string): number {
  const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'), { readOnly: true, timeout: 5000 });
  try {
    const rooms = db.prepare('SELECT room FROM rooms').all();
    const closed = rooms.flatMap(
      ({ room }) => parseStoredRoom(String(room), randomBytes)?.room.closed ?? [],
    );
    return talliedIn({ closed }).reduce((all, { tally }) => all + tally.tablets.answering, 0);
  } finally {
    db.close();
  }
}
