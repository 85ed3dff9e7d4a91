import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { newLesson } from '../../src/cli/new.ts';
import { withDraft } from '../../src/edit/lesson-draft.ts';
import { root } from '../../src/cli/root.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { templatePath, templates } from '../../src/lesson/templates.ts';
import { findBrowser } from '../../src/print/browser.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { ask } from '../server/ask.ts';
import { openSchool } from '../server/school.ts';
import { firstOf } from '../thorough.ts';
import { check, runCheck } from './run-check.ts';

const folder = join(root, 'lessons/templates');
const text = (name: string) => readFileSync(join(folder, `${name}.md`), 'utf8');
const browser = await findBrowser();

test('every file among the templates is offered, and every one offered is there', () => {
  expect(readdirSync(folder).toSorted()).toEqual(
    templates.map(({ name }) => `${name}.md`).toSorted(),
  );
});

test.for(templates)('the template $name is short, and reads without a finding', ({ name }) => {
  expect(
    text(name)
      .split('\n')
      .filter((line) => line.trim() !== '').length,
  ).toBeLessThanOrEqual(30);
  expect(readLesson(name, text(name)).problems).toEqual([]);
});

test('no template is listed as a lesson', async () => {
  const slugs = (await openLessons(join(root, 'lessons')).all()).map(({ slug }) => slug);
  expect(slugs.filter((slug) => templates.some(({ name }) => name === slug))).toEqual([]);
});

type Checked = {
  readonly files: readonly { slides: number; problems: readonly { code: string }[] }[];
};

test('every template passes the checks of its subject', async () => {
  const { files } = JSON.parse((await check(['--json', folder])).out) as Checked;
  expect(files.map(({ slides }) => slides > 1)).toEqual(templates.map(() => true));
  expect(files.flatMap(({ problems }) => problems)).toEqual([]);
});

test.skipIf(browser === null)(
  'a template is drawn on the board, and all of it fits',
  { timeout: 300_000 },
  async () => {
    const drawn = firstOf(templates).map(({ name }) => join(folder, `${name}.md`));
    const { out, err } = await runCheck(['--board', '--json', ...drawn]);
    expect(err).toMatch(/^Measured the board \d+ times/);
    const { files } = JSON.parse(out) as Checked;
    expect(files.map(({ problems }) => problems)).toEqual(drawn.map(() => []));
  },
);

test('the server gives each template as it is written, to staff alone', async () => {
  const [first] = templates;
  const path = first === undefined ? '' : templatePath(first);
  const school = await openSchool({ [`lessons/${path}`]: text('blank') });
  const sent = await ask(`${school.staff}${path}`);
  expect([sent.status, sent.headers['content-type'], sent.text]).toEqual([
    200,
    'text/markdown; charset=utf-8',
    text('blank'),
  ]);
  for (const other of ['templates/../messages.md', 'templates/nothing.md', 'templates/']) {
    expect((await ask(school.staff, { path: `/${other}` })).status).toBe(404);
  }
  await school.close();
});

describe('npm run new', () => {
  const place = mkdtempSync(join(tmpdir(), 'wholeclass-new-'));
  const own = join(place, 'own');
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  async function run(...args: readonly string[]): Promise<readonly [number, string]> {
    const printed: string[] = [];
    for (const name of ['log', 'error'] as const) {
      vi.spyOn(console, name).mockImplementation((words: string) => void printed.push(words));
    }
    vi.stubEnv('LESSONS_DIR', own);
    return [await newLesson(args), printed.join('\n')];
  }

  test('writes a template into the folder of the school’s own lessons', async () => {
    const [code, printed] = await run('assembly', 'small-kindnesses');
    expect([code, printed]).toEqual([0, expect.stringContaining(join(own, 'small-kindnesses.md'))]);
    expect(readFileSync(join(own, 'small-kindnesses.md'), 'utf8')).toBe(
      withDraft(text('assembly'), true),
    );
  });

  test('begins as a draft, which the library does not list', async () => {
    await run('blank', 'a-draft');
    const written = readFileSync(join(own, 'a-draft.md'), 'utf8');
    expect(readLesson('a-draft', written).lesson.isDraft).toBe(true);
  });

  test('never writes over a lesson, nor gives one the name of a shipped one', async () => {
    await run('blank', 'once');
    const [again, why] = await run('assembly', 'once');
    expect([again, why]).toEqual([1, expect.stringContaining('is there already')]);
    expect(readFileSync(join(own, 'once.md'), 'utf8')).toBe(withDraft(text('blank'), true));
    expect(await run('blank', 'parents-evening')).toEqual([
      1,
      expect.stringContaining('lessons/parents-evening.md is there already'),
    ]);
  });

  test('says what it needs', async () => {
    expect(await run('poem', 'mine')).toEqual([1, expect.stringContaining('A film with stops')]);
    expect(await run('blank', '../mine')).toEqual([
      1,
      expect.stringContaining('small letters, digits and hyphens'),
    ]);
  });
});
