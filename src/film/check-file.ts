import { writeClockTime } from '../text/clock-time.ts';
import { isPictureSafe, isSoundSafe, type FilmFacts, type FilmFile } from './film-facts.ts';
import { error, warning, well, type Finding } from './finding.ts';
import type { Manifest } from './manifest.ts';

/** Further from the length that film.yaml gives, in seconds, and it is another edition. */
const SLACK = 0.5;
/** Frames a second that differ by more than this move a stop by a frame within minutes. */
const RATE_SLACK = 0.02;

/** What is to be said of a film's file; `folder` is where it lies, `media/x`. */
export function fileFindings(
  file: FilmFile,
  folder: string,
  manifest: Manifest | null,
): readonly Finding[] {
  const path = `${folder}/film.mp4`;
  switch (file.kind) {
    case 'missing':
      return [
        error('film-missing', `There is no ${path}.`, {
          todo: 'Copy the film there, under that name.',
        }),
      ];
    case 'empty':
      return [
        error('film-empty', `${path} has nothing in it.`, {
          todo: 'Copy the film there again.',
        }),
      ];
    case 'unreadable':
      return [
        error('film-unreadable', `${path} is no film that can be read, or its copy is broken.`, {
          todo: 'Copy the film there again. If it plays elsewhere, it is of a kind that browsers do not read: convert it.',
          command: convert(folder),
        }),
      ];
    case 'film':
      return [
        ...pictureFindings(file.facts, folder),
        ...soundFindings(file.facts, folder),
        ...timeFindings(file.facts, folder, manifest),
      ];
  }
}

/** What keeps a chosen file from being shown to a class, in a sentence or two for a teacher; null where it plays. */
export function checkFile(file: FilmFile): string | null {
  switch (file.kind) {
    case 'missing':
    case 'empty':
      return 'This file has nothing in it. Copy the film again, from where it came from.';
    case 'unreadable':
      return 'This file is no film that can be read, or its copy is broken. If it plays elsewhere, save it again as MP4 (H.264), and choose that.';
    case 'film': {
      const wrong = [...pictureFindings(file.facts, ''), ...soundFindings(file.facts, '')];
      const { found } = wrong.find(({ severity }) => severity === 'error') ?? { found: null };
      return found && `${found} ${MENDS}`;
    }
  }
}

const MENDS = 'Choose another copy of it, or have it saved again as MP4 (H.264 and AAC).';

function pictureFindings(
  { container, video, isFast, isCut, length }: FilmFacts,
  folder: string,
): readonly Finding[] {
  const anew = {
    todo: 'Convert the film, watch it once, and put it in place of the old one.',
    command: convert(folder),
  };
  if (video === null || !(length > 0)) {
    return [
      error('film-picture', `The file is ${container} without a picture in it.`, {
        todo: 'Look for the film itself: this may be its sound alone.',
      }),
    ];
  }
  const kind = `${container}, ${codecName(video.codec)}, ${video.width} × ${video.height}`;
  if (!isPictureSafe(video)) {
    return [
      error(
        'film-codec',
        `The picture is ${codecName(video.codec)} (${video.profile}), which many school browsers cannot play.`,
        anew,
      ),
    ];
  }
  const again = { todo: 'Copy the film there again, from where it came from.' };
  return [
    ...(isCut
      ? [error('film-cut', 'The file ends before the film does: its copy was not finished.', again)]
      : [well('film-picture', `${kind}.`)]),
    ...(isFast
      ? []
      : [
          warning(
            'film-slow-start',
            'The file’s table of contents is at its end, so that it starts late from a slow drive.',
            {
              todo: 'Put it to the front, nothing of the film changes.',
              command: repack(folder),
            },
          ),
        ]),
  ];
}

function soundFindings({ sound }: FilmFacts, folder: string): readonly Finding[] {
  if (sound === null) {
    return [
      warning('film-silent', 'The film has no sound track.', {
        todo: 'If it should have one, look for the copy with sound.',
      }),
    ];
  }
  if (isSoundSafe(sound)) return [well('film-sound', `Sound is there (${codecName(sound)}).`)];
  const mend = {
    todo: 'The picture would play without a sound: convert the sound, the picture stays as it is.',
    command: `ffmpeg -i "${folder}/film.mp4" -c:v copy -c:a aac -b:a 160k -movflags +faststart "${folder}/film-new.mp4"`,
  };
  return [
    error(
      'film-sound',
      `The sound is ${codecName(sound)}, which school browsers cannot play.`,
      mend,
    ),
  ];
}

function timeFindings(
  { length, video }: FilmFacts,
  folder: string,
  manifest: Manifest | null,
): readonly Finding[] {
  if (video === null || manifest === null) return [];
  return [rateFinding(video.rate, manifest, folder), lengthFinding(length, manifest, folder)];
}

function rateFinding(rate: number, { fps }: Manifest, folder: string): Finding {
  if (Math.abs(rate - fps) <= RATE_SLACK) {
    return well('film-rate', `${plain(rate)} frames a second, as film.yaml says.`);
  }
  return error(
    'film-rate',
    `The film has ${plain(rate)} frames a second and film.yaml says ${plain(fps)}: stops would show a frame of the next scene.`,
    {
      todo: `Write “fps: ${plain(rate)}” into ${folder}/film.yaml.`,
    },
  );
}

function lengthFinding(length: number, manifest: Manifest, folder: string): Finding {
  const here = writeClockTime(length);
  const written = writeClockTime(manifest.length);
  if (Math.abs(length - manifest.length) <= SLACK) {
    return well('film-length', `${here} long, as film.yaml says.`);
  }
  const anchors = `Find two moments that are easy to see, one near the start and one near the end, and write their times into ${folder}/film.yaml: “anchors:”, and below it for each “"time there": "time in your copy"”. Stops and captions then move with them.`;
  const last = Math.max(0, ...Object.values(manifest.stops));
  // An edition that was placed may have more before and behind than the one its times are of.
  if (manifest.edition !== undefined && length > last) {
    return well('film-length', `${here} long, placed by its anchors.`);
  }
  if (length <= last) {
    return error(
      'film-edition',
      `The film is ${here} long and its last stop is at ${writeClockTime(last)}: it is another film or edition.`,
      {
        todo: anchors,
      },
    );
  }
  return error(
    'film-edition',
    `The film is ${here} long and film.yaml says ${written}: it may be another edition, whose stops come elsewhere.`,
    {
      todo: `If it is the same film and only its end differs, write “length: "${here}"”. Else: ${anchors.charAt(0).toLowerCase()}${anchors.slice(1)}`,
    },
  );
}

function convert(folder: string): string {
  return `ffmpeg -i "${folder}/film.mp4" -c:v libx264 -profile:v high -crf 20 -pix_fmt yuv420p -c:a aac -b:a 160k -movflags +faststart "${folder}/film-new.mp4"`;
}

function repack(folder: string): string {
  return `ffmpeg -i "${folder}/film.mp4" -c copy -movflags +faststart "${folder}/film-new.mp4"`;
}

const NAMES: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'HEVC (H.265)',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  aac: 'AAC',
  mp3: 'MP3',
  ac3: 'Dolby AC-3',
  eac3: 'Dolby E-AC-3',
  opus: 'Opus',
};

function codecName(codec: string): string {
  return Object.hasOwn(NAMES, codec)
    ? (NAMES[codec] ?? codec)
    : codec === 'unknown'
      ? 'of an unknown kind'
      : codec;
}

function plain(rate: number): string {
  return String(Math.round(rate * 1000) / 1000);
}
