import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderFile } from '../../site/folder/folder-file.ts';
import { handoutNames, openHandouts } from '../../site/handouts.ts';
import { readLessonText, type LessonFile } from '../../site/lessons.ts';
import { mediaFiles } from '../../site/media-files.ts';
import { findInMedia, type Media } from '../../site/media-folders.ts';
import { licenceText } from '../licences.ts';
import { root } from '../root.ts';
import { readMeFirst } from './read-me-first.ts';
import { shippedProgram } from './shipped-program.ts';

const ENTRY = 'src/cli/start-alone.ts';

/** What a Windows pack is made from: Node, lessons, their media, the data folder, and the two sets of built pages. */
export type WindowsParts = {
  /** The path of node.exe on this machine, and its version. */
  readonly node: { readonly exe: string; readonly version: string };
  readonly lessons: readonly LessonFile[];
  readonly home: string;
  readonly media: Media;
  readonly dataDir: string;
  readonly pages: string;
  readonly folderPages: string;
};

/** The files of a Windows pack in the order of their paths: Node, the program, its packages, built pages, lessons and films. */
export async function windowsFiles(parts: WindowsParts): Promise<readonly FolderFile[]> {
  const { exe, version } = parts.node;
  const { files, packages } = await shippedProgram(ENTRY);
  const licences = await licenceText(
    packages,
    'This pack holds these packages, and Node.js to run them.',
    [
      `node.exe ${version}: MIT, and those of what is built into it, as the licence of Node.js names them`,
    ],
  );
  const pagesLicences = await readFile(join(parts.folderPages, 'licences.txt'), 'utf8');
  const all: readonly FolderFile[] = [
    { path: 'start.cmd', body: Buffer.from(startCmd(ENTRY)) },
    { path: 'READ ME FIRST.txt', body: Buffer.from(readMeFirst({ node: version })) },
    { path: 'licences.txt', body: Buffer.from(`${licences}\n\n${pagesLicences}`) },
    { path: 'program/node/node.exe', from: exe },
    {
      path: 'program/package.json',
      body: Buffer.from(
        `${JSON.stringify({ name: 'wholeclass', private: true, type: 'module' })}\n`,
      ),
    },
    ...files.map((path) => ({ path: `program/${path}`, from: join(root, path) })),
    ...(await built(parts.pages, 'program/src/built/pages')),
    ...(await built(parts.folderPages, 'program/src/built/folder-pages')),
    ...(await contents(parts)),
  ];
  return all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Built pages, which are used as they are where they lie beside the program's code. */
async function built(folder: string, to: string): Promise<readonly FolderFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== '.stamp')
    .map((entry) => join(entry.parentPath, entry.name));
  return files.map((from) => ({
    path: to + from.slice(folder.length).replaceAll('\\', '/'),
    from,
  }));
}

/** Lessons, handouts, the folders of their films, their pictures, and what the school has told of itself. */
async function contents({
  lessons,
  home,
  media,
  dataDir,
}: WindowsParts): Promise<readonly FolderFile[]> {
  const shown = await mediaFiles(
    lessons,
    media,
    await openHandouts(join(home, 'handouts')).sheets(),
  );
  const folders = [
    ...new Set(
      shown
        .filter((path) => path.endsWith('/film.mp4'))
        .map((path) => path.slice(0, -'/film.mp4'.length)),
    ),
  ];
  const beside = folders.map((folder) => `${folder}/film.yaml`);
  const there = await Promise.all(
    beside.map(async (path) => {
      const place = await findInMedia(media, path);
      return place === null ? null : readFile(place);
    }),
  );
  // One that teaches another's plan goes along whole: that plan may stay behind.
  const lessonTexts = await Promise.all(
    lessons.map(async ({ slug, path, plan }) => {
      const to = `program/lessons/${slug}.md`;
      const text = plan === null ? null : await readLessonText({ path, plan });
      return text === null ? { path: to, from: path } : { path: to, body: Buffer.from(text) };
    }),
  );
  const school = await readFile(join(dataDir, 'school.json')).catch(() => null);
  const handouts = await handoutNames(join(home, 'handouts'));
  return [
    ...lessonTexts,
    ...(await readdir(join(home, 'lessons/templates')).catch(() => [])).map((name) => ({
      path: `program/lessons/templates/${name}`,
      from: join(home, 'lessons/templates', name),
    })),
    ...handouts.map((name) => ({
      path: `program/handouts/${name}.md`,
      from: join(home, 'handouts', `${name}.md`),
    })),
    ...(await placesOf(shown, media)),
    ...beside.flatMap((path, i) =>
      there[i] ? [{ path: `program/media/${path}`, body: there[i] }] : [],
    ),
    ...(school === null ? [] : [{ path: 'program/school.json', body: school }]),
  ];
}

/** What `start.cmd` of a Windows pack says; `entry` is the program's file. Works from a path with spaces, from a network share and from a stick. */
function startCmd(entry: string): string {
  const lines = [
    '@echo off',
    'rem Starts Wholeclass for this computer only. It needs no administrator rights.',
    'setlocal',
    'title Wholeclass',
    // A share has no drive letter: pushd lends it one, and popd gives it back.
    'pushd "%~dp0program" || goto broken',
    'if not exist node\\node.exe goto broken',
    // Rooms and the school's own words stay on this computer, wherever the pack lies.
    'if not defined DATA_DIR set "DATA_DIR=%LOCALAPPDATA%\\Wholeclass"',
    'if not exist "%DATA_DIR%" mkdir "%DATA_DIR%"',
    'if exist school.json if not exist "%DATA_DIR%\\school.json" copy /y school.json "%DATA_DIR%\\school.json" >nul',
    'echo Keep this window open while you teach. Close it to stop Wholeclass.',
    `node\\node.exe ${entry.replaceAll('/', '\\')} --open`,
    'if errorlevel 1 pause',
    'popd',
    'exit /b',
    ':broken',
    'echo This pack is not whole. Unpack the zip first (right mouse button, "Extract all"), then open start again.',
    'pause',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

async function placesOf(paths: readonly string[], media: Media): Promise<readonly FolderFile[]> {
  const places = paths.map(async (path) => {
    const from = await findInMedia(media, path);
    return from === null ? null : { path: `program/media/${path}`, from };
  });
  return (await Promise.all(places)).filter((file) => file !== null);
}
