import { useEffect, useState } from 'preact/hooks';
import type { LessonHome, ListedLesson, SavedLesson } from '../../edit/lesson-home.ts';
import { Button, Icon } from '../../ui/controls.view.tsx';
import { pageAddress } from '../../text/site-file.view.ts';
import { askForFile } from './files.ts';
import type { PageData } from './page-data.ts';

type StartProps = {
  readonly home: LessonHome;
  readonly templates: PageData['templates'];
  /** Opens a new lesson with this text. */
  readonly begin: (text: string) => void;
};

type Listed =
  | { readonly is: 'opening' }
  | { readonly is: 'blocked' }
  | { readonly is: 'there'; readonly lessons: readonly ListedLesson[] };

/** Where a lesson is begun, opened or gone on with. */
export function StartPage({ home, templates, begin }: StartProps) {
  const [listed, setListed] = useState<Listed>({ is: 'opening' });
  const [deleted, setDeleted] = useState<SavedLesson | null>(null);
  const [problem, setProblem] = useState('');
  const [blank, ...others] = templates;
  const list = async () => {
    const lessons = await home.list();
    setListed(lessons === null ? { is: 'blocked' } : { is: 'there', lessons });
  };
  useEffect(() => void list(), []);

  async function open(): Promise<void> {
    const opened = await askForFile();
    if (opened === null) return;
    if ('problem' in opened) setProblem(opened.problem);
    else begin(opened.text);
  }

  async function remove(id: string): Promise<void> {
    const lesson = await home.read(id);
    if (lesson === null || !(await home.remove(id))) {
      return setProblem('Cannot delete this lesson: the browser refused. Load the page again.');
    }
    setDeleted(lesson);
    await list();
  }

  async function putBack(lesson: SavedLesson): Promise<void> {
    const result = await home.save({ ...lesson, version: lesson.version });
    if (result.is !== 'saved') {
      return setProblem('Cannot undo: the browser refused. Save a copy of your other lessons.');
    }
    setDeleted(null);
    await list();
  }

  return (
    <main class="site-main begin" id="main" tabIndex={-1}>
      <h1>Write a lesson</h1>
      <p class="lead">
        Write at the left, see what the class sees at the right. Your lessons stay in this browser:
        nothing is sent anywhere.
      </p>
      <p class="begin__problem" role="alert">
        {problem}
      </p>
      <div class="begin__row">
        <Button variant="main" icon="plus" onPress={() => begin(blank?.text ?? '# ')}>
          New lesson
        </Button>
        <Button icon="book" onPress={() => void open()}>
          Open a lesson file
        </Button>
      </div>
      {others.length > 0 && (
        <section aria-labelledby="begin-from">
          <h2 id="begin-from">Or begin from</h2>
          <div class="begin__row">
            {others.map(({ name, words, text }) => (
              <Button key={name} onPress={() => begin(text)}>
                {words.charAt(0).toUpperCase() + words.slice(1)}
              </Button>
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="mine">
        <h2 id="mine">My lessons</h2>
        <div role="status">
          {deleted !== null && (
            <p class="begin__undo">
              “{deleted.title}” is deleted.{' '}
              <Button onPress={() => void putBack(deleted)}>Undo</Button>
            </p>
          )}
        </div>
        <MyLessons listed={listed} remove={(id) => void remove(id)} />
      </section>
    </main>
  );
}

function MyLessons({
  listed,
  remove,
}: {
  readonly listed: Listed;
  readonly remove: (id: string) => void;
}) {
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
        <p>None yet.</p>
      ) : (
        <ul class="begin__lessons">
          {listed.lessons.map(({ id, title, saved }) => (
            <li key={id}>
              <a href={`${pageAddress('./')}?lesson=${encodeURIComponent(id)}`}>{title}</a>
              <span>{new Date(saved).toLocaleDateString('en-GB', DAY)}</span>
              <button
                type="button"
                class="button button--quiet"
                aria-label={`Delete “${title}”`}
                onClick={() => remove(id)}
              >
                <Icon name="close" />
                Delete
              </button>
            </li>
          ))}
        </ul>
      );
  }
}

const DAY = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
