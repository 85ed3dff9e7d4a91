import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL } from '../../src/text/protocol-version.ts';
import type { Refusal } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { openSchool, teach, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test.each([
  ['0', 'This page is from an older version. Load it again.'],
  ['heron', 'This page is from an older version. Load it again.'],
  [String(PROTOCOL + 1), 'This page is from another version of Wholeclass. Load it again.'],
])(
  '[R32] a page of version %s has to load again, by both doors and before anything is done',
  async (version, message) => {
    const room = await teach(school);
    const key = { authorization: `Bearer ${room.roomKey}` };
    const replies = [
      await ask(`${school.pupils}api/rooms/${room.code}/view?v=${version}`),
      await ask(`${school.pupils}api/rooms/${room.code}/seats?v=${version}`, { method: 'POST' }),
      await ask(`${school.pupils}api/rooms/${room.code}/events?v=${version}`),
      await ask(`${school.staff}api/rooms/${room.code}/staff?v=${version}`, { headers: key }),
      await ask(`${school.staff}api/rooms/${room.code}/staff/view?after=x&v=${version}`, {
        headers: key,
      }),
      await ask(`${school.staff}api/rooms/${room.code}/steps?v=${version}`, {
        method: 'POST',
        headers: key,
        body: { type: 'close' },
      }),
    ];
    for (const reply of replies) {
      expect([reply.status, json<Refusal>(reply)]).toEqual([
        409,
        { error: { code: 'old-page', message } },
      ]);
    }
    expect((await room.take({ type: 'ask', question: 'law' })).seats.taken).toBe(0);
  },
);

test('[R32] a request of this version, and one without, which is version 1, are answered alike', async () => {
  const room = await teach(school);
  const view = `${school.pupils}api/rooms/${room.code}/view`;
  const replies = [await ask(view), await ask(`${view}?v=1`), await ask(`${view}?v=${PROTOCOL}`)];
  expect(replies.map(({ status, text }) => [status, text])).toEqual(
    replies.map(() => [200, replies[0]?.text]),
  );
});
