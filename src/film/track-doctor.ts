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
/** More than this without a word said, and captions may be missing. */
const LONG = 90;

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
  film: Pick<Manifest, 'length' | 'stops' | 'edition'>,
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
    return cueFindings(track, cues, film);
  });
}

function cueFindings(
  { name, file }: Track,
  cues: readonly Cue[],
  film: Pick<Manifest, 'length' | 'stops'>,
): readonly Finding[] {
  const wrong = name === 'captions' ? error : warning;
  const end = Math.max(...cues.map((cue) => cue.end));
  const late = end > film.length + SLACK;
  const backward = cues.find(
    (cue, at) => cue.end < cue.start || cue.start < (cues[at - 1]?.start ?? 0),
  );
  const silent = name === 'captions' ? silences(cues, film) : [];
  const found = [
    ...(late
      ? [
          wrong(
            `${name}-late`,
            `The ${name} go on to ${writeClockTime(end)} and the film ends at ${writeClockTime(film.length)}.`,
            {
              todo: `They are from another edition: put those of this one into ${file}, or place it with “anchors:” in film.yaml.`,
            },
          ),
        ]
      : []),
    ...(backward
      ? [
          warning(
            `${name}-order`,
            `The ${name} are out of order at ${writeClockTime(backward.start)}, “${backward.text.slice(0, 40)}”.`,
            {
              todo: `Put the lines of ${file} into the film’s order, each with its end behind its start.`,
            },
          ),
        ]
      : []),
    ...silent.map(({ from, to }) =>
      warning(
        `${name}-gap`,
        `Nothing is said in the ${name} from ${writeClockTime(from)} to ${writeClockTime(to)}.`,
        {
          todo: 'If someone speaks there, it is missing.',
        },
      ),
    ),
  ];
  return found.length > 0
    ? found
    : [
        well(
          name,
          `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${cues.length}, up to ${writeClockTime(end)}.`,
        ),
      ];
}

// A part without a word between two stops, or a long silence anywhere.
function silences(
  cues: readonly Cue[],
  { length, stops }: Pick<Manifest, 'length' | 'stops'>,
): readonly { readonly from: number; readonly to: number }[] {
  const edges = [0, ...Object.values(stops).toSorted((a, b) => a - b), length];
  return edges.slice(1).flatMap((to, at) => {
    const from = edges[at] ?? 0;
    const isSpeech = cues.some((cue) => cue.start < to && cue.end > from);
    return isSpeech || to - from < SLACK ? longSilences(cues, from, to) : [{ from, to }];
  });
}

function longSilences(
  cues: readonly Cue[],
  from: number,
  to: number,
): readonly { readonly from: number; readonly to: number }[] {
  const inside = cues
    .filter((cue) => cue.start < to && cue.end > from)
    .toSorted((a, b) => a.start - b.start);
  return [...inside.map(({ start }) => start), to].flatMap((start, at) => {
    const since = at === 0 ? from : Math.max(from, ...inside.slice(0, at).map(({ end }) => end));
    return start - since > LONG ? [{ from: since, to: start }] : [];
  });
}
