import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Receipt } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { ballotOf, openSchool, teach, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('[R10] what a page of an earlier pupil left behind cannot be told apart by handing it in', async () => {
  const room = await teach(school);
  const ballot = ballotOf(await room.seat(), 'feel');
  await room.take({ type: 'ask', question: 'feel' });
  const url = `${school.pupils}api/rooms/${room.code}`;
  const body = { round: 1, ballot, n: 1, answer: 'a' };
  const { receipt } = json<Receipt>(await ask(`${url}/questions/feel/ballot`, { method: 'PUT', body }));
  const handIn = (one: string) => ask(`${url}/receipts`, { method: 'POST', body: { receipts: [one] } });
  const [answered, filler] = [await handIn(receipt), await handIn('A'.repeat(receipt.length))];
  expect([answered.status, answered.text]).toEqual([filler.status, filler.text]);
});
