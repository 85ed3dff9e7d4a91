import { fileFindings } from './check-file.ts';
import { canPlay, type FilmFile } from './film-facts.ts';
import { error, warning, well, type Finding } from './finding.ts';
import type { ReadManifest } from './manifest.ts';
import { trackFindings, type TrackTexts } from './check-tracks.ts';

/** All that lies in a film's folder: its film, its film.yaml (null where there is none), and its words. */
export type FilmFolder = {
  readonly folder: string;
  readonly file: FilmFile;
  readonly read: ReadManifest | null;
  readonly texts: TrackTexts;
};

/** What there is to say of a film, in the order a teacher would look: a film without any error plays here, has captions, and its stops lie inside it. */
export function checkFilm({ folder, file, read, texts }: FilmFolder): readonly Finding[] {
  const manifest = read?.manifest ?? null;
  const length = file.kind === 'film' ? file.facts.length : (manifest?.length ?? 0);
  const film = {
    length,
    ...(manifest?.edition && { edition: manifest.edition }),
  };
  return [
    ...fileFindings(file, folder, manifest),
    ...manifestFindings(read, folder, file),
    ...(canPlay(file) || manifest !== null ? trackFindings(texts, folder, film) : []),
  ];
}

/** True where nothing was found that keeps the film from playing and stopping as it should. */
export function isSound(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

function manifestFindings(
  read: ReadManifest | null,
  folder: string,
  file: FilmFile,
): readonly Finding[] {
  const place = `${folder}/film.yaml`;
  const rate =
    file.kind === 'film' && file.facts.video ? Math.round(file.facts.video.rate * 1000) / 1000 : 25;
  const needs = {
    todo: `It needs lines such as “title: …”, “fps: ${rate}”, “length: "8:30"” and “stops:” with a time for each.`,
  };
  if (read === null) {
    return [
      error('manifest-missing', `There is no ${place}: nobody knows where the film stops.`, needs),
    ];
  }
  const found = read.problems.map(({ code, severity, line, message }) => {
    const findingOf = severity === 'error' ? error : warning;
    return findingOf(code, `${place}, line ${line}: ${message}.`, { todo: 'Put that line right.' });
  });
  if (found.length > 0) return found;
  if (read.manifest === null) {
    return [error('manifest-times', `${place} gives no length and no times yet.`, needs)];
  }
  const stops = Object.keys(read.manifest.stops).length;
  return [well('manifest', `“${read.title}”, ${stops === 1 ? '1 stop' : `${stops} stops`}.`)];
}
