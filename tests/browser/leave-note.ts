import { DatabaseSync } from 'node:sqlite';
import type { Seat } from '../../src/room/protocol.ts';
import { openRoom, type TaughtSchool } from './taught-school.ts';

/** A lesson whose teacher never finishes it, with these notes in its question box: it ends at its deadline, and the program has been started again since. */
export async function leaveNotes(school: TaughtSchool, texts: readonly string[]): Promise<void> {
  const room = await openRoom(school, 20);
  await room.take({ type: 'box', isOpen: true });
  for (const text of texts) {
    const { box } = (await send(`${school.pupils}api/rooms/${room.code}/seats`, {})) as Seat;
    await send(`${school.pupils}api/rooms/${room.code}/box`, { ballot: box[0], text });
  }
  await school.kill();
  const db = new DatabaseSync(`${school.dataDir}/rooms.sqlite`);
  // As if the night had passed.
  db.exec('PRAGMA secure_delete = ON; UPDATE rooms SET deadline = 1');
  db.close();
  await school.start();
}

async function send(url: string, body: object): Promise<unknown> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}
