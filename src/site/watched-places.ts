import type { Handout } from '../outputs/handouts/handout.ts';
import type { WatchedPlace } from '../outputs/home/program-facts.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { Handouts } from './handouts.ts';
import type { Lessons } from './lessons.ts';

/** The words that filters and monitors watch for: of each lesson, and of all handouts together. Reads every file there is, so only a page that says them asks for them. */
export async function watchedPlaces({
  lessons,
  handouts,
}: {
  readonly lessons: Lessons;
  readonly handouts: Handouts;
}): Promise<readonly WatchedPlace[]> {
  const [files, papers] = await Promise.all([lessons.all(), handouts.all()]);
  const perLesson = files.map(async ({ lesson }) => ({
    title: lesson.title,
    words: await watchedIn(lesson),
  }));
  const onPaper = (await Promise.all(papers.map(watchedIn))).flat();
  return [
    ...(await Promise.all(perLesson)),
    { title: 'Handouts, whatever the lesson', words: [...new Set(onPaper)].toSorted() },
  ];
}

// They are made again when their files change, and read once more only then.
const found = new WeakMap<Lesson | Handout, readonly string[]>();

async function watchedIn(text: Lesson | Handout): Promise<readonly string[]> {
  const known = found.get(text);
  if (known !== undefined) return known;
  // A program that serves lessons needs none of the word lists.
  const { watchedWords } = await import('../checks/watched-words.ts');
  const words = watchedWords(stringsIn(text).join('\n\n'));
  found.set(text, words);
  return words;
}

/** Every text in a value, each as it was written. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
