import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSound } from '../film/check-film.ts';
import { error, type Finding } from '../film/finding.ts';
import { checkFilmFolder, type CheckedFilm } from '../site/check-film-folder.ts';
import { isTimedBy, whyUnfit } from '../lesson/fit-film.ts';
import { readTimes } from '../site/films.ts';
import { isSlug, openLessons, type LessonFile } from '../site/lessons.ts';
import { mediaFolders, type Media } from '../site/media-folders.ts';
import { readForCommand } from '../site/reading.ts';
import { placesHere } from './places-here.ts';
import { refuse } from './command.ts';

const HELP = `npm run film -- [film] [--json]

Film check: looks at the films in media/ and in the media/ of your own
lessons (LESSONS_DIR), or at the ones named by their folder, and says of each
whether it is there, what it is made of (read from the file, whatever its name
says), whether it stops where film.yaml says, and whether its captions fit. What can be mended is told with one line for ffmpeg;
nothing is changed.

  --json     the same for a program
  --help     this

Ends with 1 when there is an error, else 0.`;

/** Examines the films named (all of `media/` when none is) and prints what is wrong with each. Exit code 1 on errors. */
export async function film(args: readonly string[]): Promise<number> {
  const flags = args.filter((word) => word.startsWith('-'));
  const unknown = flags.find((word) => !['--json', '--help', '-h'].includes(word));
  if (unknown !== undefined) {
    return refuse(`Cannot read “${unknown}”: it needs to be --json or --help.\n\n${HELP}`);
  }
  if (flags.includes('--help') || flags.includes('-h')) return tell(HELP);
  const { folders: lessonFolders, media } = placesHere();
  const named = args.filter((word) => !word.startsWith('-')).map(folderIn);
  const folders = await foldersOf(media);
  const stranger = named.find((name) => !folders.includes(name));
  if (stranger !== undefined) {
    return refuse(
      `There is no film “${stranger}”: it needs a folder media/${isSlug(stranger) ? stranger : 'my-film'}. There are: ${folders.join(', ')}.`,
    );
  }
  const looked = named.length > 0 ? named : await filmsAmong(folders, media);
  const lessons = await openLessons(lessonFolders, readForCommand).all();
  const films = await Promise.all(
    looked.map(async (name) =>
      withLessons(await checkFilmFolder(name, { media }), { lessons, media }),
    ),
  );
  if (flags.includes('--json')) tell(JSON.stringify({ films }, null, 2));
  else for (const one of films) tell(report(one));
  // A film that no one has put there yet is wrong only where it was asked for.
  return films.every(
    ({ file, findings }) => isSound(findings) || (named.length === 0 && file.kind === 'missing'),
  )
    ? 0
    : 1;
}

/** What was found, and each stop that a lesson which names the film has and the film does not time. */
async function withLessons(
  one: CheckedFilm,
  { lessons, media }: { readonly lessons: readonly LessonFile[]; readonly media: Media },
): Promise<CheckedFilm> {
  const naming = lessons.filter(({ lesson }) => lesson.films.includes(one.film));
  const found = await Promise.all(
    naming.map(async ({ lesson, slug }): Promise<readonly Finding[]> => {
      const film = await readTimes(one.film, { media, isTimed: isTimedBy(lesson) });
      const why = film && whyUnfit(lesson, film.manifest);
      return why === null
        ? []
        : [
            error('film-stops', `lessons/${slug}.md: ${why}.`, {
              todo: 'Until then that lesson does not play it.',
            }),
          ];
    }),
  );
  return { ...one, findings: [...one.findings, ...found.flat()] };
}

// `media/my-film/` and `media/my-film/film.mp4` are what a shell completes.
function folderIn(word: string): string {
  return word
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)?media\//, '')
    .replace(/\/(?:film\.mp4)?$/, '');
}

async function foldersOf(media: Media): Promise<readonly string[]> {
  const entries = await Promise.all(
    mediaFolders(media).map((folder) => readdir(folder, { withFileTypes: true }).catch(() => [])),
  );
  const names = entries
    .flat()
    .filter((entry) => !entry.isFile() && isSlug(entry.name))
    .map(({ name }) => name);
  return [...new Set(names)].toSorted();
}

/** A lesson's pictures lie in a folder of `media/` too; one that holds nothing else is no film. */
async function filmsAmong(folders: readonly string[], media: Media): Promise<readonly string[]> {
  const inside = await Promise.all(
    folders.map(async (name) => {
      const there = mediaFolders(media).map((one) => readdir(join(one, name)).catch(() => []));
      return (await Promise.all(there)).flat();
    }),
  );
  return folders.filter(
    (_, at) => inside[at]?.length === 0 || inside[at]?.some((file) => !PICTURE.test(file)),
  );
}

const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;

function report({ film: name, findings }: CheckedFilm): string {
  return [`media/${name}`, ...findings.map(line), ''].join('\n');
}

const SIGNS: Readonly<Record<Finding['severity'], string>> = {
  well: 'ok     ',
  warning: 'warning',
  error: 'error  ',
};

function line({ severity, found, todo, command }: Finding): string {
  return [
    `  ${SIGNS[severity]}  ${found}`,
    ...(todo === '' ? [] : [`           ${todo}`]),
    ...(command === null ? [] : [`           ${command}`]),
  ].join('\n');
}

function tell(words: string): number {
  console.log(words);
  return 0;
}
