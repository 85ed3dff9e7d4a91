import './my-lessons.css';
import { useEffect, useState } from 'preact/hooks';
import { pageAddress } from '../text/site-file.view.ts';
import { Button } from '../ui/controls.view.tsx';
import type { LessonHome, ListedLesson, SavedLesson } from './lesson-home.ts';

type MyLessonsProps = {
  readonly home: LessonHome;
  /** The way from this page to the editor’s: `./edit/`. */
  readonly editor: string;
  /** What is said where there are none; null says nothing at all, not even a heading. */
  readonly none: string | null;
};

type Listed =
  | { readonly is: 'opening' }
  | { readonly is: 'blocked' }
  | { readonly is: 'there'; readonly lessons: readonly ListedLesson[] };

const DAY = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;

/** The lessons of a home: each opens, and can be deleted with an undo. */
export function MyLessons({ home, editor, none }: MyLessonsProps) {
  const [listed, setListed] = useState<Listed>({ is: 'opening' });
  const [deleted, setDeleted] = useState<SavedLesson | null>(null);
  const [problem, setProblem] = useState('');

  useEffect(() => void home.list().then((lessons) => setListed(asListed(lessons))), [home]);

  async function list(): Promise<void> {
    setListed(asListed(await home.list()));
  }

  async function remove(id: string): Promise<void> {
    const lesson = await home.read(id);
    if (lesson === null || !(await home.remove(id))) {
      return setProblem('Cannot delete this lesson: the browser refused. Load the page again.');
    }
    setDeleted(lesson);
    await list();
  }

  async function undo(lesson: SavedLesson): Promise<void> {
    const { is } = await home.save(lesson);
    if (is !== 'saved') return setProblem('Cannot undo: the browser refused. Try it again.');
    setDeleted(null);
    await list();
  }

  const isEmpty = listed.is !== 'there' || listed.lessons.length === 0;
  if (none === null && isEmpty && deleted === null) return null;
  return (
    <section class="my-lessons" aria-labelledby="my-lessons">
      <h2 id="my-lessons">My lessons</h2>
      <div role="status">
        {deleted !== null && (
          <p class="my-lessons__undo">
            <span>“{deleted.title}” is deleted.</span>
            <Button onPress={() => void undo(deleted)}>Undo</Button>
          </p>
        )}
        {problem}
      </div>
      <List listed={listed} editor={editor} none={none ?? ''} remove={(id) => void remove(id)} />
    </section>
  );
}

function asListed(lessons: readonly ListedLesson[] | null): Listed {
  return lessons === null ? { is: 'blocked' } : { is: 'there', lessons };
}

type ListProps = Pick<MyLessonsProps, 'editor'> & {
  readonly listed: Listed;
  readonly none: string;
  readonly remove: (id: string) => void;
};

function List({ listed, editor, none, remove }: ListProps) {
  switch (listed.is) {
    case 'opening':
      return <p>Opening…</p>;
    case 'blocked':
      return (
        <p class="advice">
          This browser keeps nothing here: it may be a private window, or your school’s settings.
          You can write all the same. Save a copy as a file before you close the page.
        </p>
      );
    case 'there':
      return listed.lessons.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {listed.lessons.map(({ id, title, saved }) => (
            <li key={id}>
              <a href={`${pageAddress(editor)}?lesson=${encodeURIComponent(id)}`}>{title}</a>
              <span>{new Date(saved).toLocaleDateString('en-GB', DAY)}</span>
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
        </ul>
      );
  }
}
