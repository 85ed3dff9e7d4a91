import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startAutosave } from '../../src/edit/autosave.ts';
import type { LessonHome, SavedLesson, SaveResult } from '../../src/edit/lesson-home.ts';
import { openServerHome } from '../../src/edit/server-home.view.ts';
import { aLesson, historyScenarios, homeScenarios, versionIn } from '../edit/home.contract.ts';
import { memoryDrafts } from '../edit/memory-home.ts';
import { PNG } from '../open/small-pictures.ts';
import { LESSON, openSchool, type School } from './school.ts';

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
  rmSync(join(own, 'media/jars'), { recursive: true, force: true });
});

function browser({ keeps = true, keepsUndo = true, isBusy = false } = {}) {
  const { open: drafts, drafts: stored, pictures } = memoryDrafts({ keeps, isBusy });
  const window = (root = school.staff) =>
    openServerHome({ root: new URL(root), drafts, keepsUndo });
  return { window, all: () => [...stored.values()], pictures };
}

const there = (name: string) => readFileSync(join(own, name), 'utf8');
/** An address at which nothing listens. */
const NOWHERE = 'http://127.0.0.1:9/';

describe('the program’s home of lessons, over its requests', () => {
  test.for(homeScenarios)('$name', async ({ run }) => {
    expect.hasAssertions();
    const { window } = browser();
    await run(async () => window(), expect);
  });

  test.for(historyScenarios)('$name', async ({ run }) => {
    expect.hasAssertions();
    const { window } = browser();
    const age = (id: string, saved: number) =>
      utimesSync(join(own, `${id}.md`), saved / 1000, saved / 1000);
    await run(async () => window(), expect, age);
  });

  test('has each lesson as a file of its name, which the folder’s other programs may write', async () => {
    const home = browser().window();
    const id = await home.freshId('Why ice floats');
    const version = versionIn(await home.save(aLesson(id, '# Why ice floats\n')));
    expect(there('why-ice-floats.md')).toBe('# Why ice floats\n');
    writeFileSync(join(own, 'why-ice-floats.md'), '\uFEFF# From Notepad\r\n\r\nwords\r\n');
    expect(await home.save(aLesson(id, '# Mine\n', version))).toMatchObject({
      is: 'changed elsewhere',
      theirs: { text: '# From Notepad\n\nwords\n', title: 'From Notepad' },
    });
    expect(await home.read(id)).toMatchObject({ text: '# Mine\n', isUnsaved: true });
    expect(await browser().window().read(id)).toMatchObject({ text: '# From Notepad\n\nwords\n' });
  });

  test('writes nothing into a file that was only opened, whatever its title is', async () => {
    writeFileSync(join(own, 'untitled.md'), '\uFEFFwords\r\n');
    const home = browser().window();
    const lesson = await home.read('untitled');
    expect(lesson).toMatchObject({ text: 'words\n' });
    const { saving, pass } = writer(home, lesson ?? aLesson('untitled', ''));
    saving.titled('');
    await pass();
    expect(there('untitled.md')).toBe('\uFEFFwords\r\n');
    expect(saving.state().is).toBe('saved');
  });

  test('gives no name that a lesson of the program has', async () => {
    expect(await browser().window().freshId('Messages')).toBe(`${LESSON}-2`);
  });
});

describe('a page that is left', () => {
  test('[E1] sends what was typed at once, and does not wait for the browser’s own disk', async () => {
    const sent: string[] = [];
    vi.stubGlobal('fetch', (address: URL, { keepalive }: RequestInit) => {
      sent.push(`${address.pathname} ${keepalive}`);
      return Promise.reject(new TypeError('Failed to fetch'));
    });
    void browser({ isBusy: true }).window().save(aLesson('ice', '# Ice\n'));
    vi.unstubAllGlobals();
    expect(sent).toEqual(['/api/lessons/ice/text true']);
  });
});

describe('where the program is out of reach', () => {
  test('[E1] what is typed stays in the browser, is found again after a reload, and is saved once the program is back', async () => {
    const { window } = browser();
    const home = window(NOWHERE);
    const id = await home.freshId('Ice');
    expect(await home.save(aLesson(id, '# Ice\n'))).toEqual({ is: 'refused', why: 'away' });
    expect(await home.list()).toBeNull();
    expect(await window(NOWHERE).read(id)).toMatchObject({ text: '# Ice\n', isUnsaved: true });
    const back = window();
    expect(await back.list()).toMatchObject([{ id, title: 'Ice', isUnsaved: true }]);
    const found = await back.read(id);
    expect(found).toMatchObject({ text: '# Ice\n', version: 0, isUnsaved: true });
    versionIn(await back.save(aLesson(id, found?.text ?? '')));
    expect(there(`${id}.md`)).toBe('# Ice\n');
    expect((await back.read(id))?.isUnsaved).toBeUndefined();
  });

  test('a browser that keeps nothing says that nothing is saved', async () => {
    const home = browser({ keeps: false }).window(NOWHERE);
    expect(await home.save(aLesson('ice', '# Ice\n'))).toEqual({
      is: 'refused',
      why: 'away, and blocked',
    });
  });

  test('a save whose answer was lost is done, and no conflict with itself', async () => {
    const { window } = browser();
    const first = await window().save(aLesson('ice', '# Ice\n'));
    expect(await window().save(aLesson('ice', '# Ice\n'))).toEqual(first);
    writeFileSync(join(own, 'snow.md'), '# Snow\n');
    expect((await window().save(aLesson('snow', '# Snow\n', 77))).is).toBe('saved');
  });

  test('a save whose answer was lost is no conflict with what was typed since', async () => {
    const home = browser().window();
    const version = versionIn(await home.save(aLesson('ice', '# Ice\n')));
    await withoutAnswers(() => home.save(aLesson('ice', '# Ice, sent\n', version)));
    expect(there('ice.md')).toBe('# Ice, sent\n');
    await withoutProgram(() => home.save(aLesson('ice', '# Ice, sent, a\n', version)));
    await withoutProgram(() => home.save(aLesson('ice', '# Ice, sent, and\n', version)));
    const next = await home.save(aLesson('ice', '# Ice, sent, and more\n', version));
    expect([next.is, there('ice.md')]).toEqual(['saved', '# Ice, sent, and more\n']);
    // What someone else has put in its place is theirs.
    await withoutAnswers(() => home.save(aLesson('ice', '# Mine\n', versionIn(next))));
    writeFileSync(join(own, 'ice.md'), '# Theirs\n');
    expect(await home.save(aLesson('ice', '# Mine, and more\n', versionIn(next)))).toMatchObject({
      is: 'changed elsewhere',
      theirs: { text: '# Theirs\n' },
    });
  });

  /** Saves while what the program answers does not arrive. */
  async function withoutAnswers(save: () => Promise<SaveResult>): Promise<void> {
    await withoutProgram(save, fetch);
  }

  /** Saves while nothing arrives, or only what is sent by `send`. */
  async function withoutProgram(
    save: () => Promise<SaveResult>,
    send: typeof fetch | null = null,
  ): Promise<void> {
    vi.stubGlobal('fetch', async (address: URL, how: RequestInit) => {
      await send?.(address, how);
      throw new TypeError('Failed to fetch');
    });
    expect(await save()).toEqual({ is: 'refused', why: 'away' });
    vi.unstubAllGlobals();
  }

  test('[E1] someone who types all the while loses nothing, and sees how it is', async () => {
    const { window } = browser();
    let home = window(NOWHERE);
    const waiting: (() => void)[] = [];
    const states: string[] = [];
    let text = '';
    const saving = startAutosave({
      home: { ...home, save: (lesson) => home.save(lesson) },
      id: 'ice',
      version: 0,
      title: 'Ice',
      staysSafeguarding: false,
      snapshot: () => ({ text, saved: 1, cursor: 0, undo: null }),
      later: (work) => waiting.push(work),
      notify: (state) => states.push(state.is === 'not saved' ? state.why : state.is),
    });
    for (const typed of ['# I', '# Ic', '# Ice\n']) {
      text = typed;
      saving.changed();
      waiting.splice(0).forEach((work) => work());
      await saving.flush();
    }
    expect(states.at(-1)).toBe('away');
    home = window();
    // No key is pressed: it tries again by itself.
    waiting.splice(0).forEach((work) => work());
    await saving.flush();
    expect([states.at(-1), there('ice.md')]).toEqual(['saved', '# Ice\n']);
  });
});

/** A window in which a lesson that the program has is written; time passes when a test lets it. */
function writer(home: LessonHome, { id, title, text, version }: SavedLesson) {
  const page = { text };
  const waiting: (() => void)[] = [];
  const saving = startAutosave({
    home,
    id,
    version,
    staysSafeguarding: false,
    title,
    snapshot: () => ({ text: page.text, saved: 9, cursor: 0, undo: null }),
    later: (work) => waiting.push(work),
    notify: () => undefined,
  });
  return {
    saving,
    type(words: string) {
      page.text = words;
      saving.changed();
    },
    pass() {
      waiting.splice(0).forEach((work) => work());
      return saving.flush();
    },
  };
}

/** Types “Mine” in a window where “Theirs” was saved meanwhile. */
async function writerInConflict(home: LessonHome) {
  const version = versionIn(await home.save(aLesson('ice', '# As it was\n')));
  const mine = writer(home, aLesson('ice', '# As it was\n', version));
  const other = browser().window();
  versionIn(await other.save(aLesson('ice', '# Theirs\n', version)));
  mine.type('# Mine\n');
  await mine.pass();
  expect(mine.saving.state().is).toBe('changed elsewhere');
  return mine;
}

describe('a picture of a lesson', () => {
  const JAR = 'jars/jar.k7x2p9qd.png';
  const TEXT = `# Jars\n\n![A jar](${JAR})\n`;
  const inMedia = () => readFileSync(join(own, 'media', JAR));

  test('[E1] stays in the browser while the program is out of reach, and is saved before the text that shows it', async () => {
    const { window, pictures } = browser();
    const home = window(NOWHERE);
    expect(await home.addPicture({ path: JAR, bytes: PNG })).toBeNull();
    expect(await home.save(aLesson('jars', TEXT))).toEqual({ is: 'refused', why: 'away' });
    expect(await window(NOWHERE).picture(JAR)).toEqual(PNG);
    versionIn(await window().save(aLesson('jars', TEXT)));
    expect([...inMedia()]).toEqual([...PNG]);
    expect(pictures.size).toBe(0);
  });

  test('that no one put anywhere is surely not there; while the program is out of reach it may be', async () => {
    const { window } = browser();
    for (const path of [JAR, 'coast/wave.svg']) {
      expect(await window().hasPicture(path)).toBe(false);
      expect(await window(NOWHERE).hasPicture(path)).toBeNull();
    }
    mkdirSync(join(own, 'media/jars'), { recursive: true });
    writeFileSync(join(own, 'media/jars/wave.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await window().hasPicture('jars/wave.svg')).toBe(true);
  });

  test('is refused where neither the program nor the browser takes it', async () => {
    const home = browser({ keeps: false }).window(NOWHERE);
    expect(await home.addPicture({ path: JAR, bytes: PNG })).toBe('away, and blocked');
  });

  test('that the program refuses is not left in the browser', async () => {
    const { window, pictures } = browser();
    const path = 'jars/jar.k7x2p9qd.gif';
    expect(await window().addPicture({ path, bytes: PNG })).toBe('failed');
    expect(pictures.size).toBe(0);
  });

  test('[E1] that a text of the program shows is not looked for before the next save, so that a page that is left can send it', async () => {
    const { open } = memoryDrafts();
    versionIn(await browser().window().save(aLesson('jars', TEXT)));
    const asked: string[] = [];
    const pictures = {
      ...open.pictures,
      async get(path: string) {
        asked.push(path);
        return null;
      },
    };
    const drafts = { ...open, pictures };
    const home = openServerHome({ root: new URL(school.staff), drafts, keepsUndo: true });
    const lesson = await home.read('jars');
    versionIn(await home.save({ ...(lesson ?? aLesson('jars', '')), text: `${TEXT}\nMore\n` }));
    expect(asked).toEqual([]);
  });
});

describe('the drafts of a window', () => {
  test('[E1] are what two windows of one browser have of one lesson: neither takes the other’s', async () => {
    const { window, all } = browser();
    const [home, other] = [window(), window()];
    const version = versionIn(await home.save(aLesson('ice', '# As it was\n')));
    const theirs = versionIn(await other.save(aLesson('ice', '# Theirs\n', version, 2)));
    expect((await home.save(aLesson('ice', '# Mine\n', version, 3))).is).toBe('changed elsewhere');
    versionIn(await other.save(aLesson('ice', '# Theirs, more\n', theirs, 4)));
    expect(all().map(({ lesson }) => lesson.text)).toContain('# Mine\n');
  });

  test('[E1] have what is typed while another’s text is there and nothing may be saved', async () => {
    const { window, all } = browser();
    const { saving, type, pass } = await writerInConflict(window());
    type('# Mine, a second later\n');
    await pass();
    expect(all().map(({ lesson }) => lesson.text)).toEqual(['# Mine, a second later\n']);
    type('# Mine, as the page is left\n');
    await saving.flush();
    expect(await window().read('ice')).toMatchObject({
      text: '# Mine, as the page is left\n',
      isUnsaved: true,
    });
    expect(there('ice.md')).toBe('# Theirs\n');
  });

  test('[E1] have what is typed while the program has not answered yet', async () => {
    const { window, all } = browser();
    const home = window();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const slow = { ...home, save: (lesson: SavedLesson) => answered.then(() => home.save(lesson)) };
    const { type, pass } = writer(slow, aLesson('ice', ''));
    type('# Sent\n');
    const saved = pass();
    type('# Typed since\n');
    const savedLater = pass();
    await expect.poll(() => all().map(({ lesson }) => lesson.text)).toEqual(['# Typed since\n']);
    answer();
    await Promise.all([saved, savedLater]);
    expect(there('ice.md')).toBe('# Typed since\n');
  });

  test('that goes on under another name are not offered under the first', async () => {
    const { window, all } = browser();
    const { saving } = await writerInConflict(window());
    await saving.goOnAs('ice-2');
    expect(await window().read('ice')).toMatchObject({ text: '# Theirs\n' });
    expect(await window().read('ice-2')).toMatchObject({ text: '# Mine\n' });
    expect(all().map(({ lesson }) => lesson.id)).toEqual(['ice-2']);
  });

  test('that goes on under a name that is refused is offered under that name alone', async () => {
    const { window, all } = browser();
    const { saving } = await writerInConflict(window());
    await saving.goOnAs(LESSON);
    expect(saving.state()).toEqual({ is: 'not saved', why: 'failed' });
    expect(await window().read('ice')).toMatchObject({ text: '# Theirs\n' });
    expect(all().map(({ lesson }) => [lesson.id, lesson.text])).toEqual([[LESSON, '# Mine\n']]);
  });

  test('stay after a save for what can be undone, and where staff sign in they do not', async () => {
    const lesson = { ...aLesson('ice', '# Ice\n'), undo: ['undone'], cursor: 4 };
    const mine = browser();
    versionIn(await mine.window().save(lesson));
    expect(await mine.window().read('ice')).toMatchObject({ undo: ['undone'], cursor: 4 });
    const shared = browser({ keepsUndo: false });
    versionIn(await shared.window().save({ ...lesson, id: 'snow' }));
    expect([shared.all(), (await shared.window().read('snow'))?.undo]).toEqual([[], null]);
  });
});
