import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { talliedIn } from '../../room/rounds.ts';
import { parseStoredRoom } from '../../room/stored-room.ts';

/** How many answers from tablets the closed questions of all rooms hold, read from the server's own file. */
export function votesCounted(dataDir: string): number {
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
