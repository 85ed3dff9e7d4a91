import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as v from 'valibot';
import { readManifest } from '../../src/film/manifest.ts';
import { readHandout } from '../../src/outputs/handouts/read-handout.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { checkLesson } from '../../src/checks/checks.ts';
import { cacheFolder } from '../../src/site/apart.ts';
import { cacheReading, cachedReading, nameReading } from '../../src/site/cached-readings.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openReaders } from '../../src/site/readers.ts';
import { readApart, readBy, readHandoutApart, readManifestApart } from '../../src/site/reading.ts';
import { today } from '../../src/site/today.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-apart-'));
const names: string[] = [];
afterAll(() => {
  rmSync(folder, { recursive: true });
  for (const name of names) rmSync(join(cacheFolder, 'read', `${name}.json`), { force: true });
});

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** A text that no one has read before: a short lesson, or the one with every part of a lesson. */
const fresh = (shipped = 'rehearsal') =>
  `${readFileSync(at(`../../lessons/${shipped}.md`), 'utf8')}\n<!-- ${process.pid} ${performance.now()} -->\n`;

async function named(text: string, day = today(), slug = 'fresh') {
  const name = await nameReading({ slug, text, today: day, packs: [] });
  names.push(name);
  return name;
}

test('The program that serves loads nothing that reads and checks lessons, or that only some ask for', async () => {
  const loaded = await promisify(execFile)(process.execPath, [
    at('loaded.mjs'),
    at('../../src/cli/start.ts'),
  ]);
  const modules = v.parse(v.array(v.string()), JSON.parse(loaded.stdout));
  expect(modules.some((url) => url.endsWith('/src/site/lessons.ts'))).toBe(true);
  const heavy =
    /\/src\/checks\/|\/src\/lesson\/(read-lesson|scan)|\/src\/film\/yaml-map|\/(yaml|markdown-it|sanitize-html|mediabunny|playwright-core|@redis|vite|rolldown)\/|\/deps\/(undici|minimatch)\//;
  expect(modules.filter((url) => heavy.test(url))).toEqual([]);
});

describe('A lesson that is read apart', () => {
  test('is what reading and checking it here make of it, and so it is when it was kept', async () => {
    const text = fresh('starter').replace('minutes:', 'minutes: many #');
    writeFileSync(join(folder, 'fresh.md'), text);
    const { lesson, problems } = readLesson('fresh', text);
    const all = [...problems, ...checkLesson(lesson, text, { today: today() })].toSorted(
      (a, b) => a.line - b.line || a.column - b.column,
    );
    expect(problems.length).toBeGreaterThan(0);
    const name = await named(text);
    const [first, cached] = [
      await openLessons(folder).one('fresh'),
      async () => openLessons(folder).one('fresh'),
    ];
    for (const file of [first, await first?.problems.then(cached)]) {
      expect(file).toMatchObject({ lesson, misread: problems });
      expect(await file?.problems).toEqual(all);
    }
    expect(await cachedReading(name)).toEqual({ lesson, misread: problems, problems: all });
  });

  test('is what it is here while versions of it and of another one are read by the same reader', async () => {
    const text = fresh();
    const versions = [text, `${text}\n## More (1 min)\nA\n`, `${text}\n## More (1 min)\nB\n`, text];
    const all = ['one', 'one', 'one', 'other', 'one', 'one'].map((slug, at) => ({
      slug,
      text: versions[at % versions.length] ?? '',
    }));
    const stayMs = 10_000;
    const read = all.map(
      async (one) => readApart({ ...one, today: today(), packs: [], stayMs }).read,
    );
    expect(await Promise.all(read)).toEqual(
      all.map(({ slug, text: own }) => readLesson(slug, own)),
    );
  });

  test('has another name for another text, day or file', async () => {
    const text = fresh();
    const all = [
      await named(text),
      await named(`${text} `),
      await named(text, '2020-01-01'),
      await named(text, today(), 'other'),
    ];
    expect(new Set(all).size).toBe(4);
  });

  test('is not taken from what is not whole', async () => {
    const text = fresh();
    const name = await named(text);
    const file = join(cacheFolder, 'read', `${name}.json`);
    expect(await cachedReading(name)).toBeNull();
    const { lesson, problems } = readLesson('fresh', text);
    await cacheReading(name, { lesson, misread: problems, problems });
    expect(await cachedReading(name)).toEqual({ lesson, misread: problems, problems });
    const whole = readFileSync(file, 'utf8');
    for (const spoilt of ['', '\n', whole.slice(0, -1), whole.replace('fresh', 'flesh'), '{}']) {
      writeFileSync(file, spoilt);
      expect(await cachedReading(name)).toBeNull();
    }
  });

  test.runIf(existsSync('/proc/self/task'))(
    'whose reader is killed is reported as unreadable, and the next is read',
    async () => {
      signalReaders('SIGSTOP');
      const reading = readApart({
        slug: 'fresh',
        text: fresh(),
        today: today(),
        packs: [],
        stayMs: 0,
      });
      signalReaders('SIGKILL');
      expect([await reading.read, await reading.found]).toEqual(['ended', 'ended']);
      const text = fresh();
      const next = readApart({ slug: 'fresh', text, today: today(), packs: [], stayMs: 0 });
      expect(await next.read).toEqual(readLesson('fresh', text));
    },
  );

  test.runIf(existsSync('/proc/self/task'))(
    'has a reader that stays for the next, though it took longer to read than that',
    async () => {
      const clock = performance.now.bind(performance);
      let ahead = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => clock() + ahead);
      onTestFinished(() => void vi.restoreAllMocks());
      const others = children();
      const read = readBy(openReaders());
      const readers: (readonly number[])[] = [];
      for (const stayMs of [10_000, 0]) {
        const text = `# ${performance.now()}\n`;
        const reading = read({ slug: 'fresh', text, today: today(), packs: [], stayMs });
        readers.push(children().filter((pid) => !others.includes(pid)));
        ahead += 20_000;
        await reading.found;
        // One that does not stay leaves with the next turn.
        await new Promise((done) => setTimeout(done, 20));
      }
      expect(readers[0]).toHaveLength(1);
      expect(readers[1]).toEqual(readers[0]);
    },
  );

  test('stays where it was used again while those that were used longest ago are taken away', async () => {
    const text = fresh();
    const name = await named(text);
    const { lesson, problems } = readLesson('fresh', text);
    await cacheReading(name, { lesson, misread: problems, problems });
    const file = join(cacheFolder, 'read', `${name}.json`);
    utimesSync(file, 0, 0);
    await cachedReading(name);
    expect(statSync(file).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  });
});

describe('A handout that is read apart', () => {
  const named = readFileSync(at('../../handouts/stories.md'), 'utf8');

  test('is what reading it here makes of it, and is taken as it was read before where its name and its text are the same', async () => {
    const text = `${named}\n<!-- ${performance.now()} -->\n`;
    const read = readHandout('stories', text);
    expect(await readHandoutApart({ handout: 'stories', text })).toEqual(read);
    names.push(await nameReading({ handout: 'stories', text }));
    expect(await cachedReading(names.at(-1) ?? '')).toEqual(read);
    signalReaders('SIGKILL');
    const killing = setInterval(() => signalReaders('SIGKILL'), 1);
    onTestFinished(() => clearInterval(killing));
    expect(await readHandoutApart({ handout: 'stories', text })).toEqual(read);
    // A reader that is needed ends without an answer here, and so nothing is kept of it.
    expect(await readHandoutApart({ handout: 'other', text })).toBeNull();
    expect(await cachedReading(await nameReading({ handout: 'other', text }))).toBeNull();
  });
});

describe('A film that is read apart', () => {
  const manifest = readFileSync(at('../../media/speech-bubbles/film.yaml'), 'utf8');

  test('is what reading it here makes of it, mistakes too', async () => {
    for (const text of [manifest, manifest.replace('fps:', 'fps: many #'), '', '- a list']) {
      for (const isTimed of [true, false]) {
        const read = readManifest(text, { isTimed });
        expect(await readManifestApart({ manifest: text, isTimed })).toEqual(read);
        names.push(await nameReading({ manifest: text, isTimed }));
        expect(await cachedReading(names.at(-1) ?? '')).toEqual(read);
      }
    }
  });

  test.runIf(existsSync('/proc/self/task'))(
    'and whose reader is killed counts as unreadable, and is read the next time',
    async () => {
      const text = { manifest: `${manifest}\n# ${performance.now()}\n`, isTimed: false };
      signalReaders('SIGSTOP');
      const killing = setInterval(() => signalReaders('SIGKILL'), 1);
      onTestFinished(() => clearInterval(killing));
      const reading = await readManifestApart(text);
      clearInterval(killing);
      expect(reading).toMatchObject({
        manifest: null,
        problems: [{ message: 'Cannot read this film: its film.yaml was not read to its end' }],
      });
      expect(await readManifestApart(text)).toEqual(readManifest(text.manifest));
    },
  );
});

/** Signals every reader; one that is stopped before it is asked cannot answer before it is killed. */
function signalReaders(signal: 'SIGSTOP' | 'SIGKILL'): void {
  for (const pid of children()) process.kill(pid, signal);
}

/** Processes started by this one. */
function children(): readonly number[] {
  return readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
}
