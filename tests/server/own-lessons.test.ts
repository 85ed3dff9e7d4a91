import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/cli/build.ts';
import { root } from '../../src/cli/root.ts';
import type { LessonChange } from '../../src/outputs/board/lesson-change.ts';
import type { Serving } from '../../src/server/main.ts';
import { runCheck } from '../cli/run-check.ts';
import { ask } from './ask.ts';
import { openEvents } from './events.ts';
import { LESSON, openSchool, settingsOf, startSchool, type School } from './school.ts';

const text = (title: string) => `---
title: ${title}
stage: KS3
---

# ${title}

## Talk (5 min)
### What do you see?
![A lighthouse](coast/lighthouse.svg)
`;
const svg = (what: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><title>${what}</title></svg>`;

let school: School;
let own: string;
function put(path: string, body: string | Buffer): void {
  mkdirSync(dirname(join(own, path)), { recursive: true });
  writeFileSync(join(own, path), body);
}
beforeAll(async () => {
  school = await openSchool({
    'media/coast/lighthouse.svg': svg('The program’s'),
    'media/missing-film/film.yaml':
      'title: Our film\nrights: ours\ncontent note: Shapes.\nfps: 25\nlength: "2:30.0"\nstops: {}\n',
  });
  own = join(school.dataDir, 'lessons');
});
afterAll(() => school.close());

const page = async (path: string) => (await ask(`${school.staff}${path}`)).text;
const cards = async () =>
  JSON.parse(await page('lessons.json')) as readonly { slug: string; title: string }[];

describe('a school’s own lessons', () => {
  test('have a folder in the data folder, which the program makes with its media', () => {
    expect([existsSync(own), existsSync(join(own, 'media'))]).toEqual([true, true]);
  });

  test('are listed beside the shipped ones as soon as they are there, and can be taught', async () => {
    expect((await cards()).map(({ slug }) => slug)).toEqual([LESSON]);
    put('coast.md', text('Our coast'));
    expect((await cards()).map(({ slug, title }) => [slug, title])).toEqual([
      ['coast', 'Our coast'],
      [LESSON, 'Messages that push'],
    ]);
    const deck = await page('present/coast/deck.json');
    expect(deck).toContain('What do you see?');
    const room = await ask(`${school.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: 'coast', pupils: 5, devices: false },
    });
    expect(room.status).toBe(201);
  });

  test('are watched: a board hears of a change to the file', async () => {
    put('watched.md', text('Before'));
    const events = await openEvents(`${school.staff}api/lessons/watched/changes`);
    const { deck } = await events.next<LessonChange>();
    put('watched.md', text('After'));
    expect((await events.next<LessonChange>()).deck).not.toBe(deck);
    expect(await page('present/watched/deck.json')).toContain('After');
    events.stop();
  });

  test('show pictures of their own media, then of the program’s', async () => {
    expect(await page('media/coast/lighthouse.svg')).toContain('The program’s');
    put('media/coast/lighthouse.svg', svg('The school’s'));
    expect(await page('media/coast/lighthouse.svg')).toContain('The school’s');
    expect(await page('media/little-film/captions.en.vtt')).toContain('Hello');
  });

  test('give a film that ships its file, beside the program, so that an update keeps it', async () => {
    const film = readFileSync(join(root, 'media/speech-bubbles/film.mp4'));
    expect(await page(`lesson/${LESSON}/`)).toContain('<b>Little film</b>');
    put('media/missing-film/film.mp4', film);
    expect(await page(`lesson/${LESSON}/`)).toContain('<b>Our film</b>');
    const range = await fetch(`${school.staff}media/missing-film/film.mp4`, {
      headers: { range: 'bytes=0-9' },
    });
    expect([range.status, Buffer.from(await range.arrayBuffer())]).toEqual([
      206,
      film.subarray(0, 10),
    ]);
  });

  test('let nothing out that is no film or picture in their media', async () => {
    put('media/coast/page.html', '<p>otter-heron</p>');
    put('media/.hidden.svg', svg('hidden'));
    symlinkSync(join(school.home, 'secret.txt'), join(own, 'media', 'secret.svg'));
    for (const path of ['coast/page.html', '.hidden.svg', 'secret.svg', '../coast.md']) {
      expect((await ask(`${school.staff}media/${path}`)).status).toBe(404);
    }
    expect((await ask(`${school.staff}lessons/coast.md`)).status).toBe(404);
  });

  test('take the place of a shipped one of the same name, and say so', async () => {
    put(`${LESSON}.md`, text('Messages, our way'));
    expect((await cards()).map(({ title }) => title)).toContain('Messages, our way');
    const notice = `lessons/${LESSON}.md, which comes with the program and is not shown`;
    expect(await page(`lesson/${LESSON}/`)).toContain(notice);
    rmSync(join(own, `${LESSON}.md`));
    expect((await cards()).map(({ title }) => title)).toContain('Messages that push');
    expect(await page(`lesson/${LESSON}/`)).not.toContain(notice);
  });

  test('that take the place of one on safeguarding are it too, until the head names another subject', async () => {
    put(`${LESSON}.md`, `${text('Messages, our way')}\nSomebody sends nudes.\n`);
    const [card] = (await cards()).filter(({ slug }) => slug === LESSON);
    expect(card).toMatchObject({ title: 'Messages, our way', approval: 'each term' });
    rmSync(join(own, `${LESSON}.md`));
  });

  test('are files of their folder: no link that leads out of it, and nothing that never ends', async () => {
    symlinkSync(join(school.home, 'secret.txt'), join(own, 'linked.md'));
    symlinkSync('/dev/zero', join(own, 'endless.md'));
    symlinkSync('coast.md', join(own, 'coast-too.md'));
    const shown = await cards();
    const titles = ['linked', 'endless', 'coast-too'].map(
      (name) => shown.find(({ slug }) => slug === name)?.title,
    );
    expect(titles).toEqual(['linked', 'endless', 'Our coast']);
    expect(await page('lesson/linked/')).toContain('it is a link that leads out of its folder');
    expect(await page('lesson/endless/')).toContain('it is no file');
    for (const name of ['linked', 'endless', 'coast-too']) rmSync(join(own, `${name}.md`));
  });

  test('begin from a template of the program, and from nothing that a link leads to', async () => {
    const templates = join(school.home, 'lessons/templates');
    mkdirSync(templates);
    writeFileSync(join(templates, 'blank.md'), text('Blank'));
    symlinkSync(join(school.home, 'secret.txt'), join(templates, 'assembly.md'));
    const found = ['blank', 'assembly', '../messages', '%2e%2e/messages'].map(
      async (name) => (await ask(`${school.staff}templates/${name}.md`)).status,
    );
    expect(await Promise.all(found)).toEqual([200, 404, 404, 404]);
    rmSync(templates, { recursive: true });
  });

  test('stay as they are when the program’s folder is replaced by a newer one', async () => {
    put('kept.md', text('Kept'));
    const newer = join(dirname(school.home), 'newer');
    cpSync(school.home, newer, { recursive: true });
    await school.restart();
    const serving = await startSchool({
      ...settingsOf(newer, `${school.dataDir}-2`),
      lessonsDir: own,
    });
    expect((await ask(`${serving.staffUrl}present/kept/deck.json`)).text).toContain('Kept');
    await serving.close();
  });

  test('and their pictures are in the static site', async () => {
    const out = join(dirname(school.home), 'site');
    const pages = join(school.home, 'pages');
    await buildSite({ home: school.home, dataDir: school.dataDir, pages, out });
    expect(readFileSync(join(out, 'present/coast/deck.json'), 'utf8')).toContain(
      'What do you see?',
    );
    expect(readFileSync(join(out, 'media/coast/lighthouse.svg'), 'utf8')).toContain('The school’s');
    expect(existsSync(join(out, 'media/secret.svg'))).toBe(false);
  });
});

describe('LESSONS_DIR', () => {
  const place = mkdtempSync(join(tmpdir(), 'wholeclass-own-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  let started: Serving | null = null;
  const start = async (lessonsDir: string) => {
    started = await startSchool({
      ...settingsOf(school.home, join(place, 'data')),
      lessonsDir,
    });
    const made = (await ask(`${started.staffUrl}lessons.json`)).text;
    await started.close();
    return made;
  };

  test('that does not exist is made, and then the data folder has none', async () => {
    const lessonsDir = join(place, 'Share of the school', 'lessons');
    expect(await start(lessonsDir)).toContain('Messages that push');
    expect([
      existsSync(join(lessonsDir, 'media')),
      existsSync(join(place, 'data/lessons')),
    ]).toEqual([true, false]);
    writeFileSync(join(lessonsDir, 'shared.md'), text('Shared'));
    expect(await start(lessonsDir)).toContain('Shared');
  });

  test('that is a file, or cannot be made, is refused with what to do', async () => {
    writeFileSync(join(place, 'a-file'), '');
    await expect(start(join(place, 'a-file'))).rejects.toThrow(
      /^Cannot use LESSONS_DIR="[^"]+a-file": it is a file, and must be a folder\. Move/,
    );
    await expect(start('/proc/lessons')).rejects.toThrow(
      /^Cannot use LESSONS_DIR="\/proc\/lessons": no folder can be made there\. Choose another/,
    );
  });

  test('is checked with the others, and one that may not be read is refused', async () => {
    const lessonsDir = join(place, 'checked');
    mkdirSync(lessonsDir);
    writeFileSync(join(lessonsDir, 'coast.md'), text('Our coast'));
    writeFileSync(join(lessonsDir, 'starter.md'), text('Our starter'));
    const { code, out } = await runCheck(['--json'], { env: { LESSONS_DIR: lessonsDir } });
    const { files } = JSON.parse(out) as {
      readonly files: readonly { file: string; problems: readonly { code: string }[] }[];
    };
    const names = files.map(({ file }) => file);
    expect(names).toContain(`${lessonsDir}/coast.md`);
    expect(names).toContain('lessons/parents-evening.md');
    expect(names).not.toContain('lessons/starter.md');
    const starter = files.find(({ file }) => file === `${lessonsDir}/starter.md`);
    expect(starter?.problems.map((one) => one.code)).toContain('own-lesson');
    const coast = files.find(({ file }) => file === `${lessonsDir}/coast.md`);
    expect(coast?.problems.map((one) => one.code)).toContain('missing-picture');
    expect(code).toBe(1);
    chmodSync(lessonsDir, 0o000);
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(place, 0o755);
    const refused = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'check'], {
      encoding: 'utf8',
      env: { ...process.env, LESSONS_DIR: lessonsDir },
      ...asNobody,
    });
    chmodSync(lessonsDir, 0o700);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      `Cannot use LESSONS_DIR="${lessonsDir}": this account may not read the folder. Change its permissions, or choose another.\n`,
    ]);
  });
});
