import type { MediaState, Track } from '../outputs/plan/media-state.ts';
import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import { missingPicture, tooMuchOf } from '../lesson/picture-file.ts';
import { writeClockTime } from '../text/clock-time.ts';
import { listWords } from '../text/list-words.ts';
import type { Problem } from '../document/problem.ts';

/** How much longer than the film its captions may go on, in seconds. */
const SLACK = 2;

/** What is wrong with a lesson's pictures and film, which its text alone cannot tell. */
export function mediaProblems(lesson: Lesson, state: MediaState): readonly Problem[] {
  return [...pictureProblems(state.pictures, 'show'), ...filmProblems(lesson, state)];
}

/** What is wrong with pictures’ files, which are shown on a board or printed. */
export function pictureProblems(
  pictures: MediaState['pictures'],
  how: 'show' | 'print',
): readonly Problem[] {
  return pictures.flatMap(({ path, line, column, file }): readonly Problem[] => {
    const cannot = `Cannot ${how} the picture “${path}”`;
    switch (file.kind) {
      case 'missing':
        return [missingPicture({ path, line, column }, how)];
      case 'unreadable': {
        const message = `${cannot}: media/${path} is not a picture that can be read, it needs to be saved again as PNG, JPEG or SVG`;
        return [{ code: 'unreadable-picture', severity: 'error', line, column, message }];
      }
      case 'picture': {
        const tooMuch = tooMuchOf(file);
        const late =
          how === 'show'
            ? 'old laptops show it late or not at all'
            : 'old printers take minutes over it';
        const message = `The picture “${path}” has ${tooMuch}: ${late}. Save it 1920 pixels wide`;
        return tooMuch === ''
          ? []
          : [{ code: 'large-picture', severity: 'warning', line, column, message }];
      }
    }
  });
}

function filmProblems(lesson: Lesson, state: MediaState): readonly Problem[] {
  const line = slidesOf(lesson).find((slide) => slide.kind === 'film')?.line;
  // A lesson that names no film was told so when it was read.
  if (line === undefined || lesson.films.length === 0) return [];
  const problem = (code: string, severity: Problem['severity'], message: string): Problem => ({
    code,
    severity,
    line,
    column: 1,
    message,
  });
  const { film, unfit, skipped } = state;
  if (unfit !== null) {
    const others = skipped.filter((one) => one.isHere && one.film !== unfit.film.slug);
    return [
      problem('film-stops', 'error', unfit.why),
      ...others.map(({ why }) =>
        problem('film-skipped', 'warning', `Cannot play the film: ${why}`),
      ),
    ];
  }
  if (film === null) {
    const why = skipped.map((one) => one.why).join('; ');
    return [
      isLeftOutWhole(lesson)
        ? problem(
            'missing-film',
            'warning',
            `Cannot play the film: ${why}. Its block is optional: leave it out today, or tell the film from the notes`,
          )
        : problem('missing-film', 'error', `Cannot play the film: ${why}`),
    ];
  }
  return [
    ...skipped
      .filter(({ isHere }) => isHere)
      .map(({ why }) =>
        problem('film-skipped', 'warning', `Plays “${film.manifest.title}” instead: ${why}`),
      ),
    ...state.leftOut.map((heading) =>
      problem(
        'film-stop-left-out',
        'warning',
        `“${film.manifest.title}” has no moment for “${heading}”: its question and its notes are left out. To ask it, give the film this stop in “Your film”`,
      ),
    ),
    ...(state.unconfirmed.length === 0
      ? []
      : [
          problem(
            'film-unconfirmed',
            'warning',
            `Plays “${film.manifest.title}”, which doesn’t say ${listWords(state.unconfirmed)}: say it in “Your film” before a class sees it`,
          ),
        ]),
    ...filmTooLong(
      lesson,
      (lesson.filmTimes.to ?? film.manifest.length) - (lesson.filmTimes.from ?? 0),
    ).map((message) => problem('film-time', 'warning', message)),
    ...trackProblems(
      { name: 'captions', file: `${film.slug}/captions.en.vtt`, length: film.manifest.length },
      state.captions,
    ).map((message) => problem('film-captions', 'error', message)),
    ...trackProblems(
      { name: 'chapters', file: `${film.slug}/chapters.vtt`, length: film.manifest.length },
      state.chapters,
    ).map((message) => problem('film-chapters', 'warning', message)),
  ];
}

// An archive film may be named that no one has yet: where all that shows it is optional, the lesson is whole without it.
function isLeftOutWhole({ blocks }: Lesson): boolean {
  return blocks
    .filter(({ slides }) => slides.some(({ kind }) => kind === 'film' || kind === 'stop'))
    .every(({ optional }) => optional);
}

function filmTooLong({ blocks }: Lesson, length: number): readonly string[] {
  const showing = blocks.filter(({ slides }) => slides.some(({ kind }) => kind === 'film'));
  if (showing.some(({ minutes }) => minutes === null)) return [];
  const minutes = showing.reduce((sum, block) => sum + (block.minutes ?? 0), 0);
  if (length <= minutes * 60) return [];
  return [
    `The film takes ${writeClockTime(length)} and its part of the lesson ${minutes} minutes: what comes after it would be cut short. Give it more time`,
  ];
}

function trackProblems(
  { name, file, length }: { readonly name: string; readonly file: string; readonly length: number },
  track: Track,
): readonly string[] {
  const why =
    name === 'captions'
      ? 'who cannot hear the film is left out, and so is who sits at the back'
      : 'nobody can go back to one scene of the film';
  if (track === 'missing') {
    return [`Cannot show the film’s ${name}: ${why}. It needs a file media/${file}`];
  }
  if (track === 'unreadable') {
    return [
      `Cannot read media/${file}: ${why}. It needs a first line “WEBVTT” and times such as “00:03.000 --> 00:09.960”`,
    ];
  }
  if (track.end <= length + SLACK) return [];
  return [
    `The film’s ${name} go on to ${writeClockTime(track.end)} and the film ends at ${writeClockTime(length)}: they are from another edition. Put those of this one into media/${file}`,
  ];
}
