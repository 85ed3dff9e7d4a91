import { readFileSync } from 'node:fs';
import { filesIn } from '../files-in.ts';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffView } from '../../src/room/protocol.ts';
import { ask } from './ask.ts';
import { openEvents } from './events.ts';
import { openSchool, teach, type School } from './school.ts';

const TEXT = 'heron-lantern-quartz';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const traces = () =>
  filesIn(school.dataDir).filter((name) =>
    readFileSync(join(school.dataDir, name), 'latin1').includes(TEXT),
  );

test('[R11] a note goes from the pupils’ door to the teacher alone, and is gone from every file at finish', async () => {
  const room = await teach(school);
  const [ballot = '', other = ''] = (await room.seat()).box;
  const post = (body: unknown) =>
    ask(`${school.pupils}api/rooms/${room.code}/box`, { method: 'POST', body });
  expect((await post({ ballot, text: TEXT })).status).toBe(409);
  const staff = await openEvents(`${school.staff}api/rooms/${room.code}/staff`, {
    authorization: `Bearer ${room.roomKey}`,
  });
  await room.take({ type: 'box', isOpen: true });
  const pupil = await openEvents(`${school.pupils}api/rooms/${room.code}/events`);
  expect(await pupil.next()).toMatchObject({ state: 'waiting', box: true });

  const sent = await post({ ballot, text: TEXT });
  expect([sent.status, sent.text, sent.headers['set-cookie']]).toEqual([202, '{}', undefined]);
  expect(traces()).toEqual(['rooms.sqlite']);
  expect((await post({ ballot, text: 'Again' })).status).toBe(404);
  expect((await post({ ballot: other, text: 'x'.repeat(281) })).status).toBe(400);
  expect((await post({ ballot: other })).status).toBe(400);
  let view: StaffView;
  do view = await staff.next<StaffView>();
  while (view.box.notes.length === 0);
  const [note] = view.box.notes;
  expect(note).toEqual({ id: expect.any(String), text: TEXT, triage: null, first: false });

  for (const path of ['view', 'record']) {
    expect((await ask(`${school.pupils}api/rooms/${room.code}/${path}`)).text).not.toContain(TEXT);
  }
  expect((await room.step({ type: 'finish' })).status).toBe(409);
  await room.take({ type: 'triage', note: note?.id ?? '', as: 'later' });
  // Until here the pupils’ stream had nothing to say of the note, nor of sorting it: the next it says is that the box is shut.
  await room.take({ type: 'box', isOpen: false });
  expect(await pupil.next()).toEqual({ state: 'waiting', help: 'none', n: 3, questions: 3 });
  await room.take({ type: 'finish' });
  expect(traces()).toEqual([]);
  staff.stop();
  pupil.stop();
});
