import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { linkState, parseApproval } from '../../../src/approval/approval.ts';
import { makeToken, markOf, type ApprovalView } from '../../../src/approval/approval-protocol.ts';
import type { LessonToApprove } from '../../../src/approval/lesson-to-approve.ts';
import { gateTicks } from '../../../src/school/school.ts';
import { WRONG_MS } from '../../../src/server/http/safeguarding-routes.ts';
import { today } from '../../../src/site/today.ts';
import { LOCK_FILE } from '../../../src/server/schools/file-lock.ts';
import { ask, json, type Reply } from '../ask.ts';
import { LEAD, STRANGER } from '../safeguarding-key.ts';
import { openSchool, type School } from '../school.ts';

const TEXT = `---
title: Friends
subject: safeguarding
stage: KS3
minutes: 20
---

## Talk (10 min)

### What Sam asked
Alex listens.

### Who helps
An adult.
`;

let school: School;
beforeAll(async () => {
  school = await openSchool({
    'lessons/friends.md': TEXT,
    'lessons/ice.md': TEXT.replace('safeguarding', 'general'),
    'lessons/parents.md': TEXT.replace('KS3', 'adults'),
  });
  const body = { words: LEAD, reason: 'first' };
  const made = await ask(`${school.staff}api/box/keys`, { method: 'POST', body });
  if (made.status !== 201) throw new Error(made.text);
});
afterAll(() => school.close());
beforeEach(() => rmSync(join(school.dataDir, 'approvals'), { recursive: true, force: true }));

const at = (slug: string) => `${school.staff}api/lessons/${slug}/approval`;
const bearer = (secret: string) =>
  secret === '' ? {} : { authorization: `Bearer ${secret.replaceAll(' ', '-')}` };
const see = (slug = 'friends', token = '') => ask(at(slug), { headers: bearer(token) });
const send = (body: unknown, secret = '', slug = 'friends') =>
  ask(at(slug), { method: 'POST', body, headers: bearer(secret) });
const view = (reply: Reply) => json<ApprovalView>(reply);
const refused = ({ status, text }: Reply) => [
  status,
  (JSON.parse(text) as { readonly error: { readonly code: string } }).error.code,
];
const files = () =>
  readdirSync(join(school.dataDir, 'approvals')).filter((name) => name !== LOCK_FILE);
const stored = () => readFileSync(join(school.dataDir, 'approvals/friends.json'), 'utf8');
const newToken = () => makeToken((length) => crypto.getRandomValues(new Uint8Array(length)));

async function version(slug = 'friends'): Promise<string> {
  const file = await ask(`${school.staff}approve/${slug}/lesson.json`);
  return json<LessonToApprove>(file).version;
}

async function askFor(slug = 'friends'): Promise<string> {
  const token = newToken();
  expect((await send({ type: 'ask', mark: markOf(token) }, '', slug)).status).toBe(200);
  return token;
}

async function approve(proof: 'key' | 'link', secret: string, more: object = {}): Promise<Reply> {
  const by = 'safeguarding lead';
  const body = { type: 'approve', by, ticked: gateTicks, proof, version: await version(), ...more };
  return send(body, secret);
}

describe('a request link', () => {
  test('gives an approval once, and says afterwards when it was used and how to ask again', async () => {
    const token = await askFor();
    expect(view(await see('friends', token)).link).toMatchObject({ is: 'open' });
    expect(view(await see()).asked).toBe(today());
    const given = view(await approve('link', token));
    expect(given.state).toMatchObject({
      is: 'approved',
      by: 'safeguarding lead',
      on: today(),
      proof: 'link',
      changes: null,
    });
    expect(given.asked).toBeNull();

    const again = await approve('link', token);
    expect(refused(again)).toEqual([409, 'link-used']);
    expect(again.text).toContain('works once');
    expect(again.text).toContain('Ask the teacher for a new link');
    expect(view(await see('friends', token)).link).toEqual({ is: 'used', on: today() });
  });

  test('is not spent by being opened, however often, as what scans e-mails does', async () => {
    const token = await askFor();
    for (let opened = 0; opened < 3; opened += 1) {
      await ask(`${school.staff}approve/friends/`);
      expect(view(await see('friends', token)).link).toMatchObject({ is: 'open' });
    }
    expect((await approve('link', token)).status).toBe(200);
  });

  test('of many presses at once gives one answer', async () => {
    const token = await askFor();
    const replies = await Promise.all(Array.from({ length: 8 }, () => approve('link', token)));
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 409),
    ]);
  });

  test('is for its own lesson alone, and a wrong one waits as a wrong key does', async () => {
    const token = await askFor();
    const began = performance.now();
    expect(refused(await approve('link', newToken()))).toEqual([409, 'link-unknown']);
    expect(performance.now() - began).toBeGreaterThanOrEqual(WRONG_MS - 20);
    expect(view(await see('friends', newToken())).link).toEqual({ is: 'unknown' });
    writeFileSync(join(school.home, 'lessons/others.md'), TEXT);
    expect(
      refused(
        await send(
          {
            type: 'approve',
            by: 'safeguarding lead',
            ticked: gateTicks,
            proof: 'link',
            version: await version('others'),
          },
          token,
          'others',
        ),
      ),
    ).toEqual([409, 'link-unknown']);
    rmSync(join(school.home, 'lessons/others.md'));
  });

  test('gives an approval of the film that was seen, and not of another that takes its place', async () => {
    const shown = TEXT.replace('stage:', 'films: [mine, little-film]\nstage:').replace(
      '### Who helps',
      '::: film\nWatch it.\n:::\n\n### Who helps',
    );
    writeFileSync(join(school.home, 'lessons/shown.md'), shown);
    const token = await askFor('shown');
    const step = { type: 'approve', by: 'safeguarding lead', ticked: gateTicks, proof: 'link' };
    const before = { ...step, version: await version('shown') };
    const mine = join(school.home, 'media/mine');
    mkdirSync(mine);
    copyFileSync(join(school.home, 'media/little-film/film.mp4'), join(mine, 'film.mp4'));
    const yaml = 'title: Mine\nfps: 25\nlength: "0:20.0"\nstops: {}\n';
    writeFileSync(join(mine, 'film.yaml'), yaml);
    expect((await send(before, token, 'shown')).status).toBe(412);
    const now = { ...step, version: await version('shown') };
    const given = view(await send(now, token, 'shown'));
    expect(given.state).toMatchObject({ is: 'approved', changes: null, isFilmChanged: false });
    writeFileSync(join(mine, 'film.yaml'), yaml.replace('Mine', 'Another'));
    expect(view(await see('shown')).state).toMatchObject({ changes: null, isFilmChanged: true });
    // Another film.mp4 under the same words is another film; the same one that is copied again is not.
    writeFileSync(join(mine, 'film.yaml'), yaml);
    const film = readFileSync(join(mine, 'film.mp4'));
    writeFileSync(
      join(mine, 'film.mp4'),
      Buffer.concat([film, Buffer.from([0, 0, 0, 8]), Buffer.from('free')]),
    );
    expect(view(await see('shown')).state).toMatchObject({ changes: null, isFilmChanged: true });
    writeFileSync(join(mine, 'film.mp4'), film);
    expect(view(await see('shown')).state).toMatchObject({ changes: null, isFilmChanged: false });
    rmSync(mine, { recursive: true });
    expect(view(await see('shown')).state).toMatchObject({ isFilmChanged: true });
    rmSync(join(school.home, 'lessons/shown.md'));
  });

  test('is stored as a mark of it alone, in a file that other accounts cannot read, with no name', async () => {
    const token = await askFor();
    expect(stored()).not.toContain(token);
    await approve('link', token);
    expect(stored()).not.toContain(token);
    expect(files()).toEqual(['friends.json']);
    expect(Object.keys(JSON.parse(stored()) as object).toSorted()).toEqual([
      'answer',
      'requests',
      'version',
      'wholeclass',
    ]);
  });

  test('can be withdrawn by staff, and ends after fourteen days', async () => {
    const token = await askFor();
    expect((await send({ type: 'withdraw' })).status).toBe(200);
    expect(refused(await approve('link', token))).toEqual([409, 'link-withdrawn']);
    const late = await askFor();
    const day = 24 * 60 * 60 * 1000;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14 * day });
    try {
      expect(refused(await approve('link', late))).toEqual([409, 'link-expired']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('an approval', () => {
  test('takes the words of a key where there is no link', async () => {
    expect(refused(await approve('key', ''))).toEqual([401, 'no-key']);
    expect(refused(await approve('key', STRANGER))).toEqual([403, 'wrong-words']);
    expect(view(await approve('key', LEAD)).state).toMatchObject({ is: 'approved', proof: 'key' });
  });

  test('takes every tick, a role that may give it, and the version that was read', async () => {
    const ticked = gateTicks.filter((one) => one !== 'parents');
    expect(refused(await approve('key', LEAD, { ticked }))).toEqual([400, 'bad-shape']);
    const by = 'another member of staff';
    expect(refused(await approve('key', LEAD, { by }))).toEqual([400, 'bad-shape']);
    const older = { version: 'f'.repeat(64) };
    expect(refused(await approve('key', LEAD, older))).toEqual([412, 'changed']);
    expect(view(await see()).state.is).toBe('none');
  });

  test('is suspended by a slide that changes, which it names', async () => {
    await approve('key', LEAD);
    writeFileSync(join(school.home, 'lessons/friends.md'), TEXT.replace('listens', 'shouts'));
    const { state } = view(await see());
    expect(state).toMatchObject({ is: 'approved', changes: { slides: [1], isUnknown: false } });
    writeFileSync(join(school.home, 'lessons/friends.md'), TEXT);
    expect(view(await see()).state).toMatchObject({ changes: null });
  });

  test('is refused with a note of up to 300 characters, which says something', async () => {
    const refuse = async (note: string) =>
      send(
        {
          type: 'refuse',
          by: 'deputy safeguarding lead',
          note,
          proof: 'key',
          version: await version(),
        },
        LEAD,
      );
    for (const note of ['', '  ', 'x'.repeat(301)]) {
      expect(refused(await refuse(note))).toEqual([400, 'bad-shape']);
    }
    expect(view(await refuse('Slide 3 first')).state).toEqual({
      is: 'refused',
      by: 'deputy safeguarding lead',
      on: today(),
      proof: 'key',
      note: 'Slide 3 first',
    });
  });

  test('is for lessons that need one, and for no address beside them', async () => {
    for (const slug of ['ice', 'parents']) {
      expect(refused(await see(slug))).toEqual([404, 'no-approval-needed']);
    }
    expect(refused(await see('nothing'))).toEqual([404, 'no-such-lesson']);
    expect((await ask(at('..%2Ffriends'))).status).toBe(404);
    expect(await ask(`${school.staff}approve/ice/`)).toMatchObject({ status: 200 });
    expect((await ask(`${school.staff}approve/ice/`)).text).toContain('needs no approval');
  });

  test('of a school’s own lesson waits for its review', async () => {
    const own = `${school.staff}api/lessons/ours/text`;
    await ask(own, { method: 'PUT', headers: { 'if-none-match': '*' }, body: { text: TEXT } });
    const body = {
      type: 'approve',
      by: 'safeguarding lead',
      ticked: gateTicks,
      proof: 'key',
      version: await version('ours'),
    };
    expect(refused(await send(body, LEAD, 'ours'))).toEqual([409, 'review-first']);
  });

  test('that the disk does not take is refused with a sentence, and its link is not spent', async () => {
    const token = await askFor();
    const folder = join(school.dataDir, 'approvals');
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, 'in the way');
    expect(refused(await see())).toEqual([503, 'not-read']);
    expect(refused(await approve('link', token))).toEqual([503, 'not-written']);
    rmSync(folder);
    renameSync(`${folder}-away`, folder);
    expect((await approve('link', token)).status).toBe(200);
  });

  test('in a file that is damaged counts as not given, and the file is set aside', async () => {
    await askFor();
    writeFileSync(join(school.dataDir, 'approvals/friends.json'), 'half');
    expect(view(await see()).state.is).toBe('none');
    await askFor();
    expect(files().filter((name) => name.includes('damaged'))).toHaveLength(1);
  });

  test('in the older form is not changed by the school’s page', async () => {
    const reply = await ask(`${school.staff}api/school`);
    const { mark, school: now } = json<{ mark: string; school: object }>(reply);
    const gate = { ticked: gateTicks, on: today(), by: 'safeguarding lead' };
    const given = { wholeclass: 'school', version: 1, ...now, name: 'Hillside', gate };
    const saved = await ask(`${school.staff}api/school`, {
      method: 'PUT',
      body: { was: mark, school: given },
    });
    expect(json<{ school: object }>(saved).school).toMatchObject({ name: 'Hillside', gate: null });
  });
});

test('A program that is killed leaves each link spent with the approval it gave, or neither', async () => {
  const script = fileURLToPath(new URL('../approve-until-killed.ts', import.meta.url));
  const path = join(school.dataDir, 'approvals/friends.json');
  for (const from of [0, 1000]) {
    const child = spawn(process.execPath, [script, school.dataDir, String(from)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.split('\n').length > 12) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const acknowledged = printed.trim().split('\n').map(Number);
    const { approval, isDamaged } = parseApproval(readFileSync(path, 'utf8'));
    expect(isDamaged).toBe(false);
    for (const n of acknowledged.slice(-3)) {
      expect(linkState(approval, markOf(String(n)), '2026-11-30').is).toBe('used');
    }
    expect(approval.answer?.is).toBe('approved');
    expect(existsSync(`${path}.damaged`)).toBe(false);
  }
}, 30_000);
