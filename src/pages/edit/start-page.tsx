import { useEffect, useRef, useState } from 'preact/hooks';
import type { FolderHere } from '../../edit/folder-here.view.ts';
import { FolderLessons } from '../../edit/folder-lessons.view.tsx';
import type { LessonHome } from '../../edit/lesson-home.ts';
import type { MediaFile } from '../../open/opened.ts';
import type { PackedFilm } from '../../open/pack-lesson.ts';
import type { LeftOut } from '../../open/unpack-lesson.ts';
import { withSubject } from '../../edit/lesson-subject.ts';
import { titleIn, withTitle } from '../../edit/lesson-title.ts';
import { MyLessons } from '../../edit/my-lessons.view.tsx';
import { pageAddress } from '../../text/site-file.view.ts';
import { Button } from '../../ui/controls.view.tsx';
import { Dots } from './dots.tsx';
import { askForFile, onDroppedFiles, openFile } from './files.ts';
import { NameDialog } from './name-dialog.tsx';
import type { OpenAt } from './open/open-at.ts';
import type { PageData } from './page-data.ts';

type StartProps = {
  readonly home: LessonHome;
  /** The lessons of this browser: the home itself, or beside it. */
  readonly here: LessonHome;
  /** The folder that lessons are in; null where a program has them. */
  readonly folder: FolderHere | null;
  /** Called when another folder is used, or none. */
  readonly become: (folder: FolderHere) => void;
  /** From this page to the site’s root. */
  readonly root: string;
  readonly templates: PageData['templates'];
  /** Opens a new lesson; why not, where that cannot be. */
  readonly begin: (fresh: NewText) => Promise<string | null>;
  /** Goes on to plans and slides: with nothing yet, with the prompt for an assistant, or with what was dropped. */
  readonly open: (at: OpenAt) => void;
};

/** What a lesson begins with where no template came with the site. */
export const BLANK = '# Name of the lesson\n';

/** Files that are a plan or slides by their name: those are checked before they are a lesson. */
const PLANS = /\.(?:docx?|pptx?|odt|odp|pages|key|pdf|rtf|html?)$/i;

/** Where a lesson is begun, opened or gone on with. */
export function StartPage({
  home,
  here,
  folder,
  become,
  root,
  templates,
  begin,
  open,
}: StartProps) {
  const [problem, setProblem] = useState('');
  const [unnamed, setUnnamed] = useState<Unnamed | null>(null);
  const [blank, ...others] = templates;
  const openingRef = useRef<HTMLDivElement>(null);

  // The library’s two buttons lead here: one begins a lesson, the other has to wait for a press, since no browser opens a list of files without one.
  useEffect(() => {
    const { search, pathname } = location;
    if (search !== '?new' && search !== '?file') return;
    history.replaceState(null, '', pathname);
    if (search === '?new') startBlank();
    else openingRef.current?.querySelector<HTMLElement>('button')?.focus();
  });

  useEffect(() => onDroppedFiles(([file]) => take(file)));

  function take(file: File): void {
    if (PLANS.test(file.name)) open({ is: 'given', given: { is: 'file', file } });
    else void openFile(file).then(show);
  }

  function show(opened: Awaited<ReturnType<typeof openFile>>): void {
    if ('problem' in opened) setProblem(opened.problem);
    else start({ ...opened, title: titleIn(opened.text), from: null });
  }

  async function ask(): Promise<void> {
    const opened = await askForFile();
    if (opened !== null) show(opened);
  }

  // A lesson of the program's or of a folder is a file, whose name is its address: it comes from the title.
  function start(fresh: NewText): void {
    if (home.place === 'browser') void go({ ...fresh, title: '' });
    else setUnnamed({ ...fresh, from: null, isTemplate: fresh.from !== null });
  }

  function startBlank(): void {
    start({ text: blank?.text ?? BLANK, title: '', from: blank?.name ?? '' });
  }

  async function go(fresh: NewText): Promise<void> {
    setProblem((await begin(fresh)) ?? '');
  }

  return (
    <>
      <header class="site-head">
        <a class="site-mark" href={pageAddress(root)}>
          <Dots />
          Wholeclass
        </a>
        <nav class="site-nav" aria-label="Wholeclass">
          <a href={pageAddress(root)}>Lessons</a>
        </nav>
      </header>
      <main class="site-main begin" id="main" tabIndex={-1}>
        <h1>Write a lesson</h1>
        <p class="lead">
          Write at the left, see what the class sees at the right.{' '}
          {folder?.is === 'closed' ? FOLDER_CLOSED : WHERE[home.place]}
        </p>
        <p class="begin__problem" role="alert">
          {problem}
        </p>
        <div class="begin__row">
          <Button variant="main" icon="plus" onPress={startBlank}>
            New lesson
          </Button>
          <div ref={openingRef}>
            <Button icon="book" onPress={() => void ask()}>
              Open a lesson file
            </Button>
          </div>
        </div>
        <section aria-labelledby="begin-open">
          <h2 id="begin-open">Or bring what you have</h2>
          <div class="begin__row">
            <Button icon="folder" onPress={() => open({ is: 'choose' })}>
              Open a plan or slides
            </Button>
            <Button icon="talk" onPress={() => open({ is: 'assistant' })}>
              A draft from an assistant
            </Button>
          </div>
        </section>
        {others.length > 0 && (
          <section aria-labelledby="begin-from">
            <h2 id="begin-from">Or begin from</h2>
            <div class="begin__row">
              {others.map(({ name, words, text }) => (
                <Button
                  key={name}
                  onPress={() => start({ text, title: titleIn(text), from: name })}
                >
                  {words.charAt(0).toUpperCase() + words.slice(1)}
                </Button>
              ))}
            </div>
          </section>
        )}
        {folder === null ? (
          <>
            <MyLessons home={home} site={root} none={NONE.server} />
            <MyLessons home={here} site={root} heading="In this browser only" none={null} />
          </>
        ) : (
          <FolderLessons
            site={new URL(root, location.href).pathname}
            root={root}
            folder={folder}
            here={here}
            none={NONE.browser}
            become={become}
            openFile={take}
          />
        )}
      </main>
      {unnamed !== null && (
        <NameDialog
          title={unnamed.title}
          asksSubject={unnamed.isTemplate}
          begin={(title, subject) => {
            setUnnamed(null);
            const named = withTitle(unnamed.text, title);
            void go({
              ...unnamed,
              text: subject === '' ? named : withSubject(named, subject),
              title,
            });
          }}
          close={() => setUnnamed(null)}
        />
      )}
    </>
  );
}

/** A lesson that has no name yet. Of a template its subject is asked for too; what came from a file stays about what it was. */
type Unnamed = NewText & { readonly isTemplate: boolean };

/** A lesson that is begun: its text, the name it was given, empty where none was asked for, and its template’s name where nothing is to be saved before something is typed. */
export type NewText = {
  readonly text: string;
  readonly title: string;
  readonly from: string | null;
  /** The pictures that came with it. */
  readonly media?: readonly MediaFile[];
  /** Those that its file had, and that are too large. */
  readonly leftOut?: readonly LeftOut[];
  /** What its file says of the films that it names. */
  readonly films?: readonly PackedFilm[];
  /** Whether it stays a safeguarding lesson whatever its head says. */
  readonly staysSafeguarding?: boolean;
};

const NONE = {
  browser: 'None yet. What you write here is saved in this browser while you type.',
  server: 'None yet. What you write here is saved while you type.',
} as const;

const FOLDER_CLOSED =
  'New lessons stay in this browser until your folder is open: nothing is sent anywhere.';

const WHERE: Readonly<Record<LessonHome['place'], string>> = {
  browser: 'Your lessons stay in this browser: nothing is sent anywhere.',
  server: 'A lesson begins as a draft, which your library lists once you publish it.',
  folder: 'Your lessons are files in your folder: nothing is sent anywhere.',
};
