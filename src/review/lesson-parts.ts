import { audienceOf, slidesOf, type Lesson, type Slide } from '../lesson/lesson.ts';
import { safeguarding } from '../subjects/safeguarding.ts';
import { sha256 } from '../text/sha256.ts';

/** What is reviewed of a lesson: its slides in order, and all that is on no slide, as one. Each is 32 hex digits that change with any word, picture or note of it. */
export type LessonParts = { readonly slides: readonly string[]; readonly rest: string };

/** The film that plays in a lesson. */
type FilmShown = {
  readonly slug: string;
  readonly manifest: {
    readonly rights: string;
    readonly confirmed?: unknown;
    readonly file?: unknown;
  };
};

/** True for a lesson that is reviewed before a class is taught it, where it is a school's own. */
export function isReviewed(lesson: Pick<Lesson, 'subject' | 'stage'>): boolean {
  // By name: lessons come out of a process of their own as copies.
  return lesson.subject.pack.name === safeguarding.name && audienceOf(lesson) === 'pupils';
}

/** The parts of a lesson as they are now: the same for the same words, wherever they are in the file and whatever number they have. */
export function partsOf(lesson: Lesson): LessonParts {
  return {
    slides: slidesOf(lesson).map((slide) => printOf(shownOf(slide, lesson))),
    rest: printOf(restOf(lesson)),
  };
}

// All of any kind of slide: what it is numbered says nothing of it; a question is what is asked, whatever it is called.
function shownOf(slide: Slide, { questions }: Lesson): unknown {
  const { id: _, line: __, headingNodes: ___, asked: ____, ...shown } = slide;
  if (shown.kind === 'stop') {
    const { n: _n, of: _of, ...stop } = shown;
    return stop;
  }
  if (shown.kind === 'poll') {
    const { question: id, ...poll } = shown;
    const question = questions.find((one) => one.id === id);
    return { ...poll, question: question && { ...question, id: '' } };
  }
  return shown;
}

// Whatever is added here is drawn by `outputs/plan/plan-to-review.ts`, for who reviews it.
function restOf(lesson: Lesson): unknown {
  const { title, boardTitle, contentNote, stage, setting, nation, language, names } = lesson;
  const { objectives, vocabulary, films, filmTimes, staff, blocks, handouts } = lesson;
  return {
    ...{ title, boardTitle, contentNote, stage, setting, nation, language, names },
    ...{ objectives, vocabulary, films, filmTimes, staff },
    blocks: blocks.map(({ title: name, landSafely }) => ({ title: name, landSafely })),
    // Of a lesson without any the print is what it was before there were any.
    ...(handouts.length > 0 && { handouts: handouts.map(({ text }) => text.trim()) }),
  };
}

/** What of a film a class sees, hears of and is asked about: another print where any of it changes. Who confirmed it, which file, and whose it is, is none of it. */
export function filmPrint({ slug, manifest }: FilmShown): string {
  const { rights: _, confirmed: __, file: ___, ...shown } = manifest;
  return printOf({ slug, ...shown });
}

/** Where something is in the file, and the same words in another form beside it. */
const PLACES: ReadonlySet<string> = new Set([
  'span',
  'line',
  'column',
  'address',
  'written',
  'colours',
  'read',
  'questionNodes',
  'reviewerNodes',
]);

function printOf(value: unknown): string {
  const text = JSON.stringify(value, (key, one: unknown) => (isPlace(key, one) ? undefined : one));
  const hash = sha256(new TextEncoder().encode(text));
  return [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Which lines of code are marked is shown; the same lines as words with their places are its text again.
function isPlace(key: string, value: unknown): boolean {
  return PLACES.has(key) || (key === 'lines' && Array.isArray(value) && Array.isArray(value[0]));
}
