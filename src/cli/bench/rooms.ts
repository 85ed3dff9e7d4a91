import { meet, type Seen } from './crowd.ts';
import { percentile, plainFigure, ratioFigure, type Figure } from './figure.ts';
import { openFloor, openOurs, type Turn } from './venue.ts';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { talliedIn } from '../../room/rounds.ts';
import { parseStoredRoom } from '../../room/stored-room.ts';

/** A year group in the hall. */
export const measureYear = (): Promise<readonly Figure[]> => measureRoom(300);
/** The most that one room takes. */
export const measureSchool = (): Promise<readonly Figure[]> => measureRoom(1000);

/** Joining, answering and seeing the result, beside a bare server that does no more than it must, in the same run. */
async function measureRoom(pupils: number): Promise<readonly Figure[]> {
  const name = String(pupils);
  const ours = await meetOurs(pupils);
  const floor = await meetFloor(pupils, ours.turns);
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

async function meetOurs(pupils: number) {
  const ground = await openOurs(pupils);
  try {
    const seen = await meet(ground, pupils);
    const lost = seen.spread.length + seen.burst.length - votesCounted(ground.served.dataDir);
    return { seen, lost, turns: ground.venue.turns };
  } finally {
    await ground.served.stop();
  }
}

async function meetFloor(pupils: number, turns: readonly Turn[]): Promise<Seen> {
  const ground = await openFloor(turns);
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
