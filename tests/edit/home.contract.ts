import { PNG } from '../open/small-pictures.ts';
import type { LessonHome, SavedLesson, SaveResult } from '../../src/edit/lesson-home.ts';

/** What a test runner offers; both that we have do. */
type Expect = (value: unknown) => {
  toEqual(expected: unknown): void;
  toMatchObject(expected: object): void;
};

/** One thing that every home of lessons does; `open` opens another window over the same lessons, none at first. */
export type HomeScenario = {
  readonly name: string;
  run(open: () => Promise<LessonHome>, expect: Expect): Promise<void>;
};

/** A lesson as the editor hands it to its home. */
export function aLesson(id: string, text: string, version = 0, saved = 1): SavedLesson {
  const at = { cursor: 3, undo: null, staysSafeguarding: false };
  return { v: 1, id, title: titleOf(text), text, version, saved, ...at };
}

function titleOf(text: string): string {
  return /^# (.*)$/m.exec(text)?.[1] ?? 'Lesson';
}

/** The version of a save that was done. */
export function versionIn(result: SaveResult): number {
  if (result.is !== 'saved') throw new Error(`It was not saved: ${JSON.stringify(result)}`);
  return result.version;
}

async function write(home: LessonHome, text: string): Promise<SavedLesson> {
  const id = await home.freshId(titleOf(text));
  const lesson = aLesson(id, text);
  return { ...lesson, version: versionIn(await home.save(lesson)) };
}

/** Words in which something might go wrong on their way: other alphabets, marks of JSON, HTML and shells, characters of two halves, the sign for a letter that was lost. */
const WORDS =
  '# Why “ice” floats\n\nПочему лёд? 冰 🧊 é \u00a0\u2028\uFFFD \\n \\u0041 "\'`${}<script>%2e%2e/ \t\n\n';

const NAMED = '---\nsubject: safeguarding\n---\n\n# Friends\n';
const UNNAMED = '---\nsubject: art\n---\n\n# Friends\n';

/** What every home does, wherever it has its lessons. */
export const homeScenarios: readonly HomeScenario[] = [
  {
    name: '[E6] remembers of a lesson, and of its copy, that it was once a safeguarding lesson',
    async run(open, expect) {
      const [home, other] = [await open(), await open()];
      const ordinary = await write(home, '# Ice\n');
      expect(await other.read(ordinary.id)).toMatchObject({ staysSafeguarding: false });
      const named = await write(home, NAMED);
      const over = { ...named, text: UNNAMED };
      expect(await home.save(over)).toMatchObject({ is: 'saved', staysSafeguarding: true });
      const read = await other.read(named.id);
      expect(read).toMatchObject({ text: UNNAMED, staysSafeguarding: true });
      const copy = aLesson(await home.freshId('Friends'), UNNAMED);
      versionIn(await home.save({ ...copy, staysSafeguarding: true }));
      expect(await other.read(copy.id)).toMatchObject({ staysSafeguarding: true });
    },
  },
  {
    name: 'is empty at first, and has no lesson of a name that none was given',
    async run(open, expect) {
      const home = await open();
      expect(await home.list()).toEqual([]);
      expect(await home.read('nothing')).toEqual(null);
    },
  },
  {
    name: 'has a new lesson as it was written, to the last character, for every window',
    async run(open, expect) {
      const [home, other] = [await open(), await open()];
      const { id, version } = await write(home, WORDS);
      expect(version > 0).toEqual(true);
      for (const one of [home, other]) {
        expect(await one.read(id)).toMatchObject({ id, text: WORDS, version });
        expect((await one.list())?.map((listed) => [listed.id, listed.version])).toEqual([
          [id, version],
        ]);
      }
    },
  },
  {
    name: 'gives a changed lesson another version, and lists the last saved first',
    async run(open, expect) {
      const home = await open();
      const first = await write(home, '# First\n');
      await moment();
      const second = await write(home, '# Second\n');
      await moment();
      const changed = aLesson(first.id, '# First, again\n', first.version, 9);
      expect(versionIn(await home.save(changed)) === first.version).toEqual(false);
      expect((await home.list())?.map(({ id, title }) => [id, title])).toEqual([
        [first.id, 'First, again'],
        [second.id, 'Second'],
      ]);
    },
  },
  {
    name: 'writes nothing over what another window saved, and hands that over',
    async run(open, expect) {
      const [home, other] = [await open(), await open()];
      const { id, version } = await write(home, '# As it was\n');
      const theirs = versionIn(await other.save(aLesson(id, '# Theirs\n', version)));
      const mine = await home.save(aLesson(id, '# Mine\n', version));
      expect(mine).toMatchObject({
        is: 'changed elsewhere',
        theirs: { id, text: '# Theirs\n', version: theirs },
      });
      expect((await (await open()).read(id))?.text === '# As it was\n').toEqual(false);
      // The teacher has seen both.
      versionIn(await home.save(aLesson(id, '# Mine\n', theirs)));
      expect(await home.read(id)).toMatchObject({ text: '# Mine\n' });
    },
  },
  {
    name: 'puts no new lesson in the place of another',
    async run(open, expect) {
      const home = await open();
      const { id } = await write(home, '# There already\n');
      const other = await open();
      expect(await other.save(aLesson(id, '# New\n'))).toMatchObject({
        is: 'changed elsewhere',
        theirs: { text: '# There already\n' },
      });
    },
  },
  {
    name: 'takes one of two windows that save at the very same moment',
    async run(open, expect) {
      const windows = [await open(), await open(), await open()];
      const [home] = windows;
      if (home === undefined) return;
      const { id, version } = await write(home, '# As it was\n');
      const results = await Promise.all(
        windows.map((one, at) => one.save(aLesson(id, `# Window ${at}\n`, version))),
      );
      expect(results.map(({ is }) => is).toSorted()).toEqual([
        'changed elsewhere',
        'changed elsewhere',
        'saved',
      ]);
    },
  },
  {
    name: 'deletes a lesson, and has it back when it is saved again',
    async run(open, expect) {
      const home = await open();
      const lesson = await write(home, '# Gone and back\n');
      expect(await home.remove(lesson.id)).toEqual(true);
      expect([await home.list(), await home.read(lesson.id)]).toEqual([[], null]);
      expect(await home.remove(lesson.id)).toEqual(true);
      versionIn(await home.save({ ...lesson, version: 0 }));
      expect(await home.read(lesson.id)).toMatchObject({ text: '# Gone and back\n' });
    },
  },
  {
    name: 'saves what is written of a lesson that was deleted elsewhere meanwhile',
    async run(open, expect) {
      const [home, other] = [await open(), await open()];
      const { id, version } = await write(home, '# Still wanted\n');
      expect(await other.remove(id)).toEqual(true);
      versionIn(await home.save(aLesson(id, '# Still wanted, and more\n', version)));
      expect(await other.read(id)).toMatchObject({ text: '# Still wanted, and more\n' });
    },
  },
  {
    name: 'gives every lesson a name of its own, whatever its title is',
    async run(open, expect) {
      const home = await open();
      const titles = [
        'Ice',
        'Ice',
        'ICE',
        '',
        'Почему лёд плавает',
        '../../etc/passwd',
        'con',
        'readme',
        'x'.repeat(500),
        '<img src=x>',
        'a/b\\c:d*e?f|g',
      ];
      const ids = [];
      for (const title of titles) {
        const id = await home.freshId(title);
        versionIn(await home.save(aLesson(id, `# ${title}\n`)));
        ids.push(id);
      }
      expect(new Set(ids).size).toEqual(titles.length);
      const texts = await Promise.all(ids.map(async (id) => (await home.read(id))?.text));
      expect(texts).toEqual(titles.map((title) => `# ${title}\n`));
    },
  },
  {
    name: 'saves a lesson of five thousand lines',
    async run(open, expect) {
      const home = await open();
      const text = `# Long\n\n${'- A point of the lesson\n'.repeat(5000)}`;
      const { id } = await write(home, text);
      expect((await home.read(id))?.text === text).toEqual(true);
    },
  },
  {
    name: 'has a picture as it was added, for every window and before a text shows it',
    async run(open, expect) {
      const [home, other] = [await open(), await open()];
      expect(await home.picture(JAR)).toEqual(null);
      expect(await home.hasPicture(JAR)).toEqual(false);
      expect(await home.addPicture({ path: JAR, bytes: PNG })).toEqual(null);
      // The answer to the first time may have been lost.
      expect(await home.addPicture({ path: JAR, bytes: PNG })).toEqual(null);
      for (const one of [home, other]) {
        expect([...((await one.picture(JAR)) ?? [])]).toEqual([...PNG]);
        expect(await one.hasPicture(JAR)).toEqual(true);
      }
    },
  },
  {
    name: 'deletes a picture with the lesson that shows it, and has both back',
    async run(open, expect) {
      const home = await open();
      await home.addPicture({ path: JAR, bytes: PNG });
      const lesson = await write(home, `# Jars\n\n![A jar](${JAR})\n`);
      expect(await home.remove(lesson.id)).toEqual(true);
      expect(await (await open()).picture(JAR)).toEqual(null);
      versionIn(await home.save(lesson));
      expect([...((await (await open()).picture(JAR)) ?? [])]).toEqual([...PNG]);
    },
  },
  {
    name: 'leaves a picture with a copy of the lesson that was deleted',
    async run(open, expect) {
      const home = await open();
      await home.addPicture({ path: JAR, bytes: PNG });
      const words = `![A jar](${JAR})\n`;
      const { id } = await write(home, `# Jars\n\n${words}`);
      const copy = await write(home, `# Jars (copy)\n\n${words}`);
      expect(await home.remove(id)).toEqual(true);
      expect([...((await home.picture(JAR)) ?? [])]).toEqual([...PNG]);
      expect(await home.remove(copy.id)).toEqual(true);
      expect(await (await open()).picture(JAR)).toEqual(null);
    },
  },
  {
    name: 'has the pictures of a lesson that was deleted elsewhere and is still written',
    async run(open, expect) {
      const [home, other] = [await open(), await open()];
      await home.addPicture({ path: JAR, bytes: PNG });
      const lesson = await write(home, `# Jars\n\n![A jar](${JAR})\n`);
      expect(await other.remove(lesson.id)).toEqual(true);
      versionIn(await home.save({ ...lesson, text: `${lesson.text}More\n` }));
      expect([...((await other.picture(JAR)) ?? [])]).toEqual([...PNG]);
    },
  },
];

/** What every home with a history does; `age` makes a lesson look as if it was saved at a time, where its home goes by a clock of its own. */
export type HistoryScenario = {
  readonly name: string;
  run(
    open: () => Promise<LessonHome>,
    expect: Expect,
    age: (id: string, saved: number) => unknown,
  ): Promise<void>;
};

const HOUR = 3_600_000;

export const historyScenarios: readonly HistoryScenario[] = [
  {
    name: '[E8] has what was there before a lesson was gone on with later, for every window',
    async run(open, expect, age) {
      const [home, other] = [await open(), await open()];
      const { id, saved, end } = await twoEvenings(home, age);
      const listed = await other.history?.list(id);
      expect(listed).toEqual([{ saved, taughtOn: null }]);
      expect(await other.history?.read(id, saved)).toEqual({
        text: '# Monday, done\n',
        saved,
        taughtOn: null,
      });
      expect(await other.history?.read(id, saved + 1)).toEqual(null);
      expect((await other.read(id))?.text).toEqual(end);
    },
  },
  {
    name: '[E8] has no version of a lesson that was only begun, and none of one that is in no home',
    async run(open, expect) {
      const home = await open();
      const { id } = await write(home, '# New\n');
      expect([await home.history?.list(id), await home.history?.list('nothing')]).toEqual([[], []]);
    },
  },
  {
    name: '[E9] deletes the versions with their lesson, and has both back',
    async run(open, expect, age) {
      const home = await open();
      const { id, saved, end } = await twoEvenings(home, age);
      expect(await home.remove(id)).toEqual(true);
      expect(await home.history?.list(id)).toEqual([]);
      versionIn(await home.save(aLesson(id, end, 0, Date.now())));
      expect(await home.history?.list(id)).toEqual([{ saved, taughtOn: null }]);
    },
  },
];

/** A lesson that was written two hours ago, and gone on with now. */
async function twoEvenings(home: LessonHome, age: (id: string, saved: number) => unknown) {
  const saved = Date.now() - 2 * HOUR;
  const end = '# Tuesday\n';
  const id = await home.freshId('Monday');
  const monday = versionIn(await home.save(aLesson(id, '# Monday, done\n', 0, saved)));
  await age(id, saved);
  versionIn(await home.save(aLesson(id, end, monday, Date.now())));
  return { id, saved, end };
}

const JAR = 'jars/jar.k7x2p9qd.png';

// A file's time has so many parts of a second, and no more.
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
