import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buildPages } from './build-pages.ts';
import { buildSite, partsOf } from './build.ts';
import { checkAllHandouts } from './check/check-handouts.ts';
import { checkLesson } from './check/check-lesson.ts';
import { allLessons } from './check/find-lessons.ts';
import * as v from 'valibot';
import { EMPTY_SCHOOL } from '../school/school.ts';
import { openPupilFiles, pupilPages } from '../server/http/pupil-files.ts';
import { openSite } from '../site/site.ts';
import { unchanging } from '../site/unchanging.ts';
import type { SiteParts } from '../site/site-parts.ts';
import { readJsonAs, record } from '../text/schema.ts';
import { root } from './root.ts';
import { refuse } from './command.ts';

/** Where the outputs of an earlier state of the code lie, between two runs. */
const SAVED = join(root, '.cache', 'golden.json.gz');

/** What the program makes of the lessons and handouts that are here: texts by their paths. */
export type Outputs = Readonly<Record<string, string>>;

/**
 * `npm run golden`: compares all that people are shown (every page, deck and sheet of the built site, what a server
 * serves at both doors where it is youth work, and what is found in every lesson and handout) with what `npm run golden -- --save` saved before the code was changed, and lists each file that
 * differs, with the first line that does. Resolves to the exit code: 1 where anything differs.
 */
export async function golden(args: readonly string[]): Promise<number> {
  const unknown = args.find((word) => word !== '--save');
  if (unknown !== undefined) {
    return refuse(`Cannot read “${unknown}”: npm run golden takes only --save.`);
  }
  const now = await readOutputs();
  const count = Object.keys(now).length;
  if (args.includes('--save')) {
    await mkdir(dirname(SAVED), { recursive: true });
    await writeFile(SAVED, gzipSync(JSON.stringify({ version: VERSION, files: now })));
    console.log(`Saved ${count} files, ${digest(now)}. Change the code, then: npm run golden`);
    return 0;
  }
  const before = await readSaved();
  if (before === null) {
    return refuse(
      'Nothing is saved to compare with. Before the code is changed: npm run golden -- --save',
    );
  }
  const changes = compareOutputs(before, now);
  for (const line of changes) console.log(line);
  console.log(
    changes.length === 0
      ? `The same: ${count} files, ${digest(now)}.`
      : `${changes.length} of ${count} files differ.`,
  );
  return changes.length === 0 ? 0 : 1;
}

/** A line for each file that came, went or differs, with the first line of it that does. */
export function compareOutputs(before: Outputs, now: Outputs): readonly string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted();
  return paths.flatMap((path) => {
    const [was, is] = [before[path], now[path]];
    if (was === is) return [];
    if (was === undefined) return [`new      ${path}`];
    if (is === undefined) return [`missing  ${path}`];
    return [`differs  ${path}${firstDifference(was, is)}`];
  });
}

const SHOWN = 60;

function firstDifference(was: string, is: string): string {
  const [before, after] = [was.split('\n'), is.split('\n')];
  const line = before.findIndex((one, at) => one !== after[at]);
  const at = line < 0 ? before.length : line;
  const [old = '', now = ''] = [before[at], after[at]];
  const column = [...old].findIndex((letter, place) => letter !== now[place]);
  const from = Math.max(0, (column < 0 ? old.length : column) - SHOWN / 2);
  const part = (text: string) => text.slice(from, from + SHOWN);
  return `, line ${at + 1}\n    was ${part(old)}\n    is  ${part(now)}`;
}

/** A page as people see it: without the names of its scripts, with what its styles say instead of what they are called, and without what marks a word. */
export function asShown(page: string, styleOf: (name: string) => string): string {
  return page
    .replaceAll(/\s*<link rel="modulepreload"[^>]*>/g, '')
    .replaceAll(/(<script type="module"[^>]*) src="[^"]*"/g, '$1')
    .replaceAll(/<link rel="stylesheet"[^>]* href="([^"]*)"[^>]*>/g, (_, href: string) =>
      styleOf(href.replace(/^.*\//, '')),
    )
    .replaceAll(/(assets\/[\w.-]+?)-[\w-]{8}(\.\w+)/g, '$1$2')
    .replaceAll(/<!--\/?word\b[^>]*-->/g, '');
}

const TEXTS = /\.(?:html|json|txt|svg|vtt|css|webmanifest)$/;

async function readOutputs(): Promise<Outputs> {
  const out = await mkdtemp(join(tmpdir(), 'wholeclass-golden-'));
  try {
    const pages = await buildPages();
    const files = await buildSite({ home: root, pages, out });
    const texts = new Map<string, string>();
    for (const { path } of files.filter((one) => TEXTS.test(one.path))) {
      texts.set(path, await readFile(join(out, path), 'utf8'));
    }
    const styles = new Map(
      [...texts]
        .filter(([path]) => path.endsWith('.css'))
        .map(([path, text]) => [path.replace(/^.*\//, ''), text]),
    );
    const styleOf = (name: string) =>
      `<style data-hash="${hashOf(styles.get(name) ?? '')}"></style>`;
    const shown = [...texts, ...(await inYouthWork(pages))]
      .filter(([path]) => !path.endsWith('.css'))
      .map(([path, text]) => [path, asShown(text, styleOf)] as const);
    return { ...Object.fromEntries(shown), ...(await findings()) };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** What a server serves where it is youth work: pages and what they fetch, at both doors. */
async function inYouthWork(pages: string): Promise<readonly (readonly [string, string])[]> {
  const parts = unchanging(partsOf({ home: root, pages }));
  const own: SiteParts = {
    ...parts,
    room: 'server',
    school: async () => ({ ...EMPTY_SCHOOL, setting: 'youth-work' }),
  };
  const site = openSite(own);
  const pupils = openPupilFiles(
    openSite({ ...own, contacts: 'words' }),
    parts.pages,
    async () => 'youth-work',
  );
  const paths = (await site.paths()).filter((path) => /\.(?:html|json)$/.test(path));
  const served = async (door: string, path: string, body: Promise<Buffer | null>) =>
    [`youth-work/${door}/${path}`, String(await body)] as const;
  return Promise.all([
    ...paths.map((path) => served('staff', path, site.read(path))),
    ...pupilPages
      .map((page) => `${page.slice(1)}index.html`)
      .map((path) => served('pupils', path, pupils.read(path))),
  ]);
}

/** What is found in each lesson and handout, as `npm run check -- --json` has it. */
async function findings(): Promise<Outputs> {
  const { found } = await allLessons();
  const checked = [
    ...(await Promise.all(found.map((one) => checkLesson(one, null)))),
    ...(await checkAllHandouts()),
  ];
  return Object.fromEntries(
    checked.map(({ file }) => [`check/${file.file}.json`, JSON.stringify(file, null, 2)]),
  );
}

/** The version of what is saved. */
const VERSION = 1;
const savedOutputs = v.object({ version: v.literal(VERSION), files: record(v.string()) });

async function readSaved(): Promise<Outputs | null> {
  try {
    const saved = readJsonAs(savedOutputs, gunzipSync(await readFile(SAVED)).toString());
    return saved?.files ?? null;
  } catch {
    return null;
  }
}

function digest(outputs: Outputs): string {
  return hashOf(
    JSON.stringify(Object.entries(outputs).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ).slice(0, 12);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
