import { afterEach, describe, expect, test } from 'vitest';
import { openOpenings, OPENINGS } from '../../src/server/rooms/openings.ts';
import { ask, type Reply } from './ask.ts';
import { ballotOf, LESSON, openSchool, teach, type School } from './school.ts';

const opened: School[] = [];
afterEach(async () => {
  for (const school of opened.splice(0)) await school.close();
});

async function open(): Promise<School> {
  const school = await openSchool();
  opened.push(school);
  return school;
}

const openRoom = (school: School, pupils: number): Promise<Reply> =>
  ask(`${school.staff}api/rooms`, {
    method: 'POST',
    body: { lesson: LESSON, pupils, devices: true },
  });

describe('rooms that are opened', () => {
  test('[R55] by the hundred, a thousand seats each, are mostly refused, and hold up no vote of another room', async () => {
    const school = await open();
    const room = await teach(school);
    const seats = await Promise.all(Array.from({ length: 12 }, () => room.seat()));
    await room.take({ type: 'ask', question: 'feel' });
    const order: string[] = [];
    const note = (what: string) => (reply: Reply) => {
      order.push(what);
      return reply;
    };
    const rooms = Array.from({ length: 400 }, () =>
      openRoom(school, 1000).then((reply) => note(String(reply.status))(reply)),
    );
    const votes = await Promise.all(
      seats.map((seat) =>
        ask(`${school.pupils}api/rooms/${room.code}/questions/feel/ballot`, {
          method: 'PUT',
          body: { round: 1, ballot: ballotOf(seat, 'feel'), n: 1, answer: 'a' },
        }).then(note('vote')),
      ),
    );
    expect(votes.map(({ status }) => status)).toEqual(seats.map(() => 200));
    const replies = await Promise.all(rooms);
    expect(order.lastIndexOf('vote')).toBeLessThan(order.lastIndexOf('201'));
    const made = replies.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(5);
    expect(made.length).toBeLessThanOrEqual(OPENINGS.session.max / 1000);
    for (const { status, text, headers } of replies.filter((reply) => !made.includes(reply))) {
      expect(status).toBe(429);
      expect(text).toMatch(/too-many-rooms.*Wait (?:a minute|\d+ minutes), then try again/);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
  }, 60_000);

  test('[R55] by thirty teachers at once who all open theirs again are all opened', async () => {
    const school = await open();
    const replies = await Promise.all(Array.from({ length: 60 }, () => openRoom(school, 33)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  }, 60_000);

  test('[R55] are not made large or dealt again without a bound either', async () => {
    const school = await openSchool({}, () => 0);
    opened.push(school);
    const [small, large] = [await teach(school), await teach(school, { pupils: 1000 })];
    const statuses: number[] = [];
    while (statuses.length < 12 && statuses.at(-1) !== 429) {
      statuses.push((await large.step({ type: 'reset-seats' })).status);
    }
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
    expect(statuses.at(-1)).toBe(429);
    expect((await small.step({ type: 'pupils', pupils: 1000 })).status).toBe(429);
    expect((await small.step({ type: 'ask', question: 'feel' })).status).toBe(200);
  }, 60_000);
});

describe('what opening rooms may cost', () => {
  const { max, aMinute } = OPENINGS.session;

  test('[R55] is counted for each session, and is there again after the time that was said', () => {
    let now = 0;
    const openings = openOpenings(() => now);
    expect(openings.take('a', max)).toBeNull();
    const seconds = openings.take('a', 100) ?? 0;
    expect(seconds).toBe((100 / aMinute) * 60);
    expect(openings.take('b', 100)).toBeNull();
    now += seconds * 1000;
    expect(openings.take('a', 100)).toBeNull();
    expect(openings.take('a', 100)).not.toBeNull();
  });

  test('[R55] is bounded for all sessions together', () => {
    const openings = openOpenings(() => 0);
    const taken = Array.from({ length: 100 }, (_, at) => openings.take(`${at}`, 1000));
    expect(taken.filter((seconds) => seconds === null)).toHaveLength(OPENINGS.all.max / 1000);
  });

  test('[R55] is not spent on a room whose caller has gone before its turn', async () => {
    const openings = openOpenings(() => 0);
    const caller = new AbortController();
    const done: string[] = [];
    const work = (name: string) => async () => void done.push(name);
    const stays = new AbortController().signal;
    const all = [
      ...Array.from({ length: 4 }, () => openings.inTurn(stays, work('first'))),
      openings.inTurn(caller.signal, work('gone')),
      openings.inTurn(stays, () => Promise.reject(new Error('failed'))),
      openings.inTurn(stays, work('last')),
    ];
    caller.abort();
    await Promise.allSettled(all);
    expect(done).toEqual(['first', 'first', 'first', 'first', 'last']);
    expect(await all[4]).toBeNull();
  });
});
