import { once } from 'node:events';
import {
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LessonCard } from '../../../src/outputs/library/lesson-card.ts';
import { ask, json } from '../ask.ts';
import { LESSON, openSchool, type School } from '../school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool({
    'lessons/empty.md': '',
    'lessons/broken.md': '---\ntitle: [\n---\n\n# Hello\n',
    'lessons/one-option.md':
      '---\ntitle: One\n---\n\n# One\n\n::: choice q character\nWhich?\n- Only\n:::\n',
    'lessons/no-picture.md': '---\ntitle: Picture\n---\n\n# Picture\n\n![A tree](tree.png)\n',
    'lessons/Capital Name.md': '# Hello\n',
    'lessons/huge.md': `# Hello\n${'a '.repeat(500_000)}`,
    'lessons/README.md': 'Not a lesson.',
    'media/little-film/long.mp4': 'x'.repeat(30_000_000),
    'media/little-film/bytes.mp4': Array.from({ length: 100 }, (_, i) =>
      String(i).padStart(10, '.'),
    ).join(''),
  });
  writeFileSync(join(school.home, 'lessons', 'bytes.md'), Buffer.from([0xff, 0xfe, 0x00, 0x41]));
  mkdirSync(join(school.home, 'lessons', 'folder.md'));
});
afterAll(() => school.close());

// A file that is closed meanwhile has no name any more.
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

describe('a film', () => {
  const film = (headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    ask(`${school.staff}media/little-film/bytes.mp4`, { headers, method });

  test('is served whole, and says that it can be served in parts', async () => {
    const { status, headers, bytes } = await film();
    expect([status, bytes.length]).toEqual([200, 1000]);
    expect(headers).toMatchObject({
      'accept-ranges': 'bytes',
      'content-type': 'video/mp4',
      'content-length': '1000',
    });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test.each([
    ['bytes=0-9', 206, 'bytes 0-9/1000', 10],
    ['bytes=990-', 206, 'bytes 990-999/1000', 10],
    ['bytes=-5', 206, 'bytes 995-999/1000', 5],
    ['bytes=900-5000', 206, 'bytes 900-999/1000', 100],
  ])('answers %s with %i', async (range, status, contentRange, length) => {
    const reply = await film({ range });
    expect([reply.status, reply.headers['content-range']]).toEqual([status, contentRange]);
    expect(reply.bytes.length).toBe(length);
  });

  test('answers bytes beyond its end with 416 and its length', async () => {
    const { status, headers } = await film({ range: 'bytes=1000-' });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */1000']);
  });

  test('answers HEAD without a body', async () => {
    const { status, headers, bytes } = await film({}, 'HEAD');
    expect([status, headers['content-length'], bytes.length]).toEqual([200, '1000', 0]);
  });

  test('is let go of when its reader goes away in the middle', async () => {
    const path = realpathSync(join(school.home, 'media', 'little-film', 'long.mp4'));
    const held = () =>
      readdirSync('/proc/self/fd').filter((fd) => linkOf(`/proc/self/fd/${fd}`) === path).length;
    const { hostname, port } = new URL(school.staff);
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET /media/little-film/long.mp4 HTTP/1.1\r\nhost: ${hostname}:${port}\r\nrange: bytes=0-\r\n\r\n`,
    );
    await once(socket, 'data');
    socket.pause();
    await expect.poll(held).toBe(1);
    socket.destroy();
    await expect.poll(held).toBe(0);
  });

  test('that was chosen on the laptop may be played by board and presenter, and by no other page', async () => {
    const media = async (path: string) =>
      /media-src ([^;]*)/.exec(
        (await ask(school.staff + path)).headers['content-security-policy'] ?? '',
      )?.[1];
    expect(await media(`board/${LESSON}/`)).toBe("'self' blob:");
    expect(await media(`present/${LESSON}/`)).toBe("'self' blob:");
    for (const path of ['', `lesson/${LESSON}/`, 'join/', 'privacy/']) {
      expect(await media(path)).toBe("'self'");
    }
  });

  test('that is not there is a 404', async () => {
    expect((await ask(`${school.staff}media/missing-film/film.mp4`)).status).toBe(404);
  });
});

test.each([
  '../secret.txt',
  'media/../secret.txt',
  'media/%2e%2e/secret.txt',
  'media/..%2fsecret.txt',
  'media/little-film/..%2f..%2fsecret.txt',
  'media/%2e%2e%5csecret.txt',
  'media/little-film/film.yaml',
  'media/.hidden.vtt',
  'media/link.vtt',
  'media/little-film',
  'media/%00.vtt',
  'assets/../index.html/',
  'assets/..%2fassets%2flook-2.css',
  'lesson/..%2fsecret/',
  'lessons/messages.md',
  'board/constructor/',
  '__proto__',
  '%',
])('no path leads out of its folder: %s', async (path) => {
  writeFileSync(join(school.home, 'media', '.hidden.vtt'), 'x');
  try {
    symlinkSync('../secret.txt', join(school.home, 'media', 'link.vtt'));
  } catch {
    // It is there from the case before.
  }
  const reply = await ask(school.staff, { path: `/${path}` });
  expect([path, reply.status >= 400]).toEqual([path, true]);
  expect(reply.text).not.toContain('kestrel-granite');
});

test('an asset is compressed as the reader asks, and kept for good', async () => {
  const asset = (encoding: string) =>
    ask(`${school.staff}assets/look-2.css`, { headers: { 'accept-encoding': encoding } });
  const [plain, gzip, brotli, none] = [
    await asset('identity'),
    await asset('gzip, deflate'),
    await asset('gzip, deflate, br'),
    await asset('br;q=0'),
  ];
  expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
  expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
  expect([plain, gzip, brotli, none].map(({ headers }) => headers['content-encoding'])).toEqual([
    undefined,
    'gzip',
    'br',
    undefined,
  ]);
  expect(brotli.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
});

test('a page is asked for again each time, and sent only when it has changed', async () => {
  const url = `${school.staff}board/${LESSON}/`;
  const first = await ask(url);
  expect(first.headers['cache-control']).toBe('no-cache');
  const headers = { 'if-none-match': first.headers['etag'] ?? '' };
  expect((await ask(url, { headers })).status).toBe(304);
  writeFileSync(join(school.home, 'lessons', `${LESSON}.md`), '# Another lesson\n');
  expect((await ask(url, { headers })).text).toContain('Another lesson');
});

test('an address without its last slash leads to the page', async () => {
  const { status, headers } = await ask(`${school.staff}board/broken`);
  expect([status, headers['location']]).toEqual([302, 'broken/']);
});

test('every lesson is listed, each mistake with its own sentence, and those that can be read still open', async () => {
  const cards = json<readonly LessonCard[]>(await ask(`${school.staff}lessons.json`));
  const headers = Object.fromEntries(
    cards.map(({ slug, problems }) => [slug, problems.map(({ message }) => message).join(' ')]),
  );
  expect(Object.keys(headers).toSorted()).toEqual(
    [
      'Capital Name',
      'broken',
      'bytes',
      'empty',
      'folder',
      'huge',
      LESSON,
      'no-picture',
      'one-option',
    ].toSorted(),
  );
  expect(headers).toMatchObject({
    empty: expect.stringContaining('empty'),
    broken: expect.stringMatching(/\w/),
    'one-option': expect.stringContaining('at least 2'),
    'no-picture': expect.stringContaining('tree.png'),
    'Capital Name': expect.stringContaining('small letters'),
    bytes: expect.stringContaining('UTF-8'),
    folder: expect.stringContaining('it is a folder'),
    huge: expect.stringMatching(/\w/),
  });
  for (const { slug, opens } of cards) {
    for (const page of ['lesson', 'board', 'present']) {
      expect([
        slug,
        page,
        (await ask(`${school.staff}${page}/${encodeURIComponent(slug)}/`)).status,
      ]).toEqual([slug, page, opens ? 200 : 404]);
    }
  }
});
