import { writeClockTime } from '../text/clock-time.ts';
import { moveSpan, SAME_EDITION } from './edition.ts';
import { error, warning, well, type Finding } from './finding.ts';
import type { Manifest } from './manifest.ts';
import { cuesAsWritten, isWebVtt, type Cue } from './vtt.ts';

/** A film's words as files: their text, null where the file is not there. */
export type TrackTexts = {
  readonly captions: string | null;
  readonly chapters: string | null;
  readonly descriptions: string | null;
};

/** How much longer than the film its words may go on, in seconds. */
const SLACK = 2;

type Track = { readonly name: keyof TrackTexts; readonly file: string; readonly without: string };

const tracks: readonly Track[] = [
  {
    name: 'captions',
    file: 'captions.en.vtt',
    without: 'who cannot hear the film is left out, and so is who sits at the back',
  },
  { name: 'chapters', file: 'chapters.vtt', without: 'nobody can go back to one scene of it' },
  {
    name: 'descriptions',
    file: 'descriptions.vtt',
    without: 'who cannot see the film is left out',
  },
];

/** What is to be said of a film's captions, chapters and descriptions; `length` is the film's own, in seconds. */
export function trackFindings(
  texts: TrackTexts,
  folder: string,
  film: Pick<Manifest, 'length' | 'edition'>,
): readonly Finding[] {
  return tracks.flatMap((track) => {
    const text = texts[track.name];
    const wrong = track.name === 'captions' ? error : warning;
    const path = `${folder}/${track.file}`;
    if (text === null) {
      return [
        wrong(`${track.name}-missing`, `There is no ${path}: ${track.without}.`, {
          todo: `Ask the person the film is from for its ${track.name} as WebVTT, and put them there.`,
        }),
      ];
    }
    const cues = isWebVtt(text)
      ? cuesAsWritten(text).map((cue) => moveSpan(film.edition ?? SAME_EDITION, cue))
      : [];
    if (cues.length === 0) {
      return [
        wrong(`${track.name}-unreadable`, `${path} cannot be read.`, {
          todo: 'It needs a first line “WEBVTT” and times such as “00:03.000 --> 00:09.960”. From an .srt file one line makes it.',
          command: `ffmpeg -i "${folder}/captions.srt" "${path}"`,
        }),
      ];
    }
    return [cueFinding(track, cues, film.length)];
  });
}

function cueFinding({ name, file }: Track, cues: readonly Cue[], length: number): Finding {
  const end = Math.max(...cues.map((cue) => cue.end));
  if (end > length + SLACK) {
    const wrong = name === 'captions' ? error : warning;
    return wrong(
      `${name}-late`,
      `The ${name} go on to ${writeClockTime(end)} and the film ends at ${writeClockTime(length)}.`,
      {
        todo: `They are from another edition: put those of this one into ${file}, or place it with “anchors:” in film.yaml.`,
      },
    );
  }
  return well(
    name,
    `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${cues.length}, up to ${writeClockTime(end)}.`,
  );
}
