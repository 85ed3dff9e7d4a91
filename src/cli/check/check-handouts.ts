import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { checkHandout } from '../../checks/check-handout.ts';
import { checkComebacks } from '../../checks/comebacks.ts';
import { isOwnSheet } from '../../outputs/handouts/own-sheet-id.ts';
import { readHandout } from '../../outputs/handouts/read-handout.ts';
import { isHandoutName, writtenNames } from '../../site/handouts.ts';
import type { Media } from '../../site/media-folders.ts';
import { pictureProblems } from '../../site/media-problems.ts';
import { lookAtPictures } from '../../site/media-state.ts';
import { OUR_COMEBACKS } from '../../site/own-comebacks.ts';
import { today } from '../../site/today.ts';
import type { Problem } from '../../document/problem.ts';
import { root } from '../root.ts';
import type { Checked } from './checked-file.ts';

const FOLDER = 'handouts';
const MEDIA = join(root, 'media');

/** Every handout of `handouts/`, checked, and the comebacks that young people wrote, where there are any. */
export async function checkAllHandouts(): Promise<readonly Checked[]> {
  const paths = await pathsIn(join(root, FOLDER));
  return Promise.all(paths.map((path) => checkFile(`${FOLDER}/${basename(path)}`, path, MEDIA)));
}

async function pathsIn(folder: string): Promise<readonly string[]> {
  const ours = join(folder, OUR_COMEBACKS);
  return [
    ...(await writtenNames(folder)).map((name) => join(folder, `${name}.md`)),
    ...(existsSync(ours) ? [ours] : []),
  ];
}

/** Checks those of the names that stand for handouts, seen from `folder`: a folder `handouts`, or what is in one. The others are for lessons. Pictures lie in `media`. */
export async function checkNamedHandouts(names: readonly string[], folder: string, media = MEDIA) {
  const isHandout = (name: string) =>
    [resolve(folder, name), dirname(resolve(folder, name))].some(
      (path) => basename(path) === FOLDER,
    );
  const paths = await Promise.all(
    names.filter(isHandout).map((name) => pathsOf(resolve(folder, name))),
  );
  const files = [...new Set(paths.flat())].map((path) => ({
    path,
    name: relative(folder, path).replaceAll('\\', '/'),
  }));
  const missing = files
    .filter(({ path }) => !existsSync(path))
    .map(({ name }) => `Cannot check ${name}: there is no such handout.`);
  const checked = await Promise.all(
    files
      .filter(({ path }) => existsSync(path))
      .map(({ name, path }) => checkFile(name, path, media)),
  );
  return { checked, missing, others: names.filter((name) => !isHandout(name)) };
}

async function pathsOf(path: string): Promise<readonly string[]> {
  if (existsSync(path)) return basename(path) === FOLDER ? pathsIn(path) : [path];
  const known = await pathsIn(dirname(path));
  const found = globSync(path).filter((one) => known.includes(one));
  // A pattern that matches no file is reported under its own name.
  return found.length > 0 ? found.toSorted() : [path];
}

async function checkFile(name: string, path: string, media: Media): Promise<Checked> {
  const text = await readFile(path, 'utf8');
  const isComebacks = basename(path) === OUR_COMEBACKS;
  const problems = isComebacks
    ? checkComebacks(text).problems
    : await handoutProblems(basename(path, '.md'), text, media);
  return {
    file: { file: name, subject: '', slides: 0, minutes: 0, questions: 0, problems },
    text,
    ready: [],
  };
}

async function handoutProblems(
  name: string,
  text: string,
  media: Media,
): Promise<readonly Problem[]> {
  const read = readHandout(name, text);
  const pictures = await lookAtPictures(read.pictures, media);
  return [
    ...(isHandoutName(name) ? [] : [badName(name)]),
    ...checkHandout(read, text, { today: today() }),
    ...pictureProblems(pictures, 'print'),
  ].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function badName(name: string): Problem {
  const [base = ''] = name.split('.');
  return {
    code: 'handout-name',
    severity: 'error',
    line: 1,
    column: 1,
    message: isOwnSheet(base)
      ? `Cannot print ${name}.md: handouts that are written in a lesson are called “${base}”. It needs another name, as in exit-slips.md`
      : `Cannot print ${name}.md: its name is part of an address. It needs small letters, digits and hyphens alone, as in exit-slips.md`,
  };
}
