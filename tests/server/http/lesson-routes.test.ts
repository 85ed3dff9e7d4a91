import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_CHARACTERS } from '../../../src/edit/lesson-home.ts';
import { dayAt } from '../../../src/text/day.ts';
import type {
  LessonText,
  OwnLessonList,
  TextRefusal,
  VersionList,
} from '../../../src/edit/lesson-protocol.ts';
import type { LessonChange } from '../../../src/outputs/board/lesson-change.ts';
import { ask, json, type Reply } from '../ask.ts';
import { openEvents } from '../events.ts';
import { chunk, PLACED_PNG, PNG, png } from '../../open/small-pictures.ts';
import {
  LESSON,
  openSchool,
  settingsOf,
  startSchool,
  teach,
  writeSchool,
  type School,
} from '../school.ts';

let school: School;
let own: string;
beforeAll(async () => {
  school = await openSchool();
  own = join(school.dataDir, 'lessons');
});
afterAll(() => school.close());
beforeEach(() => {
  for (const name of readdirSync(own)) {
    if (name !== 'media') rmSync(join(own, name), { recursive: true });
  }
  rmSync(join(own, 'media'), { recursive: true });
  mkdirSync(join(own, 'media'));
});

const NEW = { 'if-none-match': '*' };
const over = (version: number) => ({ 'if-match': `"${version}"` });
const at = (slug: string) => `${school.staff}api/lessons/${slug}/text`;
const put = (slug: string, text: unknown, headers: Readonly<Record<string, string>> = NEW) =>
  ask(at(slug), { method: 'PUT', headers, body: { text } });
const remove = (slug: string, headers: Readonly<Record<string, string>>) =>
  ask(`${school.staff}api/lessons/${slug}/delete`, { method: 'POST', headers, body: {} });
const refused = ({ status, text }: Reply) => [status, (JSON.parse(text) as TextRefusal).error.code];
const written = (reply: Reply) => json<{ version: number }>(reply).version;

describe('a lesson that is written over the staff door', () => {
  test('that is a draft is in no list of the library, is marked in its writers’ list, and opens at its own address', async () => {
    await put('ice', '---\ntitle: Ice floats\ndraft: yes\n---\n# Ice floats\n');
    await put('snow', '---\ntitle: Snow falls\n---\n# Snow falls\n');
    const library = (await ask(school.staff)).text;
    expect(library).toContain('Snow falls');
    expect(library).not.toContain('Ice floats');
    const { lessons } = json<OwnLessonList>(await ask(`${school.staff}api/lessons`));
    expect(new Map(lessons.map(({ slug, isDraft }) => [slug, isDraft]))).toEqual(
      new Map([
        ['ice', true],
        ['snow', false],
      ]),
    );
    const page = await ask(`${school.staff}lesson/ice/`);
    expect([page.status, page.text.includes('A draft: not in the library')]).toEqual([200, true]);
    expect((await ask(`${school.staff}present/ice/`)).status).toBe(200);
    const cards = json<{ slug: string; isDraft: boolean }[]>(
      await ask(`${school.staff}lessons.json`),
    );
    expect(cards.find(({ slug }) => slug === 'ice')).toMatchObject({ isDraft: true });
  });

  test('has its version as the tag of its text, and another with other words', async () => {
    const made = await put('ice', '# Ice\n');
    expect([made.status, made.headers['etag']]).toEqual([201, `"${written(made)}"`]);
    const read = await ask(at('ice'));
    expect([read.status, read.headers['etag'], read.headers['cache-control']]).toEqual([
      200,
      made.headers['etag'],
      'no-store',
    ]);
    expect(json<LessonText>(read)).toMatchObject({ slug: 'ice', title: 'Ice', text: '# Ice\n' });
    const changed = await put('ice', '# Ice, again\n', over(written(made)));
    expect(changed.status).toBe(200);
    expect(written(changed)).not.toBe(written(made));
    expect(json<OwnLessonList>(await ask(`${school.staff}api/lessons`))).toMatchObject({
      lessons: [{ slug: 'ice', title: 'Ice, again', version: written(changed) }],
      taken: ['ice', LESSON],
    });
  });

  test('is in the library at once, taught, and on a board that follows it, without another start', async () => {
    const made = await put('ice', '# Ice\n\n## Talk (5 min)\n\n### What floats?\n');
    const library = (await ask(`${school.staff}lessons.json`)).text;
    expect(library).toContain('"slug":"ice"');
    const room = await ask(`${school.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: 'ice', pupils: 5, devices: false },
    });
    expect(room.status).toBe(201);
    const events = await openEvents(`${school.staff}api/lessons/ice/changes`);
    const { deck } = await events.next<LessonChange>();
    await put('ice', '# Ice\n\n## Talk (5 min)\n\n### What sinks?\n', over(written(made)));
    expect((await events.next<LessonChange>()).deck).not.toBe(deck);
    expect((await ask(`${school.staff}present/ice/deck.json`)).text).toContain('What sinks?');
    events.stop();
    expect((await ask(`${school.staff}lesson/ice/`)).text).toContain('href="../../edit/ice/"');
    expect((await ask(`${school.staff}lesson/${LESSON}/`)).text).not.toContain('>Edit</a>');
  });

  test('[E2] that someone else has changed is not written over: the answer has their words', async () => {
    const first = written(await put('ice', '# Ice\n'));
    const theirs = written(await put('ice', '# Theirs\n', over(first)));
    const mine = await put('ice', '# Mine\n', over(first));
    expect(refused(mine)).toEqual([412, 'changed']);
    expect(json<TextRefusal>(mine).theirs).toMatchObject({ text: '# Theirs\n', version: theirs });
    expect(refused(await put('ice', '# New\n'))).toEqual([412, 'changed']);
    expect(refused(await remove('ice', over(first)))).toEqual([412, 'changed']);
    expect(readFileSync(join(own, 'ice.md'), 'utf8')).toBe('# Theirs\n');
    await remove('ice', over(theirs));
    const gone = await put('ice', '# Mine\n', over(theirs));
    expect([refused(gone), json<TextRefusal>(gone).theirs]).toEqual([[412, 'changed'], null]);
  });

  test('[E2] is changed by a request that names its version alone, and of many at once one gets through', async () => {
    const first = written(await put('ice', '# Ice\n'));
    const wrong = [
      {},
      { 'if-match': '*' },
      { 'if-match': String(first) },
      { 'if-match': `W/"${first}"` },
      { 'if-match': `"${first}", "1"` },
      { 'if-match': '"0"' },
      { 'if-match': '"1e3"' },
      { 'if-match': `"${'9'.repeat(40)}"` },
      { ...over(first), ...NEW },
      { 'if-none-match': `"${first}"` },
    ];
    for (const headers of wrong) {
      expect([headers, refused(await put('ice', '# Mine\n', headers))]).toEqual([
        headers,
        [428, 'no-version'],
      ]);
      expect(refused(await remove('ice', headers))).toEqual([428, 'no-version']);
    }
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => put('ice', `# Writer ${n}\n`, over(first))),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 412)).toHaveLength(19);
  });

  test('[E3] has a name that leads nowhere else, whatever is asked for', async () => {
    const outside = join(dirname(own), 'outside.md');
    writeFileSync(outside, 'kestrel-granite');
    const names = [
      '..%2foutside',
      '%2e%2e%2foutside',
      '..%5coutside',
      '%2e%2e',
      '..',
      'media',
      'media%2foutside',
      '%2ftmp%2foutside',
      'ice%00',
      'ice.md',
      'ice%3astream',
      'ICE',
      'con',
      'nul',
      'com1',
      'lpt9',
      'readme',
      'i%cc%87ce',
      '%ff',
      'a'.repeat(81),
      'a'.repeat(5000),
      '__proto__',
      '.deleted%2fice',
      '-',
      '%20',
    ];
    const before = new Set(readdirSync(own, { recursive: true, encoding: 'utf8' }));
    for (const name of names) {
      for (const method of ['GET', 'PUT', 'POST']) {
        const reply = await ask(school.staff, {
          method,
          path: `/api/lessons/${name}/${method === 'POST' ? 'delete' : 'text'}`,
          headers: method === 'PUT' ? NEW : over(5),
          ...(method !== 'GET' && { body: { text: '# Mine\n' } }),
        });
        expect([name, method, reply.status >= 400 && reply.status < 500]).toEqual([
          name,
          method,
          name !== 'media' || method !== 'PUT',
        ]);
        expect(reply.text).not.toContain('kestrel');
      }
    }
    const after = readdirSync(own, { recursive: true }).filter((name) => name !== 'media.md');
    expect(new Set(after)).toEqual(before);
    expect(readFileSync(outside, 'utf8')).toBe('kestrel-granite');
  });

  test('[E3] of the program is read, and never written or deleted', async () => {
    const read = json<LessonText>(await ask(at(LESSON)));
    expect(read.text).toContain('title: Messages that push');
    for (const reply of [
      await put(LESSON, '# Mine\n', over(read.version)),
      await remove(LESSON, over(read.version)),
    ]) {
      expect(refused(reply)).toEqual([409, 'not-own']);
    }
    expect(refused(await put(LESSON, '# Mine\n'))).toEqual([409, 'name-taken']);
    expect(existsSync(join(own, `${LESSON}.md`))).toBe(false);
  });

  test('is a text of a lesson’s length, and nothing else', async () => {
    for (const text of [null, 5, ['# Ice'], { a: 1 }, 'a\0b']) {
      expect(refused(await put('ice', text))).toEqual([400, 'bad-shape']);
    }
    const half = await ask(at('ice'), { method: 'PUT', headers: NEW, body: '{"text":"\\ud83e"}' });
    expect(half.status).toBe(400);
    expect(refused(await put('ice', 'é'.repeat(MAX_CHARACTERS + 1)))).toEqual([413, 'too-long']);
    expect(refused(await put('ice', 'a'.repeat(7_000_000)))).toEqual([413, 'too-large']);
    expect((await put('ice', `# Ice\n${'\n'.repeat(MAX_CHARACTERS - 6)}`)).status).toBe(201);
    expect((await put('snow', '')).status).toBe(201);
  });

  test('is on the staff door alone', async () => {
    await teach(school);
    await put('ice', '# Ice\n');
    for (const path of ['ice/text', 'ice/delete', 'ice/changes']) {
      expect((await ask(`${school.pupils}api/lessons/${path}`)).status).toBe(404);
    }
    expect((await ask(`${school.pupils}api/lessons`)).status).toBe(404);
    const strange = await ask(at('ice'), {
      method: 'PUT',
      headers: { ...NEW, origin: 'https://example.org' },
      body: { text: '# Theirs\n' },
    });
    expect(refused(strange)).toEqual([403, 'stranger']);
  });

  test('has a page to write it on that no browser saves, with where it is saved', async () => {
    await put('ice', '# Ice\n');
    const page = await ask(`${school.staff}edit/ice/`);
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(page.text).toContain('"home":"server","lesson":{"slug":"ice","isOwn":true');
    expect((await ask(`${school.staff}edit/${LESSON}/`)).text).toContain('"isOwn":false');
    expect((await ask(`${school.staff}edit/`)).text).toContain('"home":"server","lesson":null');
  });
});

const JAR = 'ice/jar.k7x2p9qd.png';
const pictureAt = (path: string) => {
  const [slug = '', name = ''] = path.split('/');
  return `${school.staff}api/lessons/${slug}/pictures/${name}`;
};
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const putPicture = (path: string, bytes: Uint8Array) =>
  ask(pictureAt(path), { method: 'PUT', body: { base64: base64(bytes) } });

describe('a picture that is put into a lesson over the staff door', () => {
  test('is served at once by its path, as what it is', async () => {
    expect((await putPicture(JAR, PNG)).status).toBe(201);
    expect((await putPicture(JAR, PNG)).status).toBe(200);
    const { status, headers } = await ask(`${school.staff}media/${JAR}`);
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    expect([...readFileSync(join(own, 'media', JAR))]).toEqual([...PNG]);
  });

  test('runs nothing where it is a drawing that people put there, and someone opens it by itself', async () => {
    mkdirSync(join(own, 'media/ice'));
    writeFileSync(join(own, 'media/ice/jar.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { headers } = await ask(`${school.staff}media/ice/jar.svg`);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*; sandbox$/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('[E10] has no place, date or camera in it, though a page sent them', async () => {
    await putPicture(JAR, PLACED_PNG);
    expect(readFileSync(join(own, 'media', JAR), 'latin1')).not.toContain('51.5');
  });

  test('[E10] is never put in the place of another', async () => {
    await putPicture(JAR, PNG);
    expect(refused(await putPicture(JAR, png(5, 5)))).toEqual([409, 'name-taken']);
    expect([...readFileSync(join(own, 'media', JAR))]).toEqual([...PNG]);
  });

  test('[E3] has a path of the editor’s, which leads nowhere else', async () => {
    const names = ['jar.png', 'jar.k7x2p9qd.svg', '..%2fjar.k7x2p9qd.png', 'Jar.k7x2p9qd.png'];
    const slugs = ['..', '%2e%2e', 'ice%2f..%2f..', 'con', '.deleted', 'ICE', ''];
    for (const path of [
      ...names.map((name) => `ice/${name}`),
      ...slugs.map((slug) => `${slug}/jar.k7x2p9qd.png`),
    ]) {
      const { status } = await putPicture(path, PNG);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
    expect(readdirSync(own, { recursive: true })).toEqual(['media']);
  });

  test('[E3] is put into no folder that is a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'wholeclass-'));
    symlinkSync(outside, join(own, 'media/ice'));
    expect(refused(await putPicture(JAR, PNG))).toEqual([409, 'no-plain-file']);
    expect(readdirSync(outside)).toEqual([]);
  });

  test('is a picture of the kind that its name says, and of a size that a board shows', async () => {
    const script = new TextEncoder().encode('<script>alert(1)</script>');
    expect(refused(await putPicture(JAR, script))).toEqual([400, 'no-picture']);
    expect(refused(await putPicture('ice/jar.k7x2p9qd.webp', PNG))).toEqual([400, 'no-picture']);
    expect(refused(await putPicture(JAR, png(20_000, 20_000)))).toEqual([413, 'too-large']);
    const long = new Uint8Array(5_000_001);
    expect(refused(await putPicture(JAR, long))).toEqual([413, 'too-large']);
    expect(refused(await putPicture(JAR, new Uint8Array(6_000_000)))).toEqual([413, 'too-large']);
    for (const body of [{}, { base64: 5 }, { base64: '' }, { base64: 'a b!' }, 'x']) {
      const reply = await ask(pictureAt(JAR), { method: 'PUT', body });
      expect(reply.status).toBe(400);
    }
    expect(existsSync(join(own, 'media/ice'))).toBe(false);
  });

  test('is on the staff door alone', async () => {
    await teach(school);
    const reply = await ask(`${school.pupils}api/lessons/ice/pictures/jar.k7x2p9qd.png`, {
      method: 'PUT',
      body: { base64: base64(PNG) },
    });
    expect(reply.status).toBe(404);
    expect((await ask(`${school.pupils}media/${JAR}`)).status).toBe(404);
  });
});

describe('[R33] a lesson that the disk does not take', () => {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const lessonsDir = join(top, 'lessons');
  const run = (command: string, ...args: readonly string[]) =>
    spawnSync(command, args).status === 0;
  const mount = () => run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', lessonsDir);
  mkdirSync(lessonsDir);
  const canMount = mount();
  afterAll(() => {
    if (canMount) run('umount', lessonsDir);
    rmSync(top, { recursive: true, force: true });
  });

  test.skipIf(!canMount)(
    'is refused with the true cause, and is saved once there is room',
    async () => {
      writeSchool(join(top, 'home'));
      const serving = await startSchool({
        ...settingsOf(join(top, 'home'), join(top, 'data')),
        lessonsDir,
      });
      const write = (text: string, headers: Readonly<Record<string, string>>) =>
        ask(`${serving.staffUrl}api/lessons/ice/text`, { method: 'PUT', headers, body: { text } });
      const version = written(await write('# Ice\n', NEW));
      const long = `# Ice\n${'- A point\n'.repeat(10_000)}`;
      const full = await write(long, over(version));
      expect(refused(full)).toEqual([507, 'disk-full']);
      expect(json<TextRefusal>(full).error.message).toMatch(/^The disk is full, so this lesson/);
      expect(readFileSync(join(lessonsDir, 'ice.md'), 'utf8')).toBe('# Ice\n');
      const picture = await ask(`${serving.staffUrl}api/lessons/ice/pictures/jar.k7x2p9qd.png`, {
        method: 'PUT',
        body: { base64: base64(png(4, 4, [chunk('IDAT', new Uint8Array(90_000))])) },
      });
      expect(refused(picture)).toEqual([507, 'disk-full']);
      run('mount', '-o', 'remount,size=1m', lessonsDir);
      expect((await write(long, over(version))).status).toBe(200);
      run('mount', '-o', 'remount,ro', lessonsDir);
      expect(refused(await write('# Ice\n', over(version)))).toEqual([412, 'changed']);
      const now = json<LessonText>(await ask(`${serving.staffUrl}api/lessons/ice/text`)).version;
      expect(refused(await write('# Ice\n', over(now)))).toEqual([503, 'disk-read-only']);
      run('mount', '-o', 'remount,rw', lessonsDir);
      await serving.close();
    },
  );
});

describe('the earlier versions of a lesson', () => {
  const versionsAt = (slug: string, saved = '') =>
    `${school.staff}api/lessons/${slug}/versions${saved === '' ? '' : `/${saved}`}`;
  const listed = async (slug: string) => json<VersionList>(await ask(versionsAt(slug))).versions;
  const file = () => join(own, 'ice.versions.json');
  const HOURS_AGO = Math.floor(Date.now() / 1000) - 2 * 3_600;

  /** Writes a text over one that was saved two hours ago. */
  async function goOn(before: string, now: string): Promise<Reply> {
    const made = await put('ice', before);
    utimesSync(join(own, 'ice.md'), HOURS_AGO, HOURS_AGO);
    return put('ice', now, over(written(made)));
  }

  test('[E8] are listed without their texts, and read one by one', async () => {
    await goOn('# Ice\n', '# Ice, again\n');
    const saved = HOURS_AGO * 1000;
    expect(await listed('ice')).toEqual([{ saved, taughtOn: null }]);
    expect(json(await ask(versionsAt('ice', String(saved))))).toEqual({
      text: '# Ice\n',
      saved,
      taughtOn: null,
    });
  });

  test('[E8] are none for a name or a time that there is none of, and lead nowhere else', async () => {
    await goOn('# Ice\n', '# Ice, again\n');
    writeFileSync(join(own, '..', 'secret.versions.json'), readFileSync(file()));
    for (const slug of ['no-such', LESSON, '..%2Fsecret', '%2e%2e', 'con', '__proto__']) {
      expect((await ask(versionsAt(slug))).status, slug).toBe(404);
      expect((await ask(versionsAt(slug, String(HOURS_AGO * 1000)))).status, slug).toBe(404);
    }
    for (const saved of ['0', '-1', 'x', 'NaN', '1e3', '__proto__', 'length', '..%2Fice']) {
      expect(refused(await ask(versionsAt('ice', saved))), saved).toEqual([404, 'no-such-version']);
    }
  });

  test('[E8] have the day on which a lesson was taught, and nothing of the class', async () => {
    await put('ice', '# Ice\n\n## Talk (5 min)\n\n### What floats?\n');
    const body = { lesson: 'ice', pupils: 5, devices: false };
    expect((await ask(`${school.staff}api/rooms`, { method: 'POST', body })).status).toBe(201);
    const [version, ...others] = await listed('ice');
    expect([version?.taughtOn, others]).toEqual([dayAt(Date.now()), []]);
    const stored: unknown = JSON.parse(readFileSync(file(), 'utf8'));
    expect(stored).toEqual({
      v: 1,
      versions: [{ ...version, text: readFileSync(join(own, 'ice.md'), 'utf8') }],
    });
  });

  test('[E8] are none of a lesson of the program that is taught', async () => {
    const body = { lesson: LESSON, pupils: 5, devices: false };
    expect((await ask(`${school.staff}api/rooms`, { method: 'POST', body })).status).toBe(201);
    expect(readdirSync(own).filter((name) => name.includes('versions'))).toEqual([]);
  });

  test.for([
    '{"v":1,"versions":[{"text":"half',
    '{"v":2,"versions":[]}',
    '{"v":1,"versions":[{"text":"a","saved":-1,"taughtOn":null}]}',
    '{"v":1,"versions":[{"text":"a","saved":1,"taughtOn":"yesterday"}]}',
    '',
  ])('[E8] begin again beside a file that cannot be read: %s', async (damaged) => {
    writeFileSync(file(), damaged);
    expect((await goOn('# Ice\n', '# Ice, again\n')).status).toBe(200);
    expect(await listed('ice')).toEqual([{ saved: HOURS_AGO * 1000, taughtOn: null }]);
    const aside = readdirSync(own).find((name) => name.startsWith('ice.versions.json.damaged-'));
    expect(aside && readFileSync(join(own, aside), 'utf8')).toBe(damaged);
  });

  test('[E9] go with their lesson, and are back with it', async () => {
    const changed = await goOn('# Ice\n', '# Ice, again\n');
    await remove('ice', over(written(changed)));
    expect((await ask(versionsAt('ice'))).status).toBe(404);
    await put('ice', '# Ice, again\n');
    expect(await listed('ice')).toHaveLength(1);
  });
});
