import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApprovalView } from '../../src/approval/approval-protocol.ts';
import type { PupilView } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { writeSchool } from './school.ts';
import { freePort, serveApart, type Apart } from './serve-apart.ts';

// Written by version 0.1 itself, over its own pages and doors, and never by hand: a newer program
// reads it, migrates it once, and keeps the old copy. Its rooms were open when it was killed.
const stored = fileURLToPath(new URL('../stored-by-0.1', import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(join(stored, name), 'utf8'));
const { code, savedMs } = read('room.json') as { readonly code: string; readonly savedMs: number };
const LESSON = 'for-the-whole-world-to-see';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let top: string;
let server: Apart;

/** Starts the program on a copy of what 0.1 wrote, so long after it was written. */
async function start(laterMs: number): Promise<void> {
  top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const [home, data] = [join(top, 'home'), join(top, 'data')];
  writeSchool(home);
  cpSync(join(stored, 'home'), home, { recursive: true });
  for (const name of ['film.mp4', 'captions.en.vtt', 'phone.svg']) {
    cpSync(new URL(`../media/clip/${name}`, import.meta.url), join(home, 'media/clip', name));
  }
  cpSync(join(stored, 'data'), data, { recursive: true });
  writeFileSync(join(top, 'clock'), String(savedMs + laterMs - Date.now()));
  const moved = new URL('moved-clock.mjs', import.meta.url);
  server = await serveApart(home, data, {
    port: await freePort(),
    env: { NODE_OPTIONS: `--import ${moved.href}`, MOVED_CLOCK: join(top, 'clock') },
  });
}
async function stop(): Promise<void> {
  await server.kill();
  rmSync(top, { recursive: true, force: true });
}
const get = async (path: string) => json<never>(await ask(`${server.staff}${path}`));

describe('A folder of data that version 0.1 wrote, opened a minute later', () => {
  beforeAll(() => start(MINUTE));
  afterAll(stop);

  test('has its room, with a closed question shown and the next round open', async () => {
    const view = await ask(`${server.pupils}api/rooms/${code}/view`);
    expect(view.status).toBe(200);
    expect(json<PupilView>(view)).toMatchObject({
      state: 'asking',
      round: 2,
      question: { id: 'how-much-pressure' },
    });
  });

  test('has the place of a pupil who was in it, who can vote', async () => {
    const { pupil } = read('program-tabs.json') as {
      readonly pupil: { readonly wholeclass: string };
    };
    const { place } = JSON.parse(pupil.wholeclass) as {
      readonly place: {
        readonly code: string;
        readonly ballots: readonly {
          readonly question: string;
          readonly round: number;
          readonly ballot: string;
        }[];
      };
    };
    const first = place.ballots.find((one) => one.question === 'how-much-pressure');
    const at = `${server.pupils}api/rooms/${place.code}/questions/how-much-pressure/ballot`;
    const body = { round: 1, ballot: first?.ballot, n: 1, answer: 'a' };
    expect((await ask(at, { method: 'PUT', body })).status).toBe(200);
  });

  test('has its school', async () => {
    expect(await get('api/school')).toMatchObject({
      school: {
        name: 'Hillside School',
        lead: { name: 'The lead', reach: 'Room 4, extension 12' },
        homeSite: 'help.example.org',
      },
    });
  });

  test('has lessons of its own with their history and pictures, and one that was deleted', async () => {
    const { lessons } = (await get('api/lessons')) as {
      readonly lessons: readonly { readonly slug: string }[];
    };
    expect(lessons.map(({ slug }) => slug).toSorted()).toEqual(['friends', 'our-coast']);
    expect(await get('api/lessons/our-coast/text')).toMatchObject({
      text: expect.stringContaining('![A wave](our-coast/wave.'),
    });
    const { versions } = (await get('api/lessons/our-coast/versions')) as {
      readonly versions: readonly { readonly saved: number }[];
    };
    expect(versions).toHaveLength(1);
    const before = await get(`api/lessons/our-coast/versions/${versions[0]?.saved}`);
    expect(before).toMatchObject({ text: expect.not.stringContaining('What else?') });
    const picture = await ask(`${server.staff}media/our-coast/wave.v4dpgj8j.png`);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect(existsSync(join(stored, 'data/lessons/.deleted'))).toBe(true);
  });

  test('has a film of its own', async () => {
    expect(await get('api/films/our-trip')).toMatchObject({
      yaml: expect.stringContaining('Our trip'),
      captions: expect.stringContaining('WEBVTT'),
    });
  });

  test('has a review that was asked for, and the key of its safeguarding lead', async () => {
    expect(await get('api/lessons/friends/review')).toMatchObject({
      state: { is: 'asked', on: '2026-12-03' },
    });
    expect(await get(`api/lessons/${LESSON}/approval`)).toMatchObject({ keys: 1 });
  });
});

describe('An approval that version 0.1 was given', () => {
  const approval = async (slug: string) =>
    (await get(`api/lessons/${slug}/approval`)) as ApprovalView;

  test('holds for the text and the film that were read, with its day and who gave it', async () => {
    await start(DAY);
    expect((await approval(LESSON)).state).toEqual({
      is: 'approved',
      by: 'safeguarding lead',
      on: '2026-12-03',
      proof: 'link',
      ticked: ['policy', 'parents', 'contacts', 'it', 'cover'],
      changes: null,
      isFilmChanged: false,
    });
    await stop();
  });

  test('by a link that no one answered is still asked for', async () => {
    await start(DAY);
    expect(await approval('friends')).toMatchObject({ asked: '2026-12-03' });
    await stop();
  });
});
