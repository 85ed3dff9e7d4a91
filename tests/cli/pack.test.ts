import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { pack } from '../../src/cli/pack.ts';
import { EMPTY_SCHOOL, writeSchool } from '../../src/school/school.ts';
import { chosenOf } from '../thorough.ts';

const LESSON = 'for-the-whole-world-to-see';

let place: string;
let folder: string;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'wholeclass pack '));
  folder = join(place, LESSON);
  vi.stubEnv('DATA_DIR', join(place, 'data'));
  mkdirSync(join(place, 'data'));
  writeFileSync(
    join(place, 'data', 'school.json'),
    writeSchool({ ...EMPTY_SCHOOL, name: 'Hill School' }),
  );
  await run(LESSON, '--out', place);
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

const files = (top = folder) =>
  readdirSync(top, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
const paths = (top = folder) =>
  files(top)
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(top.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const pages = () => paths().filter((path) => path.endsWith('.html'));

function sumOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Runs the command in this process: its exit code and what it said. */
async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  const output: string[] = [];
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
    spy.mockImplementation((words: string) => void output.push(words)),
  );
  try {
    return { code: await pack(args), output: output.join('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** What a script beside a page hands over, as the page would get it. */
function handedOver(path: string): unknown {
  const [, json = 'null'] = /^document\.currentScript\.fileText = (.*);\n$/s.exec(text(path)) ?? [];
  return JSON.parse(json);
}

describe('a folder', () => {
  test('has one thing to open, and everything else in one folder beside it', () => {
    expect(readdirSync(folder).toSorted()).toEqual(['Open me.html', 'wholeclass']);
  });

  test('has in its pages only addresses that lead to a file of it, with each file written out', () => {
    expect(pages().length).toBeGreaterThan(8);
    for (const page of pages()) {
      for (const [, address = ''] of text(page).matchAll(/ (?:href|src)="([^"#?]+)[^"]*"/g)) {
        const isWithin =
          !/^\/|:|\/$/.test(address) && existsSync(join(folder, page, '..', address));
        expect([page, address, isWithin || address.startsWith('data:')]).toEqual([
          page,
          address,
          true,
        ]);
      }
    }
  });

  test('has no module, no address of a network that a page would load from, and no policy that lets one in', () => {
    for (const page of pages()) {
      expect(text(page)).not.toMatch(/type="module"|crossorigin/);
      expect(text(page)).toContain(`content="default-src 'none'; script-src file:;`);
    }
    const scripts = paths().filter((path) => path.endsWith('.js'));
    expect(scripts.filter((script) => /^\s*(import|export)\b/m.test(text(script)))).toEqual([]);
  });

  test('has the notes beside the presenter and on the teacher’s own pages alone, and not in anything the board loads', () => {
    const note = 'Hand out the help cards now, one each';
    const holding = paths().filter(
      (path) => /\.(html|js|md)$/.test(path) && text(path).includes(note),
    );
    expect(holding).toEqual([
      `wholeclass/edit/${LESSON}/index.html`,
      `wholeclass/lesson/${LESSON}/${LESSON}.md`,
      `wholeclass/lesson/${LESSON}/${LESSON}.md.js`,
      `wholeclass/lesson/${LESSON}/index.html`,
      `wholeclass/present/${LESSON}/notes.json.js`,
      `wholeclass/print/${LESSON}/notes/index.html`,
      `wholeclass/print/${LESSON}/sheets.json.js`,
    ]);
    const boardAndPupils = pages().filter((path) => /wholeclass\/(board|read|join)\//.test(path));
    expect(boardAndPupils.length).toBeGreaterThan(0);
    expect(boardAndPupils.filter((path) => /notes\.json|sheets\.json/.test(text(path)))).toEqual(
      [],
    );
  });

  test('carries the lesson’s text as it is written, and what its film says of itself, for a colleague to change', () => {
    const page = text(`wholeclass/lesson/${LESSON}/index.html`);
    expect(page).toContain(`href="./${LESSON}.md" download="${LESSON}.md"`);
    expect(text(`wholeclass/lesson/${LESSON}/${LESSON}.md`)).toBe(
      readFileSync(`lessons/${LESSON}.md`, 'utf8'),
    );
    expect(text('wholeclass/media/speech-bubbles/film.yaml')).toBe(
      readFileSync('media/speech-bubbles/film.yaml', 'utf8'),
    );
  });

  test('of a session for adults offers on its first page only paper that it has', async () => {
    const there = join(place, 'adults');
    mkdirSync(there);
    expect(await run('parents-evening', '--out', there)).toMatchObject({ code: 0 });
    const first = readFileSync(join(there, 'parents-evening', 'Open me.html'), 'utf8');
    expect(first).toContain('>Worksheet</a>');
    expect(first).not.toMatch(/<a>|Help cards|Notice before|Lesson record/);
  });

  test('has captions as text in a script, and the film as it is', () => {
    expect(handedOver('wholeclass/media/speech-bubbles/captions.en.vtt.js')).toBe(
      readFileSync('media/speech-bubbles/captions.en.vtt', 'utf8'),
    );
    expect(
      readFileSync(join(folder, 'wholeclass/media/speech-bubbles/film.mp4')).equals(
        readFileSync('media/speech-bubbles/film.mp4'),
      ),
    ).toBe(true);
  });

  test('has the paper of the teacher and of the safeguarding lead, and its first page leads there', () => {
    for (const sheet of ['notes', 'notice', 'delivery-note', 'worksheet']) {
      expect(paths()).toContain(`wholeclass/print/${LESSON}/${sheet}/index.html`);
      expect(text('Open me.html')).toContain(
        `href="./wholeclass/print/${LESSON}/${sheet}/index.html"`,
      );
    }
  });

  test('has the pictures of its sheets, which the lesson itself does not show', () => {
    const sheet = text(`wholeclass/print/${LESSON}/worksheet-ages-11-14-easy/index.html`);
    const pictures = [...sheet.matchAll(/src="(?:\.\.\/)+(media\/pictures\/[^"#]+)/g)].map(
      ([, path = '']) => `wholeclass/${path}`,
    );
    expect(pictures).toHaveLength(6);
    expect(paths()).toEqual(expect.arrayContaining(pictures));
  });

  test('carries the school’s own details, for its pages to read', () => {
    expect(JSON.parse(String(handedOver('wholeclass/school.json.js')))).toMatchObject({
      wholeclass: 'school',
      name: 'Hill School',
    });
  });

  test('names the licence of everything in it', () => {
    expect(text('wholeclass/licences.txt')).toMatch(/^@fontsource\/lexend \S+: OFL-1\.1$/m);
    for (const name of ['preact', 'reveal.js', 'video.js']) {
      expect(text('wholeclass/licences.txt')).toContain(`\n${name} `);
    }
    expect(text('wholeclass/licences.txt')).toContain('SIL OPEN FONT LICENSE');
  });

  test('is the same to the byte when it is made again by the lesson’s path, in place of the one before, and as a zip with its checksum beside it', async () => {
    const before = paths().map((path) => [path, sumOf(join(folder, path))]);
    writeFileSync(join(folder, 'wholeclass', 'left over.txt'), 'from a version before');
    // The path of a lesson is taken for its name.
    expect((await run(`lessons/${LESSON}.md`, '--zip', '--out', place)).code).toBe(0);
    expect(paths().map((path) => [path, sumOf(join(folder, path))])).toEqual(before);
    const zip = join(place, `${LESSON}.zip`);
    expect(readFileSync(`${zip}.sha256`, 'utf8')).toBe(`${sumOf(zip)}  ${LESSON}.zip\n`);
  });
});

describe('the command', () => {
  test('says which lessons there are when the one named is not there', async () => {
    const { code, output } = await run('no-such-lesson', '--out', place);
    expect(code).toBe(1);
    expect(output).toContain('there is no lesson "no-such-lesson"');
    expect(output).toContain(LESSON);
  });

  test('writes over nothing that it did not make', async () => {
    const out = join(place, 'taken', LESSON);
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'marks.txt'), 'mine');
    const { code, output } = await run(LESSON, '--out', join(place, 'taken'));
    expect([code, output]).toEqual([1, expect.stringContaining('there are other files in it')]);
    expect(readFileSync(join(out, 'marks.txt'), 'utf8')).toBe('mine');
  });

  test('says what it cannot read', async () => {
    expect(await run(LESSON, '--zipp')).toEqual({
      code: 1,
      output: expect.stringContaining('--zipp'),
    });
  });

  test('takes the school’s own film along, with what lies beside it', async () => {
    const beside = join(place, 'beside the film');
    cpSync('tests/media/clip', beside, { recursive: true });
    const yaml = readFileSync(join(beside, 'film.yaml'), 'utf8');
    const stops =
      'stops:\n  before-the-ask: "0:04.0"\n  the-pressure: "0:08.0"\n  it-spreads: "0:14.0"\n';
    writeFileSync(join(beside, 'film.yaml'), yaml.replace(/stops:[^]*/, stops));
    expect(
      await run(LESSON, '--film', join(beside, 'film.mp4'), '--out', join(place, 'own film')),
    ).toMatchObject({ code: 0 });
    const media = join(place, 'own film', LESSON, 'wholeclass', 'media', LESSON);
    expect(
      readFileSync(join(media, 'film.mp4')).equals(readFileSync('tests/media/clip/film.mp4')),
    ).toBe(true);
    expect(existsSync(join(media, 'captions.en.vtt.js'))).toBe(true);
  });

  test('says what is missing of a film', async () => {
    const lacking = await run(
      LESSON,
      '--film',
      'tests/media/clip/film.mp4',
      '--out',
      join(place, 'lacking'),
    );
    expect(lacking).toEqual({
      code: 1,
      output: expect.stringMatching(/^Cannot use this film: .*before-the-ask/),
    });
    expect(await run(LESSON, '--film', 'no/film.mp4', '--out', place)).toEqual({
      code: 1,
      output: expect.stringContaining('Cannot find a film at'),
    });
  });

  for (const what of chosenOf(['a zip'], () => false)) {
    test(`makes ${what} that is the same to the byte each time`, async () => {
      const sum = async () => {
        await run(LESSON, '--zip', '--out', join(place, 'zipped'));
        return sumOf(join(place, 'zipped', `${LESSON}.zip`));
      };
      expect(await sum()).toBe(await sum());
    });
  }
});
