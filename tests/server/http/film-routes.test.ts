import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FilmRefusal, FilmThere } from '../../../src/film/film-protocol.ts';
import { ask, json, type Reply } from '../ask.ts';
import { openSchool, type School } from '../school.ts';

let school: School;
let media: string;
beforeAll(async () => {
  school = await openSchool({
    'media/shipped/film.yaml': 'title: Not ours\nrights: Ask\n',
    'media/captioned/film.yaml': 'title: With captions\nrights: Ask\n',
    'media/captioned/captions.en.vtt': VTT,
  });
  media = join(school.dataDir, 'lessons', 'media');
});
afterAll(() => school.close());
beforeEach(() => {
  rmSync(media, { recursive: true });
  mkdirSync(media);
});

const YAML = 'title: Ours\nfps: 25\nlength: "0:20.0"\nstops:\n  the-ask: "0:08.0"\n';
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n';
const NEW = { 'if-none-match': '*' };
const at = (film: string) => `${school.staff}api/films/${film}`;
const put = (film: string, body: unknown, headers: Readonly<Record<string, string>> = NEW) =>
  ask(at(film), { method: 'PUT', headers, body });
const refused = ({ status, text }: Reply) => [status, (JSON.parse(text) as FilmRefusal).error.code];
const clip = readFileSync(new URL('../../media/clip/film.mp4', import.meta.url));

describe('What is said of a film, over the staff door', () => {
  test('is written as film.yaml and captions in the school’s folder, and read again', async () => {
    const reply = await put('ours', { yaml: YAML, captions: VTT });
    expect(reply.status).toBe(201);
    expect(readFileSync(join(media, 'ours', 'film.yaml'), 'utf8')).toBe(YAML);
    expect(readFileSync(join(media, 'ours', 'captions.en.vtt'), 'utf8')).toBe(VTT);
    const there = json<FilmThere>(await ask(at('ours')));
    expect(there).toMatchObject({ yaml: YAML, captions: VTT, hasFile: false });
    expect(there.version).toBe(json<{ version: number }>(reply).version);
  });

  test('takes the place of what the program says of a film, which stays as it is', async () => {
    expect(json<FilmThere>(await ask(at('shipped')))).toMatchObject({ version: null });
    expect((await put('shipped', { yaml: YAML, captions: null })).status).toBe(201);
    expect(json<FilmThere>(await ask(at('shipped'))).yaml).toBe(YAML);
    expect(readFileSync(join(school.home, 'media/shipped/film.yaml'), 'utf8')).toContain(
      'Not ours',
    );
  });

  test('without captions of its own has the program’s, and is changed again all the same', async () => {
    const own = { yaml: YAML, captions: null };
    const saved = json<{ version: number }>(await put('captioned', own));
    const there = json<FilmThere>(await ask(at('captioned')));
    expect(there).toMatchObject({ captions: VTT, version: saved.version });
    expect((await put('captioned', own)).status).toBe(200);
    const next = { yaml: YAML.replace('Ours', 'Ours again'), captions: null };
    expect((await put('captioned', next, { 'if-match': `"${saved.version}"` })).status).toBe(200);
  });

  test('is not written over what someone else has written meanwhile', async () => {
    const { version } = json<{ version: number }>(
      await put('ours', { yaml: YAML, captions: null }),
    );
    const theirs = YAML.replace('Ours', 'Theirs');
    const over = { 'if-match': `"${version}"` };
    expect((await put('ours', { yaml: theirs, captions: null }, over)).status).toBe(200);
    const late = await put('ours', { yaml: YAML.replace('Ours', 'Late'), captions: null }, over);
    expect(refused(late)).toEqual([412, 'changed']);
    expect((JSON.parse(late.text) as FilmRefusal).theirs?.yaml).toBe(theirs);
    expect(refused(await put('ours', { yaml: YAML, captions: null }))).toEqual([412, 'changed']);
    expect(refused(await put('ours', { yaml: YAML, captions: null }, {}))).toEqual([
      428,
      'no-version',
    ]);
  });

  test('is refused with its cause: a name, a film.yaml or captions that cannot be, a link', async () => {
    expect(refused(await put('Our film', { yaml: YAML, captions: null }))).toEqual([
      400,
      'bad-name',
    ]);
    const broken = await put('ours', { yaml: YAML.replace('0:08', '0:48'), captions: null });
    expect(refused(broken)).toEqual([400, 'bad-film']);
    expect(broken.text).toContain('Cannot stop the film at “the-ask”');
    expect(refused(await put('ours', { yaml: YAML, captions: 'Hello' }))).toEqual([
      400,
      'bad-captions',
    ]);
    expect(refused(await put('ours', { yaml: 7 }))).toEqual([400, 'bad-shape']);
    symlinkSync(school.home, join(media, 'linked'));
    expect(refused(await put('linked', { yaml: YAML, captions: null }))).toEqual([
      409,
      'no-plain-file',
    ]);
    expect(existsSync(join(media, 'ours'))).toBe(false);
    expect((await ask(at('none'))).status).toBe(404);
  });
});

describe('A film of the school’s that is deleted', () => {
  const remove = (film: string, version: number) =>
    ask(`${at(film)}/delete`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body: {},
    });
  const versionOf = (reply: Reply) => json<{ readonly version: number }>(reply).version;

  test('is gone with its file, and lies where IT finds it; a lesson’s pictures beside it stay', async () => {
    const version = versionOf(await put('ours', { yaml: YAML, captions: VTT }));
    writeFileSync(join(media, 'ours/film.mp4'), clip);
    writeFileSync(join(media, 'ours/jar.png'), 'A picture');
    expect((await remove('ours', version)).status).toBe(200);
    expect((await ask(at('ours'))).status).toBe(404);
    expect(readdirSync(join(media, 'ours'))).toEqual(['jar.png']);
    const deleted = join(school.dataDir, 'lessons/.deleted');
    const [aside = ''] = readdirSync(deleted).filter((name) => name.startsWith('ours '));
    expect(readdirSync(join(deleted, aside)).toSorted()).toEqual([
      'captions.en.vtt',
      'film.mp4',
      'film.yaml',
    ]);
  });

  test('leaves what the program says of it, and its folder where nothing else is in it', async () => {
    const version = versionOf(await put('shipped', { yaml: YAML, captions: null }));
    expect((await remove('shipped', version)).status).toBe(200);
    expect(json<FilmThere>(await ask(at('shipped')))).toMatchObject({
      version: null,
      yaml: expect.stringContaining('Not ours'),
    });
    expect(existsSync(join(media, 'shipped'))).toBe(false);
  });

  test('stays where someone else has changed it meanwhile, and where no version is named', async () => {
    const version = versionOf(await put('ours', { yaml: YAML, captions: null }));
    expect(refused(await remove('ours', version + 1))).toEqual([412, 'changed']);
    const unnamed = await ask(`${at('ours')}/delete`, { method: 'POST', body: {} });
    expect(refused(unnamed)).toEqual([428, 'no-version']);
    expect((await ask(at('ours'))).status).toBe(200);
  });
});

describe('A film’s file, copied on the computer that the program runs on', () => {
  const upload = 'abcdefgh1234';
  const part = (from: number, bytes: Uint8Array<ArrayBuffer>, of = clip.length, headers = {}) =>
    fetch(`${at('ours')}/file/${upload}?from=${from}&of=${of}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: bytes,
    });
  const half = Math.floor(clip.length / 2);
  const [first, second] = [
    new Uint8Array(clip.subarray(0, half)),
    new Uint8Array(clip.subarray(half)),
  ];

  test('comes in parts, and is the film once the last is there', async () => {
    expect(await (await part(0, first)).json()).toMatchObject({ bytes: half, isWhole: false });
    expect(existsSync(join(media, 'ours', 'film.mp4'))).toBe(false);
    const last = (await (await part(half, second)).json()) as { readonly file: string };
    expect(last).toMatchObject({ bytes: clip.length, isWhole: true });
    // By this print its film.yaml says which file was confirmed.
    expect(last.file).toMatch(/^[0-9a-f]{32}$/);
    expect(json<FilmThere>(await ask(at('ours'))).file).toBe(last.file);
    expect(readFileSync(join(media, 'ours', 'film.mp4')).equals(clip)).toBe(true);
    expect(readdirSync(join(media, 'ours'))).toEqual(['film.mp4']);
  });

  test('is refused where a part is missing, where it is no film, and from elsewhere', async () => {
    expect((await part(half, second)).status).toBe(409);
    const words = new Uint8Array(Buffer.from('This is a text, and no film at all.'));
    const none = await part(0, words, words.length);
    expect([none.status, await none.text()]).toEqual([
      400,
      expect.stringContaining('no film that can be read'),
    ]);
    expect((await part(0, first, clip.length, { 'x-forwarded-for': '10.0.0.9' })).status).toBe(403);
    expect(readdirSync(join(media, 'ours'))).toEqual([]);
  });

  test('is gone when the copy is cancelled', async () => {
    await part(0, first);
    expect(readdirSync(join(media, 'ours'))).toHaveLength(1);
    const cancelled = await fetch(`${at('ours')}/file/${upload}/cancel`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([cancelled.status, readdirSync(join(media, 'ours'))]).toEqual([200, []]);
  });
});
