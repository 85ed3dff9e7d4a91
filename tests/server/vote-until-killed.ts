// Run as a program: votes without end in a room of its own, and prints each vote once it was acknowledged.
import { openStore } from '../../src/server/store/store.ts';
import { granted, NINE, opening } from '../room/a-room.ts';
import { ballotFor } from './ballot-for.ts';

const store = openStore({ dataDir: process.argv[2] ?? '', now: NINE });
const { code } = granted(await store.create({ ...opening, pupils: 200 }, NINE)).room;
granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
console.log(JSON.stringify({ code }));
for (let at = 0; ; at = (at + 1) % 200) {
  const ballot = ballotFor(granted(await store.seat(code, NINE)).ballots, 'pressure');
  const answer = 'abcd'.charAt(at % 4);
  const { receipt } = granted(
    await store.cast({ code, question: 'pressure', round: 1, ballot, n: 1, answer }, NINE),
  );
  console.log(JSON.stringify({ answer, receipt }));
  // Lets what was printed leave, as a server's answer would.
  await new Promise((done) => setTimeout(done, 2));
}
