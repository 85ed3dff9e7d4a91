import './my-lessons.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { slugOfMine } from '../text/my-lesson.ts';
import { isServedHere } from '../text/served-here.view.ts';
import { pageAddress } from '../text/site-file.view.ts';
import { Button } from '../ui/controls.view.tsx';
import type { LessonHome, ListedLesson, SavedLesson } from './lesson-home.ts';

type MyLessonsProps = {
  readonly home: LessonHome;
  /** From this page to the site’s root. */
  readonly site: string;
  readonly heading?: string;
  /** How many are listed, the last saved; the editor’s page has all. */
  readonly max?: number;
  /** What is said where there are none; null says nothing at all, not even a heading. */
  readonly none: string | null;
  /** Called when a lesson was deleted, or is back. */
  readonly changed?: () => void;
  /** What stands under the list. */
  readonly children?: ComponentChildren;
};

type Listed =
  | { readonly is: 'opening' }
  | { readonly is: 'blocked' }
  | { readonly is: 'there'; readonly lessons: readonly ListedLesson[] };

const DAY = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;

/** The lessons of a home: each opens, and can be deleted with an undo. */
export function MyLessons({
  home,
  site,
  heading = 'My lessons',
  max = Infinity,
  none,
  changed,
  children,
}: MyLessonsProps) {
  const [listed, setListed] = useState<Listed>({ is: 'opening' });
  const [deleted, setDeleted] = useState<SavedLesson | null>(null);
  const [problem, setProblem] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const status = useRef<HTMLDivElement>(null);

  useEffect(() => void home.list().then((lessons) => setListed(asListed(lessons))), [home]);

  // The button that was pressed is gone with its lesson.
  useEffect(() => {
    if (deleted !== null) status.current?.querySelector('button')?.focus();
  }, [deleted]);

  async function list(): Promise<void> {
    setListed(asListed(await home.list()));
  }

  async function remove(id: string): Promise<void> {
    const lesson = await home.read(id);
    if (lesson === null || !(await home.remove(id))) {
      return setProblem(`Cannot delete this lesson: ${REFUSED[home.place]}. Load the page again.`);
    }
    setProblem('');
    setDeleted(lesson);
    await list();
    changed?.();
  }

  async function undo(lesson: SavedLesson): Promise<void> {
    const { is } = await home.save({ ...lesson, version: 0 });
    if (is !== 'saved') return setProblem(`Cannot undo: ${REFUSED[home.place]}. Try it again.`);
    await list();
    setDeleted(null);
    title.current?.focus();
    changed?.();
  }

  const isEmpty = listed.is !== 'there' || listed.lessons.length === 0;
  if (none === null && isEmpty && deleted === null) return null;
  return (
    <section class="my-lessons" aria-labelledby={`my-lessons-${home.place}`}>
      <h2 id={`my-lessons-${home.place}`} ref={title} tabIndex={-1}>
        {heading}
      </h2>
      <div role="status" ref={status}>
        {deleted !== null && (
          <p class="my-lessons__undo">
            <span>“{deleted.title}” is deleted.</span>
            <Button onPress={() => void undo(deleted)}>Undo</Button>
          </p>
        )}
        {problem}
      </div>
      <List
        listed={listed}
        place={home.place}
        site={site}
        max={max}
        none={none ?? ''}
        remove={(id) => void remove(id)}
      />
      {children}
    </section>
  );
}

function asListed(lessons: readonly ListedLesson[] | null): Listed {
  return lessons === null ? { is: 'blocked' } : { is: 'there', lessons };
}

const BLOCKED: Readonly<Record<LessonHome['place'], string>> = {
  browser:
    'This browser keeps nothing here: it may be a private window, or your school’s settings. You can write all the same. Save a copy as a file before you close the page.',
  server: 'The lessons can’t be listed: Wholeclass can’t be reached. Load this page again.',
  folder: 'The lessons can’t be listed: your folder can’t be reached. Load this page again.',
};

const REFUSED: Readonly<Record<LessonHome['place'], string>> = {
  browser: 'the browser refused',
  server: 'Wholeclass can’t be reached, or its folder can only be read',
  folder: 'your folder can’t be reached, or can only be read',
};

type ListProps = Required<Pick<MyLessonsProps, 'site' | 'max'>> & {
  readonly place: LessonHome['place'];
  readonly listed: Listed;
  readonly none: string;
  readonly remove: (id: string) => void;
};

function List({ listed, place, site, max, none, remove }: ListProps) {
  const editor = pageAddress(`${site}edit/`);
  switch (listed.is) {
    case 'opening':
      return <p>Opening…</p>;
    case 'blocked':
      return <p class="advice">{BLOCKED[place]}</p>;
    case 'there':
      return listed.lessons.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {listed.lessons
            .slice(0, max)
            .map(({ id, title, saved, isUnsaved = false, isDraft = false }) => (
              <li key={id}>
                <a href={`${editor}?lesson=${encodeURIComponent(id)}`}>{title}</a>
                <span>
                  {isDraft && 'Draft · '}
                  {isUnsaved
                    ? 'In this browser only'
                    : new Date(saved).toLocaleDateString('en-GB', DAY)}
                </span>
                {(place === 'server' ? !isUnsaved : !isServedHere()) && (
                  <a
                    class="button button--quiet"
                    href={pageAddress(`${site}lesson/${place === 'server' ? id : slugOfMine(id)}/`)}
                    aria-label={`Teach or print “${title}”`}
                  >
                    Teach or print
                  </a>
                )}
                <button
                  type="button"
                  class="button button--quiet"
                  aria-label={`Delete “${title}”`}
                  onClick={() => remove(id)}
                >
                  Delete
                </button>
              </li>
            ))}
          {listed.lessons.length > max && (
            <li>
              <a href={editor}>All {listed.lessons.length} lessons</a>
            </li>
          )}
        </ul>
      );
  }
}
