import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { draftOf, type FilmDraft } from '../../film/film-draft.ts';
import { MAX_CAPTIONS, MAX_FILM_YAML, type FilmTexts } from '../../film/film-protocol.ts';
import { readManifest } from '../../film/manifest.ts';
import { readCaptionFile } from '../../film/vtt.ts';

const YAML = 'film.yaml';
const CAPTIONS = 'captions.en.vtt';
const FILM = 'film.mp4';
/** A page reads a file whole: one that is larger than this is copied by itself. */
const MAX_BYTES = 1_500_000_000;

/** One file with what is said of a film, its captions, and the film where it is given: a folder that is put into `media/` as it is. */
export async function writeFilmZip(
  name: string,
  { yaml, captions }: FilmTexts,
  film: Blob | null,
): Promise<Uint8Array> {
  // A film is packed already.
  const stored = film === null ? null : new Uint8Array(await film.arrayBuffer());
  return zipSync({
    [`${name}/${YAML}`]: strToU8(yaml),
    ...(captions !== null && { [`${name}/${CAPTIONS}`]: strToU8(captions) }),
    ...(stored !== null && { [`${name}/${FILM}`]: [stored, { level: 0 }] }),
  });
}

/** A file to carry, opened again, with its film where it has one; or why it is none, as a sentence. */
export async function readFilmZip(
  file: File,
): Promise<
  { readonly draft: FilmDraft; readonly film: File | null } | { readonly problem: string }
> {
  const cannot = (why: string) => ({ problem: `Cannot open “${file.name}”: ${why}.` });
  if (file.size > MAX_BYTES) return cannot('it is too large for a page. Open it by hand');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const limits: Readonly<Record<string, number>> = {
      [YAML]: 4 * MAX_FILM_YAML,
      [CAPTIONS]: 4 * MAX_CAPTIONS,
      [FILM]: MAX_BYTES,
    };
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => originalSize <= (limits[lastOf(name)] ?? -1),
    });
    const partOf = (wanted: string) =>
      Object.entries(entries).find(([name]) => lastOf(name) === wanted)?.[1];
    const yaml = partOf(YAML);
    if (yaml === undefined) return cannot('there is no film.yaml in it');
    const { manifest, problems } = readManifest(strFromU8(yaml), { isTimed: true });
    if (manifest === null) {
      const [first] = problems;
      return cannot(first === undefined ? 'its film.yaml has no times' : first.message);
    }
    const captions = partOf(CAPTIONS);
    const film = partOf(FILM);
    return {
      draft: draftOf(
        manifest,
        captions === undefined ? null : readCaptionFile(strFromU8(captions)),
      ),
      film:
        film === undefined ? null : new File([new Uint8Array(film)], FILM, { type: 'video/mp4' }),
    };
  } catch {
    return cannot('it is no file to carry, or it is damaged');
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
