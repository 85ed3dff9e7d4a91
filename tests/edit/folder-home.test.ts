import { describe, expect, test } from 'vitest';
import { openFolderHome } from '../../src/edit/folder-home.ts';
import type { LessonHome } from '../../src/edit/lesson-home.ts';
import { versionOf } from '../../src/edit/text-version.ts';
import { versionOf as versionOfServer } from '../../src/server/schools/own-lessons.ts';
import { PNG } from '../open/small-pictures.ts';
import { aLesson, historyScenarios, homeScenarios, versionIn } from './home.contract.ts';
import { memoryFolder } from './memory-folder.ts';
import { memoryDrafts } from './memory-home.ts';

const DAY = 86_400_000;
const JAR = 'jars/jar.k7x2p9qd.png';

/** A folder, and the windows of a browser that use it. */
function shared({ keeps = true, isOneCase = false } = {}) {
  let later = 0;
  let marks = 0;
  let last: Promise<unknown> = Promise.resolve();
  const wall = () => Date.now() + later;
  const folder = memoryFolder({ wall, isOneCase });
  const drafts = memoryDrafts({ keeps });
  const inTurn = <Value>(change: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(change);
    last = mine.catch(() => undefined);
    return mine;
  };
  const mark = () => String((marks += 1)).padStart(8, '0');
  return {
    ...folder,
    drafts,
    wait: (ms: number) => (later += ms),
    window: (): LessonHome =>
      openFolderHome({
        folder: folder.folder,
        drafts: drafts.open,
        inTurn,
        wall,
        mark,
        reopen: async () => undefined,
      }),
  };
}

describe('a folder as a home of lessons', () => {
  test.for(homeScenarios)('$name', async ({ run }) => {
    expect.hasAssertions();
    const { window } = shared();
    await run(async () => window(), expect);
  });

  test.for(historyScenarios)('$name', async ({ run }) => {
    expect.hasAssertions();
    const { window, age } = shared();
    await run(
      async () => window(),
      expect,
      (id, saved) => age(`${id}.md`, saved),
    );
  });

  test('[E11] lies as the program’s own folder of lessons does', async () => {
    const { window, paths, wait } = shared();
    const home = window();
    await home.addPicture({ path: JAR, bytes: PNG });
    const lesson = aLesson('jars', `---\nsubject: safeguarding\n---\n\n![A jar](${JAR})\n`);
    const version = versionIn(await home.save(lesson));
    wait(DAY);
    versionIn(await home.save({ ...lesson, version, text: `${lesson.text}More\n` }));
    expect(paths()).toEqual(['jars.md', 'jars.review.json', 'jars.versions.json', `media/${JAR}`]);
    await home.remove('jars');
    expect(paths()).toEqual([
      expect.stringMatching(/^\.deleted\/jars \d{4}-\d\d-\d\dT\d{6} \d{8}\.md$/),
      `.deleted/media/${JAR}`,
      'jars.review.json',
      'jars.versions.json',
    ]);
  });

  test('[E10] has the pictures that people put into its media, at any depth, and nothing outside it', async () => {
    const { window, put } = shared();
    put('media/coast/maps/jar.svg', '<svg/>');
    put('media/coast/notes.txt', 'Not a picture');
    put('secret.png', 'Beside media');
    const home = window();
    const read = async (path: string) => {
      const bytes = await home.picture(path);
      return bytes && new TextDecoder().decode(bytes);
    };
    expect(await read('coast/maps/jar.svg')).toBe('<svg/>');
    for (const path of ['coast/notes.txt', '../secret.png', 'media/../secret.png', 'coast/x.png']) {
      expect([path, await read(path)]).toEqual([path, null]);
    }
  });

  test('counts versions as the program does', () => {
    for (const text of ['', '# Ice\n', 'é'.repeat(999)]) {
      const bytes = Buffer.from(text);
      expect(versionOf(bytes)).toBe(versionOfServer(bytes));
    }
  });

  test('[E2] hands over what a synchronising program has brought, also at the last moment', async () => {
    const { window, put, text, trouble } = shared();
    const home = window();
    const version = versionIn(await home.save(aLesson('ice', '# Ice\n')));
    put('ice.md', '\uFEFF# From a colleague\r\n');
    const theirs = { text: '# From a colleague\n', title: 'From a colleague' };
    const mine = await home.save(aLesson('ice', '# Mine\n', version));
    expect(mine).toMatchObject({ is: 'changed elsewhere', theirs });
    const seen = mine.is === 'changed elsewhere' ? mine.theirs.version : 0;
    trouble.meanwhile = () => put('ice.md', '# Later still\n');
    expect(await home.save(aLesson('ice', '# Mine\n', seen))).toMatchObject({
      is: 'changed elsewhere',
      theirs: { text: '# Later still\n' },
    });
    expect(text('ice.md')).toBe('# Later still\n');
    trouble.meanwhile = () => put('new.md', '# Theirs\n');
    expect(await home.save(aLesson('new', '# Mine\n'))).toMatchObject({
      is: 'changed elsewhere',
      theirs: { text: '# Theirs\n' },
    });
    // Both texts are there when the page is loaded again.
    expect(await window().read('ice')).toMatchObject({ text: '# Mine\n', isUnsaved: true });
  });

  test('writes nothing where the very words are there already, with whatever line ends', async () => {
    const { window, put, text } = shared();
    put('ice.md', '\uFEFF# Ice\r\n');
    expect((await window().save(aLesson('ice', '# Ice\n', 7))).is).toBe('saved');
    expect(text('ice.md')).toBe('\uFEFF# Ice\r\n');
  });

  test('[E3] writes over nothing that is no plain text, and lists none of it', async () => {
    const { window, put, text, folders } = shared();
    const odd = { binary: 'a\0b', notes: new Uint8Array([0xff, 0xfe, 0x23, 0x00]) };
    put('binary.md', odd.binary);
    put('notes.md', odd.notes);
    put('long.md', 'x'.repeat(8_000_001));
    put('Why ice floats.md', '# Not a name of a lesson\n');
    folders.add('folder.md');
    const home = window();
    expect(await home.list()).toEqual([]);
    for (const name of ['binary', 'notes', 'long', 'folder', '../ice', 'con', 'Why ice floats']) {
      expect(await home.read(name)).toBeNull();
      const refused = await home.save(aLesson(name, '# Mine\n'));
      expect([name, refused]).toEqual([name, { is: 'refused', why: 'failed' }]);
    }
    expect(text('binary.md')).toBe(odd.binary);
    for (const name of ['binary', 'folder']) expect(await home.remove(name)).toBe(false);
  });

  test.for([true, false])(
    '[E3] takes a name in other letters for the same one (a drive without case: %s)',
    async (isOneCase) => {
      const { window, put, text } = shared({ isOneCase });
      put('Ice.md', '# Theirs\n');
      const home = window();
      expect(await home.freshId('Ice')).toBe('ice-2');
      expect((await home.save(aLesson('ice', '# Mine\n'))).is).not.toBe('saved');
      expect(text('Ice.md')).toBe('# Theirs\n');
    },
  );

  test('[E4] leaves no file where a new lesson could not be written, and takes one that is empty', async () => {
    const { window, paths, trouble, put, text } = shared();
    const home = window();
    trouble.meanwhile = () => {
      throw Object.assign(new Error(), { name: 'QuotaExceededError' });
    };
    const lesson = aLesson('ice', '# Ice\n');
    expect(await home.save(lesson)).toEqual({ is: 'refused', why: 'disk full' });
    expect(paths()).toEqual([]);
    delete trouble.meanwhile;
    put('ice.md', '');
    versionIn(await home.save(lesson));
    expect(text('ice.md')).toBe('# Ice\n');
  });

  test('opens a lesson again whose words were all deleted', async () => {
    const { window } = shared();
    const home = window();
    const version = versionIn(await home.save(aLesson('ice', '# Ice\n')));
    versionIn(await home.save(aLesson('ice', '', version)));
    expect(await window().read('ice')).toMatchObject({ text: '' });
    expect(await window().list()).toMatchObject([{ id: 'ice', title: 'ice' }]);
  });

  test.for([
    ['NotAllowedError', 'folder closed'],
    ['NotFoundError', 'folder away'],
    ['NotReadableError', 'folder away'],
  ] as const)(
    '[E1] has the words in the browser while the folder says %s, and saves them once it is back',
    async ([error, why]) => {
      const { window, trouble, text } = shared();
      const home = window();
      const version = versionIn(await home.save(aLesson('ice', '# Ice\n')));
      trouble.any = error;
      const more = aLesson('ice', '# Ice, and more\n', version);
      expect(await home.save(more)).toEqual({ is: 'refused', why });
      expect(await home.list()).toBeNull();
      expect(await home.remove('ice')).toBe(false);
      expect(await home.history?.list('ice')).toBeNull();
      expect(await window().read('ice')).toMatchObject({ text: more.text, isUnsaved: true });
      expect(await home.freshId('Snow')).toMatch(/^snow-\d{8}$/);
      delete trouble.any;
      expect(await window().read('ice')).toMatchObject({ text: more.text, isUnsaved: true });
      versionIn(await home.save(more));
      expect(text('ice.md')).toBe(more.text);
      expect(await window().read('ice')).not.toHaveProperty('isUnsaved');
    },
  );

  test('[E1] says that nothing is saved where the browser keeps nothing either', async () => {
    const { window, trouble } = shared({ keeps: false });
    trouble.any = 'NotFoundError';
    const home = window();
    expect(await home.save(aLesson('ice', '# Ice\n'))).toEqual({ is: 'refused', why: 'failed' });
    expect(await home.addPicture({ path: JAR, bytes: PNG })).toBe('failed');
  });

  test('says that a folder can only be read', async () => {
    const { window, trouble } = shared();
    trouble.write = 'NoModificationAllowedError';
    expect(await window().save(aLesson('ice', '# Ice\n'))).toEqual({
      is: 'refused',
      why: 'read-only',
    });
  });

  test('lists what only this browser has so far', async () => {
    const { window, trouble } = shared();
    trouble.write = 'NoModificationAllowedError';
    await window().save(aLesson('ice', '# Ice\n'));
    expect(await window().list()).toMatchObject([{ id: 'ice', isUnsaved: true }]);
  });

  test('[E10] puts a picture that waits in the browser beside its text, and none over another', async () => {
    const { window, trouble, has, put, text } = shared();
    const home = window();
    trouble.any = 'NotFoundError';
    expect(await home.addPicture({ path: JAR, bytes: PNG })).toBeNull();
    expect(await window().picture(JAR)).toEqual(PNG);
    delete trouble.any;
    versionIn(await home.save(aLesson('jars', `![A jar](${JAR})\n`)));
    expect(has(`media/${JAR}`)).toBe(true);
    put('media/jars/other.k7x2p9qd.png', 'another');
    expect(await home.addPicture({ path: 'jars/other.k7x2p9qd.png', bytes: PNG })).toBe('failed');
    expect(text('media/jars/other.k7x2p9qd.png')).toBe('another');
    expect(await home.addPicture({ path: '../../secret.png', bytes: PNG })).toBe('failed');
    put('media/file', '');
    expect(await home.addPicture({ path: 'file/jar.k7x2p9qd.png', bytes: PNG })).toBe('failed');
  });

  test('[E10] has a picture that is there, also one that cannot be read, and does not know of a folder out of reach', async () => {
    const { window, put, trouble } = shared();
    put('media/coast/wave.svg/inside.txt', 'a folder in its place');
    const home = window();
    expect(await home.hasPicture('coast/wave.svg')).toBe(true);
    expect(await home.hasPicture('coast/sand.svg')).toBe(false);
    expect(await home.hasPicture(JAR)).toBe(false);
    trouble.any = 'NotFoundError';
    expect(await home.hasPicture('coast/sand.svg')).toBeNull();
  });

  test('[E10] leaves a picture that an earlier version of another lesson shows, or perhaps a text that cannot be read', async () => {
    const { window, put, has } = shared();
    const home = window();
    await home.addPicture({ path: JAR, bytes: PNG });
    const shows = aLesson('jars', `![A jar](${JAR})\n`);
    const versions = [{ text: shows.text, saved: 1, taughtOn: null }];
    put('ice.md', '# Ice\n');
    put('ice.versions.json', JSON.stringify({ v: 1, versions }));
    versionIn(await home.save(shows));
    await home.remove('jars');
    expect(has(`media/${JAR}`)).toBe(true);
    put('ice.versions.json', '');
    put('ice.md', new Uint8Array([0xff]));
    versionIn(await home.save(shows));
    await home.remove('jars');
    expect(has(`media/${JAR}`)).toBe(true);
  });

  test('[E5] [E11] clears away what was deleted 30 days ago, and nothing of a lesson that only is not there yet', async () => {
    const { window, wait, put, paths } = shared();
    const home = window();
    await home.addPicture({ path: JAR, bytes: PNG });
    const lesson = aLesson('jars', `---\nsubject: safeguarding\n---\n![A jar](${JAR})\n`);
    versionIn(await home.save(lesson));
    await home.remove('jars');
    put('late.versions.json', '{}');
    put('media/own/by-hand.png', 'words');
    wait(30 * DAY - 60_000);
    await window().list();
    expect(paths()).toHaveLength(5);
    wait(120_000);
    await window().list();
    await expect.poll(paths).toEqual(['late.versions.json', 'media/own/by-hand.png']);
  });

  test('[E5] deletes no lesson that someone changes at that moment', async () => {
    const { window, trouble, put, paths } = shared();
    const home = window();
    versionIn(await home.save(aLesson('ice', '# Ice\n')));
    trouble.meanwhile = () => put('ice.md', '# Theirs\n');
    expect(await home.remove('ice')).toBe(false);
    expect(paths()).toEqual(['ice.md']);
  });

  test('[E6] holds a lesson whose review cannot be read, and one that the lead released until it says so again', async () => {
    const { window, put } = shared();
    const home = window();
    put('ice.md', '# Ice\n');
    put('ice.review.json', 'damaged');
    expect(await home.read('ice')).toMatchObject({ staysSafeguarding: true });
    const released = { by: 'safeguarding lead', on: '2026-11-24' };
    const review = { version: 1, asked: null, reviewed: null, released, comments: [] };
    put('snow.md', '# Snow\n');
    put('snow.review.json', JSON.stringify(review));
    const snow = await home.read('snow');
    expect(snow).toMatchObject({ staysSafeguarding: false });
    const named = aLesson('snow', '---\nsubject: safeguarding\n---\n', snow?.version);
    expect(await home.save(named)).toMatchObject({ staysSafeguarding: true });
  });

  test('[E8] sets a history aside that cannot be read, and saves all the same', async () => {
    const { window, put, paths, wait } = shared();
    const home = window();
    const version = versionIn(await home.save(aLesson('ice', '# Ice\n')));
    put('ice.versions.json', 'damaged');
    wait(DAY);
    versionIn(await home.save(aLesson('ice', '# Ice, and more\n', version)));
    expect(await home.history?.list('ice')).toHaveLength(1);
    expect(paths()).toContainEqual(expect.stringMatching(/^ice\.versions\.json\.damaged-\d{8}$/));
  });

  test('[E9] remembers the day on which a lesson was taught', async () => {
    const { window } = shared();
    const home = window();
    versionIn(await home.save(aLesson('ice', '# Ice\n')));
    await home.history?.taught?.('ice', '# Ice\n');
    const taughtOn = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect(await home.history?.list('ice')).toMatchObject([{ taughtOn }]);
  });

  test('forgets what it had in the browser of a copy that could not be made', async () => {
    const { window, drafts, trouble } = shared();
    trouble.any = 'NotFoundError';
    const home = window();
    await home.save(aLesson('ice', '# Ice\n'));
    await home.drafts?.remove('ice');
    expect(drafts.drafts.size).toBe(0);
  });
});
