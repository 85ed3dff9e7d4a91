import { isLessonName } from './lesson-names.ts';

/** A file of a folder that is no lesson by its name; `mayOpen` where the page can make a lesson of it. */
export type OtherFile = { readonly name: string; readonly mayOpen: boolean };

/** What the system and other programs leave in any folder: a name that begins with a dot, `~$` or `.~`, or is one of theirs. */
const SYSTEMS = /^(?:\.|~\$|(?:desktop\.ini|thumbs\.db|icon\r?)$)/i;

/** What this program writes beside a lesson. */
const BESIDE = /\.(?:review|versions)\.json$/;

const OPENED = /\.(?:md|markdown|txt|docx|pptx|zip|html?)$/i;

/** The files among these names, in the order of the alphabet, that are no lessons: a name with capitals or spaces cannot be part of an address. `lessons` has the names of those that are, without `.md`. */
export function otherFiles(
  names: readonly string[],
  lessons: ReadonlySet<string>,
): readonly OtherFile[] {
  return names
    .filter((name) => !SYSTEMS.test(name) && !BESIDE.test(name) && !isLesson(name, lessons))
    .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
    .map((name) => ({ name, mayOpen: OPENED.test(name) }));
}

function isLesson(name: string, lessons: ReadonlySet<string>): boolean {
  const slug = name.replace(/\.md$/, '');
  return slug !== name && isLessonName(slug) && lessons.has(slug);
}
