import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  PHONE_VERSION,
  type DeskNews,
  type OpenedPhone,
  type PhoneNews,
} from '../../../src/room/phone-protocol.ts';
import { EMPTY_SCHOOL, writeSchool } from '../../../src/school/school.ts';
import { aPhoneView } from '../../phone/a-phone-view.ts';
import { ask, json, type Sent } from '../ask.ts';
import { openGuardedSchool, type GuardedSchool } from '../guarded-school.ts';
import { openSchool, type School } from '../school.ts';

/** Turns phones on or off for a school. */
function letPhones({ dataDir }: Pick<School, 'dataDir'>, phones: boolean): void {
  writeFileSync(`${dataDir}/school.json`, writeSchool({ ...EMPTY_SCHOOL, phones }));
}

const v = PHONE_VERSION;
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const press = { do: 'main', step: 'next', slide: 'two', fragment: 0 } as const;

describe('a school that lets staff use a phone', () => {
  let school: School;
  let opened: OpenedPhone;
  beforeAll(async () => {
    school = await openSchool();
    letPhones(school, true);
  });
  afterAll(() => school.close());
  beforeEach(async () => {
    opened = json(await send('', { method: 'POST', body: { v, minutes: null } }));
  });

  const send = (path: string, sent: Sent = {}) => ask(`${school.staff}api/phones${path}`, sent);
  const join = (words = opened.words) =>
    send('/join', { method: 'POST', body: { v, code: opened.code, words } });
  const desk = (path: string, sent: Sent = {}) =>
    send(`/${opened.code}/${path}`, { headers: bearer(opened.key), ...sent });

  test('[R43] [R44] a press on the phone reaches the desk once, and what the desk shows reaches the phone', async () => {
    const { key } = json<{ key: string }>(await join());
    const phone = (path: string, sent: Sent = {}) =>
      send(`/${opened.code}/${path}`, { headers: bearer(key), ...sent });
    await desk('view', { method: 'PUT', body: aPhoneView() });
    expect(json<PhoneNews>(await phone('view?after=-1:'))).toEqual({
      n: 1,
      desk: 'here',
      view: aPhoneView(),
    });
    const body = { v, id: 'press-one-1', press };
    for (let sent = 0; sent < 2; sent += 1) {
      expect((await phone('commands', { method: 'POST', body })).status).toBe(202);
    }
    expect(json<DeskNews>(await desk('commands?after=-1:joined')).commands).toEqual([body]);
    expect((await desk('end', { method: 'POST', body: {} })).status).toBe(200);
    expect((await phone('view?after=-1:')).status).toBe(403);
    expect((await desk('commands?after=0:none')).status).toBe(403);
  });

  test('[R45] whatever a desk may send besides is left aside', async () => {
    const { key } = json<{ key: string }>(await join());
    const more = { ...aPhoneView(), box: ['kestrel'], after: [{ words: 'osprey' }] };
    const shown = { ...more, status: { ...more.status, notes: 'heron' } };
    expect((await desk('view', { method: 'PUT', body: shown })).status).toBe(200);
    const { text } = await send(`/${opened.code}/view?after=-1:`, { headers: bearer(key) });
    expect(text).not.toMatch(/kestrel|osprey|heron/);
    expect(json<PhoneNews>({ text } as never).view).toEqual(aPhoneView());
  });

  test('refuses what is of another form or version, and keys that are not the line’s', async () => {
    const { key } = json<{ key: string }>(await join());
    const bad = [
      { v: 2, id: 'press-one-1', press },
      { v, id: 'x', press },
      { v, id: 'press-one-1', press: { do: 'finish' } },
      { v, id: 'press-one-1', press: { do: 'cover', cover: 'pause' } },
    ];
    for (const body of bad) {
      const reply = await send(`/${opened.code}/commands`, {
        method: 'POST',
        headers: bearer(key),
        body,
      });
      expect(reply.status).toBe(400);
    }
    for (const path of ['view?after=0:', 'commands?after=0:']) {
      expect((await send(`/${opened.code}/${path}`)).status).toBe(403);
    }
    expect((await desk('view?after=0:')).status).toBe(403);
  });

  test('[R43] says the same of a wrong code and of wrong words, and stops those who guess', async () => {
    const wrong = await join('acorn acorn acorn acorn');
    const none = await send('/join', {
      method: 'POST',
      body: { v, code: 'BKT 472 999', words: opened.words },
    });
    expect([wrong.status, wrong.text]).toEqual([none.status, none.text]);
    const statuses = new Set<number>();
    for (let tries = 0; tries < 12; tries += 1) {
      statuses.add((await join('acorn acorn acorn acorn')).status);
    }
    expect(statuses).toContain(403);
    expect((await join()).status).toBe(403);
  });

  test('[R43] the pupils’ door knows nothing of it', async () => {
    await ask(`${school.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: 'messages', pupils: 30, devices: true },
    });
    for (const path of ['phone/', 'api/phones/join', `api/phones/${opened.code}/view`]) {
      expect((await ask(school.pupils + path)).status).toBe(404);
    }
  });

  test('[R43] turned off in the middle of a lesson, a phone that is in is out', async () => {
    const { key } = json<{ key: string }>(await join());
    letPhones(school, false);
    const reply = await send(`/${opened.code}/view?after=-1:`, { headers: bearer(key) });
    letPhones(school, true);
    expect(reply.status).toBe(404);
  });
});

describe('a school that has not turned it on', () => {
  let school: School;
  beforeAll(async () => {
    school = await openSchool();
  });
  afterAll(() => school.close());

  test('[R43] answers every address of a phone as one where there is nothing', async () => {
    const html = { accept: 'text/html' };
    const ways: readonly [string, string, Sent][] = [
      ['phone/', 'nothing/', { headers: html }],
      ['phone', 'nothing', { headers: html }],
      ['%70hone/', 'nothing/', { headers: html }],
      ['api/phones', 'api/nothing', { method: 'POST', body: { v, minutes: null } }],
      ['api/phones?v=99', 'api/nothing?v=99', { method: 'POST', body: { v, minutes: null } }],
      ['api/phones/join', 'api/nothing/join', { method: 'POST', body: 'no json' }],
      ['api/phones/BKT472/view', 'api/nothing/BKT472/view', {}],
      ['api/phones/BKT472/commands', 'api/nothing/BKT472/commands', { method: 'POST', body: {} }],
    ];
    for (const [path, nothing, sent] of ways) {
      const [one, other] = [
        await ask(school.staff + path, sent),
        await ask(school.staff + nothing, sent),
      ];
      expect([path, one.status, one.text]).toEqual([path, other.status, other.text]);
    }
  });
});

describe('a school whose staff sign in', () => {
  let school: GuardedSchool;
  beforeAll(async () => {
    school = await openGuardedSchool();
  });
  afterAll(() => school.close());

  test('[R43] opens to a phone without the staff key its page, the way in and its own line, and nothing else', async () => {
    letPhones(school, true);
    const cookie = await school.signIn();
    const opened = json<OpenedPhone>(
      await school.post('api/phones', { v, minutes: 40 }, { cookie }),
    );
    expect((await school.get('phone/')).status).toBe(200);
    const joined = await school.post('api/phones/join', {
      v,
      code: opened.code,
      words: opened.words,
    });
    const { key } = json<{ key: string }>(joined);
    const view = await ask(`${school.staff}api/phones/${opened.code}/view?after=0:`, {
      headers: bearer(key),
    });
    expect(view.status).toBe(200);
    for (const path of ['', 'school/', 'present/messages/notes.json', 'api/school']) {
      expect((await school.get(path)).status).toBe(401);
    }
    expect((await school.post('api/phones', { v, minutes: 40 })).status).toBe(401);
    const end = await school.post(`api/phones/${opened.code}/end`, {}, bearer(opened.key));
    expect(end.status).toBe(401);
  });

  test('[R43] asks for the staff key at a phone’s addresses as at any other while it is off', async () => {
    letPhones(school, false);
    for (const path of ['phone/', 'api/phones/BKT472/view']) {
      const [one, other] = [
        await school.get(path),
        await school.get(path.replace('phone', 'other')),
      ];
      expect([one.status, one.text]).toEqual([other.status, other.text]);
      expect(one.status).toBe(401);
    }
    expect((await school.get('phone/', await school.signIn())).status).toBe(404);
  });
});
