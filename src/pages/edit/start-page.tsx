import { useEffect, useState } from 'preact/hooks';
import type { LessonHome } from '../../edit/lesson-home.ts';
import { MyLessons } from '../../edit/my-lessons.view.tsx';
import { pageAddress } from '../../text/site-file.view.ts';
import { Button } from '../../ui/controls.view.tsx';
import { Dots } from './dots.tsx';
import { askForFile, onDroppedFile, openFile } from './files.ts';
import type { PageData } from './page-data.ts';

type StartProps = {
  readonly home: LessonHome;
  /** From this page to the site’s root. */
  readonly root: string;
  readonly templates: PageData['templates'];
  /** Opens a new lesson with this text; `from` is its template’s name, null for a file. */
  readonly begin: (text: string, from: string | null) => void;
};

/** Where a lesson is begun, opened or gone on with. */
export function StartPage({ home, root, templates, begin }: StartProps) {
  const [problem, setProblem] = useState('');
  const [blank, ...others] = templates;

  useEffect(() => onDroppedFile((file) => void openFile(file).then(show)));

  function show(opened: Awaited<ReturnType<typeof openFile>>): void {
    if ('problem' in opened) setProblem(opened.problem);
    else begin(opened.text, null);
  }

  async function ask(): Promise<void> {
    const opened = await askForFile();
    if (opened !== null) show(opened);
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
          Write at the left, see what the class sees at the right. Your lessons stay in this
          browser: nothing is sent anywhere.
        </p>
        <p class="begin__problem" role="alert">
          {problem}
        </p>
        <div class="begin__row">
          <Button
            variant="main"
            icon="plus"
            onPress={() => begin(blank?.text ?? '# ', blank?.name ?? '')}
          >
            New lesson
          </Button>
          <Button icon="book" onPress={() => void ask()}>
            Open a lesson file
          </Button>
        </div>
        {others.length > 0 && (
          <section aria-labelledby="begin-from">
            <h2 id="begin-from">Or begin from</h2>
            <div class="begin__row">
              {others.map(({ name, words, text }) => (
                <Button key={name} onPress={() => begin(text, name)}>
                  {words.charAt(0).toUpperCase() + words.slice(1)}
                </Button>
              ))}
            </div>
          </section>
        )}
        <MyLessons
          home={home}
          editor="./"
          none="None yet. What you write here is saved in this browser while you type."
        />
      </main>
    </>
  );
}
