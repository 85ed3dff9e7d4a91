import { isPicturePath } from '../../../edit/lesson-pictures.ts';
import type { MyLessonHere } from '../../../edit/my-lesson-here.view.ts';
import { INNER_START, ownFolderTexts } from '../../../edit/own-folder.ts';
import { packFiles, unpackFiles, type PackedFile } from '../../../open/pack-files.ts';
import { openSchoolHere } from '../../../school/school-here.view.ts';
import { writeSchool } from '../../../school/school.ts';
import { base64Of, bytesOf } from '../../../text/base64.view.ts';
import { INNER, OPEN_ME, OWN_FOLDER } from '../../../text/folder-names.ts';
import { slugOf } from '../../../text/ids.ts';
import { fetchFile, isInFolder } from '../../../text/site-file.view.ts';

/** A folder that was made: its file, and how many pictures and which film could not be put in. */
export type MadeFolder = {
  readonly name: string;
  readonly zip: Blob;
  readonly missing: number;
  readonly film: 'none' | 'in it' | 'not in it';
};

/** Why there is none: its pages could not be fetched, are not on this site, or the lesson cannot be read. */
export type NoFolder = 'away' | 'not here' | 'no lesson';

/** Makes the folder of a lesson of one’s own, which opens by double-click. `root` leads to the site’s root. */
export async function makeOwnFolder(
  mine: MyLessonHere,
  root: string,
): Promise<MadeFolder | NoFolder> {
  const [pages, assets] = await Promise.all([
    fetchZip(OWN_FOLDER.pages, root),
    fetchZip(OWN_FOLDER.assets, root),
  ]);
  if (typeof pages === 'string') return pages;
  if (typeof assets === 'string') return assets;
  const made = await mine.forFolder();
  if (made === null) return 'no lesson';
  const shell = new Map([...unpackFiles(pages), ...unpackFiles(assets)]);
  const { lesson, starts, pictures, missing, films, plays } = made;
  const film = plays === null ? null : await filmFile(plays, root);
  const { school } = await openSchoolHere(root).read();
  const slug = slugOf(lesson.title) || 'lesson';
  const texts = ownFolderTexts({
    ...{ lesson, slug, setting: school.setting, school: writeSchool(school) },
    starts: {
      [OPEN_ME]: { page: textOf(shell.get(OPEN_ME)), slots: starts[OPEN_ME] },
      [INNER_START]: { page: textOf(shell.get(INNER_START)), slots: starts[INNER_START] },
    },
    packed: new Map([
      [OWN_FOLDER.pages, base64Of(pages)],
      [OWN_FOLDER.assets, base64Of(assets)],
    ]),
    pictures: new Map([...pictures].map(([path, bytes]) => [path, base64Of(bytes)])),
    films: films.map((one) => ({ ...one, hasFile: film !== null && one.film === plays })),
  });
  const files = new Map<string, Uint8Array | Blob>([
    ...shell,
    ...[...texts].map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
    // A copy that is written there finds in the folder’s own media what no page put in.
    ...[...pictures].flatMap(([path, bytes]) =>
      isPicturePath(path) ? [] : [[`${INNER}/media/${path}`, bytes] as const],
    ),
    ...(film === null ? [] : [[`${INNER}/media/${plays}/film.mp4`, film] as const]),
  ]);
  const parts: BlobPart[] = [];
  for await (const piece of packFiles(packedIn(slug, files))) parts.push(new Uint8Array(piece));
  return {
    name: `${slug}.zip`,
    zip: new Blob(parts, { type: 'application/zip' }),
    missing,
    film: plays === null ? 'none' : film === null ? 'not in it' : 'in it',
  };
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

/** What folders are made of, as it came with the site or with the folder that this page is in. */
async function fetchZip(name: string, root: string): Promise<Uint8Array | NoFolder> {
  const file = await fetchFile(root + name).catch(() => null);
  if (file === null) return 'away';
  if (!file.ok) return 'not here';
  const bytes = isInFolder()
    ? file.text().then(bytesOf)
    : file.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  return bytes.catch((): NoFolder => 'away');
}

// A page that was opened by double-click reads no film.
async function filmFile(film: string, root: string): Promise<Blob | null> {
  if (isInFolder()) return null;
  const file = await fetch(`${root}media/${encodeURIComponent(film)}/film.mp4`).catch(() => null);
  return file?.ok === true ? file.blob().catch(() => null) : null;
}

function packedIn(
  top: string,
  files: ReadonlyMap<string, Uint8Array | Blob>,
): readonly PackedFile[] {
  return [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ path: `${top}/${path}`, pieces: () => piecesOf(bytes) }));
}

async function* piecesOf(file: Uint8Array | Blob): AsyncGenerator<Uint8Array> {
  // The page answers in between.
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (file instanceof Uint8Array) return yield file;
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
