import { accessSync, constants, existsSync, statSync, type Stats } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { LessonFolder } from '../site/lessons.ts';
import type { Media } from '../site/media-folders.ts';
import { makeFolder } from './make-folder.ts';
import { StartProblem, type Settings } from './settings.ts';

/** Where lessons lie, and their films and pictures: a school's own first, then the program's. */
export type LessonPlaces = {
  readonly folders: readonly LessonFolder[];
  readonly media: Media;
  /** The folder of a school's own lessons, there or not yet; null where it has none. */
  readonly own: string | null;
};

/** What says where the program's lessons are, and a school's own; without a data folder it has none of its own but where they are named. */
export type LessonSettings = Pick<Settings, 'home' | 'lessonsDir' | 'lessonFile'> &
  Partial<Pick<Settings, 'dataDir'>>;

/**
 * The folders of lessons and of their media; the school's is read when it is there. Throws a
 * `StartProblem` with its sentence where the program's own is not there, or the school's cannot
 * be read.
 */
export function lessonPlaces(settings: LessonSettings): LessonPlaces {
  const shipped = { path: lessonsFolder(settings.home), name: 'lessons' };
  const media = join(settings.home, 'media');
  const own = ownFolder(settings);
  // Who names the program's own folder has no other.
  if (own === null || own === shipped.path) return { folders: [shipped], media, own: null };
  checkReadable(own, settings);
  const name = relative(process.cwd(), own).replaceAll('\\', '/');
  const { lessonFile } = settings;
  const folder = {
    path: own,
    name: name === '' || name.startsWith('..') ? own : name,
    ...(lessonFile !== undefined && { only: basename(lessonFile, '.md') }),
  };
  return {
    folders: [folder, shipped],
    media: [join(own, 'media'), media],
    own,
  };
}

/** Makes the folder of a school's own lessons, with its `media/`. One that was named and cannot be made is a `StartProblem`; one that was not is left out where there is no data folder, unless it is made `always`. */
export function makeOwnFolder(settings: LessonSettings, when: 'asked' | 'always' = 'asked'): void {
  const { home, lessonsDir, dataDir } = settings;
  const own = ownFolder(settings);
  // The folder of a file that is shown is its author's: nothing is made there.
  if (own === null || own === join(home, 'lessons') || settings.lessonFile !== undefined) return;
  const isAsked = lessonsDir !== undefined || when === 'always';
  if (!isAsked && !existsSync(resolve(dataDir ?? ''))) return;
  try {
    makeFolder(join(own, 'media'));
  } catch {
    checkReadable(own, settings);
    // One that is there and may only be read is as good: nothing is written into it.
    if (!isAsked || existsSync(own)) return;
    throw new StartProblem(
      `${cannotUse(own, settings)}: no folder can be made there. Choose another, or make this one.`,
    );
  }
}

function ownFolder({ dataDir, lessonsDir }: LessonSettings): string | null {
  if (lessonsDir !== undefined) return resolve(lessonsDir);
  return dataDir === undefined ? null : resolve(dataDir, 'lessons');
}

function checkReadable(own: string, settings: LessonSettings): void {
  const found = lookAt(own);
  // A data folder that keeps its own out is reported where it is needed.
  if (found === null || (found === 'closed' && settings.lessonsDir === undefined)) return;
  if (found !== 'closed' && !found.isDirectory()) {
    throw new StartProblem(
      `${cannotUse(own, settings)}: it is a file, and must be a folder. Move the file into a folder, and name that.`,
    );
  }
  try {
    accessSync(own, constants.R_OK | constants.X_OK);
  } catch {
    throw new StartProblem(
      `${cannotUse(own, settings)}: this account may not read the folder. Change its permissions, or choose another.`,
    );
  }
}

function lookAt(path: string): Stats | 'closed' | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return 'closed';
  }
}

function cannotUse(own: string, { lessonsDir }: LessonSettings): string {
  return lessonsDir === undefined
    ? `Cannot use the folder of your own lessons, ${own}`
    : `Cannot use LESSONS_DIR="${lessonsDir}"`;
}

function lessonsFolder(home: string): string {
  const folder = join(home, 'lessons');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new StartProblem(
    'There is no folder "lessons" here: put it back, with at least one lesson in it, and try again.',
  );
}
