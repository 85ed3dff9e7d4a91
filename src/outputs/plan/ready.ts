import type { Finding } from '../../film/finding.ts';
import { slidesOf, type Lesson, type ReadLesson } from '../../lesson/lesson.ts';
import { tooMuchOf, type PictureFile } from '../../lesson/picture-file.ts';
import { writeClockTime } from '../../text/clock-time.ts';
import { counted } from '../../text/counted.ts';
import type { Problem } from '../../document/problem.ts';
import { coreMinutes, lengthOf } from '../library/lesson-card.ts';
import type { MediaState, PlanFilm, Track } from './media-state.ts';
import { hasHelpCards } from '../handouts/sheets-of-subject.ts';
import { hasOwnTasks } from '../handouts/worksheet.ts';

/** One thing a lesson needs before it is taught: whether it is there, what there is, and what to do where it is not. */
export type ReadyItem = {
  readonly name: string;
  /** `todo` has to be done, `look` is worth a look. */
  readonly state: 'ready' | 'look' | 'todo';
  readonly found: string;
  readonly todo: string;
};

/** What a lesson needs and no room is needed to see: its words, times, film, captions, chapters, pictures and paper, in the order a teacher would look. */
export function readyItems(
  { lesson, problems }: ReadLesson,
  media: MediaState,
): readonly ReadyItem[] {
  return [
    words(problems),
    times(lesson, problems),
    ...film(lesson, { problems, media }),
    ...pictures(media),
    paper(lesson),
  ];
}

function words(problems: readonly Problem[]): ReadyItem {
  const count = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const worth = counted(warnings, 'suggestion');
  const todo = 'Each is listed with what to write instead';
  if (errors > 0) {
    return needs('Check', {
      found: `${counted(errors, 'error')}${warnings > 0 ? `, ${worth}` : ''}`,
      todo,
    });
  }
  return warnings > 0
    ? mayNeed('Check', { found: `No errors, ${worth}`, todo })
    : has('Check', 'No errors');
}

/** The checks that are about time. */
const TIME_CODES = ['timings', 'cut-sums', 'block-minutes', 'film-time'];

function times(lesson: Lesson, problems: readonly Problem[]): ReadyItem {
  const wrong = problems.find(
    ({ code, severity }) => severity !== 'info' && TIME_CODES.includes(code),
  );
  if (wrong !== undefined) {
    const needed = { found: 'They do not add up yet', todo: wrong.message };
    return wrong.severity === 'error' ? needs('Times', needed) : mayNeed('Times', needed);
  }
  const length = lengthOf({ minutes: lesson.minutes, coreMinutes: coreMinutes(lesson) });
  return length === ''
    ? mayNeed('Times', { found: 'None are given', todo: '' })
    : has('Times', `${length}, and the parts come to that`);
}

type Checked = { readonly problems: readonly Problem[]; readonly media: MediaState };

function film(lesson: Lesson, { problems, media }: Checked): readonly ReadyItem[] {
  if (!slidesOf(lesson).some(({ kind }) => kind === 'film')) return [];
  const messageOf = (code: string) =>
    problems.find((problem) => problem.code === code)?.message ?? '';
  if (media.unfit !== null) {
    return [
      needs('Film', {
        found: `${partOf(lesson, media.unfit.film)}, cannot play`,
        todo: media.unfit.why,
      }),
    ];
  }
  if (media.film === null) {
    const why =
      media.skipped.map((one) => one.why).join('; ') ||
      messageOf('film-not-named') ||
      'The lesson names no film';
    return [
      needs('Film', {
        found: 'It cannot play',
        todo: `${why}. Or tell the story from the notes: every stop has its own slide`,
      }),
    ];
  }
  const plays = partOf(lesson, media.film);
  const skipped = messageOf('film-skipped');
  const [captions, chapters] = [messageOf('film-captions'), messageOf('film-chapters')];
  const found = filmFindings(media);
  return [
    found.film ??
      (skipped !== '' ? mayNeed('Film', { found: plays, todo: skipped }) : has('Film', plays)),
    captions !== ''
      ? needs('Captions', { found: whatIsWrong(media.captions), todo: captions })
      : (found.captions ?? has('Captions', whereTo(media.captions))),
    chapters === ''
      ? has('Chapters', whereTo(media.chapters))
      : mayNeed('Chapters', { found: whatIsWrong(media.chapters), todo: chapters }),
  ];
}

// The film, and how much of it the lesson plays.
function partOf(
  { filmTimes: { from, to } }: Lesson,
  { manifest: { title, length } }: PlanFilm,
): string {
  const isPart = from !== null || to !== null;
  return `“${title}”, ${isPart ? `from ${writeClockTime(from ?? 0)} to ${writeClockTime(to ?? length)}` : writeClockTime(length)}`;
}

// What the check found of a school’s own copy that is passed over is no fault of the film that plays in its place.
function filmFindings({ findings, skipped }: MediaState): {
  readonly film: ReadyItem | undefined;
  readonly captions: ReadyItem | undefined;
} {
  const wrong = skipped.some(({ isHere }) => isHere)
    ? []
    : findings.filter(({ severity }) => severity === 'error');
  const isOfCaptions = ({ code }: Finding) => code.startsWith('captions-');
  const item = (name: string, first: Finding | undefined) =>
    first && needs(name, { found: unstopped(first.found), todo: unstopped(first.todo) });
  return {
    film: item(
      'Film',
      wrong.find((one) => !isOfCaptions(one)),
    ),
    captions: item('Captions', wrong.find(isOfCaptions)),
  };
}

function unstopped(words: string): string {
  return words.replace(/\.$/, '');
}

function whereTo(track: Track): string {
  return typeof track === 'string'
    ? 'Found'
    : `Found: last caption at ${writeClockTime(track.end)}`;
}

function whatIsWrong(track: Track): string {
  if (track === 'missing') return 'Not found';
  return track === 'unreadable' ? 'Cannot be read' : 'For another film';
}

function pictures({ pictures: all }: MediaState): readonly ReadyItem[] {
  if (all.length === 0) return [];
  const wrong = (kinds: readonly PictureFile['kind'][]) => [
    ...new Set(
      all.filter(({ file }) => kinds.includes(file.kind)).map(({ path }) => `media/${path}`),
    ),
  ];
  const missing = wrong(['missing']);
  const unreadable = wrong(['unreadable']);
  const large = [
    ...new Set(
      all
        .filter(({ file }) => file.kind === 'picture' && tooMuchOf(file) !== '')
        .map(({ path }) => `media/${path}`),
    ),
  ];
  const areSome = (some: readonly string[], what: string) =>
    `${some.length} of ${all.length} ${some.length === 1 ? 'is' : 'are'} ${what}`;
  if (missing.length > 0) {
    return [
      needs('Pictures', {
        found: areSome(missing, 'missing'),
        todo: `Put there ${named(missing)}`,
      }),
    ];
  }
  if (unreadable.length > 0) {
    return [
      needs('Pictures', {
        found: `${areSome(unreadable, 'not readable')}`,
        todo: `Save again as PNG, JPEG or SVG: ${named(unreadable)}`,
      }),
    ];
  }
  if (large.length > 0) {
    return [
      mayNeed('Pictures', {
        found: areSome(large, 'very large'),
        todo: `Save 1920 pixels wide: ${named(large)}`,
      }),
    ];
  }
  return [has('Pictures', all.length === 1 ? 'It is here' : `All ${all.length} are here`)];
}

function named(paths: readonly string[]): string {
  return paths.slice(0, 5).join(', ') + (paths.length > 5 ? ` and ${paths.length - 5} more` : '');
}

function paper(lesson: Lesson): ReadyItem {
  const isHelpGiven = hasHelpCards(lesson);
  if (hasOwnTasks(lesson)) {
    return has('Paper', `Worksheet ${isHelpGiven ? 'and help cards ' : ''}can be printed`);
  }
  const todo =
    'A stop of the film, a question, or a sentence that ends in “…” gives it a task of its own';
  return mayNeed('Paper', { found: 'The worksheet has nothing of this lesson on it', todo });
}

type Needed = Pick<ReadyItem, 'found' | 'todo'>;

function has(name: string, found: string): ReadyItem {
  return { name, state: 'ready', found, todo: '' };
}

function mayNeed(name: string, needed: Needed): ReadyItem {
  return { name, state: 'look', ...needed };
}

function needs(name: string, needed: Needed): ReadyItem {
  return { name, state: 'todo', ...needed };
}
