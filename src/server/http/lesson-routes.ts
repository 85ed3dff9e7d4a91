import { withoutText, type History } from '../../edit/history.ts';
import { MAX_CHARACTERS } from '../../edit/lesson-home.ts';
import { MAX_PICTURE_BYTES } from '../../edit/lesson-pictures.ts';
import type {
  LessonText,
  OwnLessonList,
  TextRefusal,
  VersionList,
  WrittenText,
} from '../../edit/lesson-protocol.ts';
import { cleanPicture } from '../../open/clean-picture.ts';
import { LIMITS } from '../../open/limits.ts';
import { readLessonText } from '../../site/lessons.ts';
import { namesSafeguarding } from '../../subjects/names-safeguarding.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import {
  versionOf,
  type OwnChange,
  type OwnRefusal,
  type OwnText,
} from '../schools/own-lessons.ts';
import type { PictureRefusal } from '../schools/own-pictures.ts';
import type { DiskCause } from '../store/sqlite/disk-problem.ts';
import { answer, BAD_SHAPE, NO_LESSON, refuse, type Answer, type Asked } from './answer.ts';
import { parseLessonText, parsePicture } from './shapes.ts';
import { withDiskErrors } from './with-disk-errors.ts';

const NO_VERSION = refuse(
  428,
  'no-version',
  'This request doesn’t say which version of the lesson it changes.',
);
const TOO_LONG = refuse(
  413,
  'too-long',
  'This is longer than any lesson. Put films and pictures into media/, each as a file of its own.',
);
const READ_ONLY = refuse(
  409,
  'not-own',
  'This lesson came with Wholeclass and stays as it is. Edit a copy of it.',
);
const NO_LESSON_VERSION = refuse(
  404,
  'no-such-version',
  'This version of the lesson isn’t here any more. Load the page again.',
);

/** Why the folder did not take a text, in words. */
const REFUSED: Readonly<Record<OwnRefusal, Answer>> = {
  'bad-name': refuse(
    400,
    'bad-name',
    'A lesson can’t have this name. Use small letters, digits and hyphens, as in my-lesson.',
  ),
  'name-taken': refuse(
    409,
    'name-taken',
    'There is a lesson of this name already. Choose another name.',
  ),
  'no-plain-file': refuse(
    409,
    'no-plain-file',
    'The file of this lesson is a link, a folder or no plain text. Put the text itself there first.',
  ),
  'no-folder': refuse(
    409,
    'no-folder',
    'There is no folder for lessons of your own here. Ask IT to set one up: LESSONS_DIR.',
  ),
};

const NO_PICTURE = refuse(
  400,
  'no-picture',
  'This is no picture of the kind that its name says, or it is damaged.',
);
const PICTURE_TOO_LARGE = refuse(
  413,
  'too-large',
  'This picture is too large. Make it smaller: 1920 pixels wide is enough for any board.',
);

/** Why the folder did not take a picture, in words. */
const PICTURE_REFUSED: Readonly<Record<PictureRefusal, Answer>> = {
  'bad-name': refuse(400, 'bad-name', 'A picture can’t have this name here.'),
  'no-plain-file': refuse(
    409,
    'no-plain-file',
    'The folder of this lesson’s pictures is a link. Put a folder there first.',
  ),
  'name-taken': refuse(409, 'name-taken', 'There is another picture of this name already.'),
  'no-folder': REFUSED['no-folder'],
};

/** What a teacher reads whose lesson could not be written, by its true cause (R33). */
const UNSAVED: Readonly<Record<DiskCause, string>> = {
  full: 'The disk is full, so this lesson isn’t saved. Make room on the disk, or save a copy.',
  'read-only': 'The folder of lessons can only be read, so this isn’t saved. Save a copy.',
  'no-access':
    'This account may not write to the folder of lessons, so this isn’t saved. Save a copy.',
  'no-folder': 'The folder of lessons has been moved, so this isn’t saved. Save a copy.',
  'in-use': 'Another program is using this lesson’s file. Try again in a moment.',
  damaged: 'The disk is damaged, so this lesson isn’t saved. Save a copy.',
  failing: 'The disk doesn’t answer, so this lesson isn’t saved. Save a copy.',
};

/** `GET /api/lessons`: a school's own lessons, the last written first, and all names that are taken. */
export async function seeOwnLessons({ own, lessons }: Classrooms): Promise<Answer> {
  const [texts, taken, files] = await Promise.all([own.list(), own.taken(), lessons.all()]);
  const read = new Map(files.map(({ slug, lesson }) => [slug, lesson]));
  return answer(200, {
    lessons: texts
      .map(({ slug, version, saved }) => ({
        slug,
        title: read.get(slug)?.title || slug,
        isDraft: read.get(slug)?.isDraft === true,
        version,
        saved,
      }))
      .toSorted((a, b) => b.saved - a.saved),
    taken,
  } satisfies OwnLessonList);
}

/** `GET /api/lessons/:lesson/text`: the text of a lesson as it is written, a school's own or the program's. */
export async function seeLessonText(rooms: Classrooms, { lesson: slug }: Asked): Promise<Answer> {
  const { own, lessons } = rooms;
  const there = await own.read(slug);
  if (there !== null) return withTag(200, await titled(there, rooms), there.version);
  const file = await lessons.one(slug);
  const text = file === null ? null : await readLessonText(file);
  if (file === null || text === null) return NO_LESSON;
  const version = versionOf(Buffer.from(text));
  const shipped = { slug, title: file.lesson.title, text, version, saved: 0 };
  return withTag(200, { ...shipped, staysSafeguarding: false }, version);
}

/** `PUT /api/lessons/:lesson/text {text}`: writes a lesson of a school's own over the version that was read, or a new one. */
export async function writeLessonText(
  rooms: Classrooms,
  { lesson: slug, body, precondition }: Asked,
): Promise<Answer> {
  if (precondition.is === 'none') return NO_VERSION;
  const wanted = parseLessonText(body);
  if (wanted === null) return BAD_SHAPE;
  const { text } = wanted;
  if (text.length > MAX_CHARACTERS) return TOO_LONG;
  const was = precondition.is === 'version' ? precondition.version : null;
  return change(rooms, slug, async () => {
    const before = await rooms.own.read(slug);
    const wasNamed = before !== null && namesSafeguarding(before.text);
    // Before its last text that says so is gone.
    if (wasNamed) await rooms.reviews.hold(slug);
    const changed = await rooms.own.write(slug, text, was);
    const isCopy = before === null && wanted.staysSafeguarding;
    const isNewlyNamed = !wasNamed && namesSafeguarding(text);
    if (changed.is === 'done' && (isCopy || isNewlyNamed)) await rooms.reviews.holdAgain(slug);
    const isReplaced = changed.is === 'done' && before !== null && before.text !== text;
    if (isReplaced) await rooms.history.replaced(before);
    return changed;
  });
}

/** `GET /api/lessons/:lesson/versions`: the earlier versions of a lesson of a school's own, the newest first. */
export async function seeVersions(rooms: Classrooms, { lesson: slug }: Asked): Promise<Answer> {
  const history = await historyOf(rooms, slug);
  if (history === null) return NO_LESSON;
  return answer(200, {
    versions: history.map(withoutText).toReversed(),
  } satisfies VersionList);
}

/** `GET /api/lessons/:lesson/versions/:saved`: one of them. */
export async function seeVersion(
  rooms: Classrooms,
  { lesson: slug, saved }: Asked,
): Promise<Answer> {
  const history = await historyOf(rooms, slug);
  const found = history?.find((one) => String(one.saved) === saved);
  return found === undefined ? NO_LESSON_VERSION : answer(200, found);
}

/** null where there is no such lesson now: one that is deleted shows nothing. */
async function historyOf({ own, history }: Classrooms, slug: string): Promise<History | null> {
  const there = await own.read(slug).catch(() => null);
  return there && history.read(slug);
}

/** `POST /api/lessons/:lesson/delete`: deletes a lesson of a school's own, with the version that was read. It is had back by writing it again. */
export async function deleteLesson(
  rooms: Classrooms,
  { lesson: slug, precondition }: Asked,
): Promise<Answer> {
  if (precondition.is !== 'version') return NO_VERSION;
  return change(rooms, slug, () => rooms.own.remove(slug, precondition.version));
}

/** `PUT /api/lessons/:lesson/pictures/:picture {base64}`: puts a picture beside the lessons of a school's own, without what it says of where and when it was taken. */
export async function writePicture(
  { own }: Classrooms,
  { lesson, picture, body }: Asked,
): Promise<Answer> {
  const bytes = parsePicture(body);
  if (bytes === null) return BAD_SHAPE;
  if (bytes.length > MAX_PICTURE_BYTES) return PICTURE_TOO_LARGE;
  const clean = cleanPicture(bytes);
  if (clean.kind === 'unknown' || !picture.endsWith(`.${clean.ending}`)) return NO_PICTURE;
  if (clean.width * clean.height > LIMITS.megapixels * 1_000_000) return PICTURE_TOO_LARGE;
  const path = `${lesson}/${picture}`;
  return withDiskErrors(UNSAVED, async () => {
    const written = await own.writePicture({ path, bytes: clean.bytes });
    return written.is === 'refused'
      ? PICTURE_REFUSED[written.why]
      : answer(written.isNew ? 201 : 200, { path });
  });
}

async function change(
  rooms: Classrooms,
  slug: string,
  act: () => Promise<OwnChange>,
): Promise<Answer> {
  const { lessons } = rooms;
  return withDiskErrors(UNSAVED, async () => {
    const changed = await act();
    switch (changed.is) {
      case 'done':
        return withTag(
          changed.isNew ? 201 : 200,
          {
            version: changed.version,
            staysSafeguarding: await rooms.reviews.staysSafeguarding(slug),
          },
          changed.version,
        );
      case 'changed':
        // Of a lesson that is the program's there is none of the school's own.
        if (changed.theirs === null && (await lessons.one(slug)) !== null) return READ_ONLY;
        return answer(412, {
          error: { code: 'changed', message: 'Someone else has changed this lesson meanwhile.' },
          theirs: changed.theirs && (await titled(changed.theirs, rooms)),
        } satisfies TextRefusal);
      case 'refused':
        return REFUSED[changed.why];
    }
  });
}

async function titled(
  { slug, text, version, saved }: OwnText,
  { lessons, reviews }: Classrooms,
): Promise<LessonText> {
  const title = (await lessons.one(slug))?.lesson.title || slug;
  // One that was written by another program is known as such once it is written here.
  const staysSafeguarding = await reviews.staysSafeguarding(slug, namesSafeguarding(text));
  return { slug, title, text, version, saved, staysSafeguarding };
}

function withTag(status: number, body: LessonText | WrittenText, tag: number): Answer {
  return { status, body, tag: `"${tag}"` };
}
