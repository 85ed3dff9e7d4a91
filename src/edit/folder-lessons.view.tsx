import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/controls.view.tsx';
import {
  canUseFolders,
  chooseFolder,
  forgetFolder,
  reopenFolder,
  type Chosen,
  type FolderHere,
} from './folder-here.view.ts';
import type { LessonHome } from './lesson-home.ts';
import { MyLessons } from './my-lessons.view.tsx';
import { OtherFiles } from './other-files.view.tsx';

type FolderLessonsProps = {
  /** The path of the site. */
  readonly site: string;
  /** From this page to its root. */
  readonly root: string;
  readonly folder: FolderHere;
  /** The lessons of this browser. */
  readonly here: LessonHome;
  readonly max?: number;
  readonly heading?: string;
  /** What is said where this browser is the home, and has none; null says nothing at all. */
  readonly none: string | null;
  readonly become: (folder: FolderHere) => void;
  /** Makes a lesson of a file that lies in the folder; none where a page cannot. */
  readonly openFile?: (file: File) => void;
};

/** The lessons of a page without a program: those of the folder, where there is one, and those of this browser. */
export function FolderLessons({
  site,
  root,
  folder,
  here,
  max = Infinity,
  heading = 'My lessons',
  none,
  become,
  openFile,
}: FolderLessonsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [hasChanged, setChanged] = useState(false);

  // The button that was pressed may be gone.
  useEffect(() => {
    if (!hasChanged) return;
    place.current?.querySelector<HTMLElement>('.my-folder__words')?.focus();
  }, [folder, hasChanged]);

  function change(next: FolderHere): void {
    setChanged(true);
    become(next);
  }

  const row = <FolderRow site={site} folder={folder} here={here} become={change} />;
  const others = (
    <MyLessons home={here} site={root} max={max} heading="In this browser only" none={null} />
  );
  return (
    <div ref={place}>
      {folder.is === 'none' && (
        <MyLessons home={here} site={root} max={max} heading={heading} none={none}>
          {canUseFolders() && row}
        </MyLessons>
      )}
      {folder.is === 'open' && (
        <>
          <MyLessons home={folder.home} site={root} max={max} heading={heading} none={NONE}>
            {row}
            <OtherFiles files={folder.files} home={folder.home} openFile={openFile} />
          </MyLessons>
          {others}
        </>
      )}
      {folder.is === 'closed' && (
        <>
          <section class="my-lessons" aria-labelledby="my-folder">
            <h2 id="my-folder">{heading}</h2>
            {row}
          </section>
          {others}
        </>
      )}
    </div>
  );
}

const NONE = 'No lessons in this folder yet. What you write here is saved in it while you type.';

type RowProps = Pick<FolderLessonsProps, 'site' | 'folder' | 'here' | 'become'>;

/** How it is with the folder, and what can be done about it. */
export function FolderRow({ site, folder, here, become }: RowProps) {
  const [problem, setProblem] = useState('');

  async function take(choosing: Promise<Chosen>): Promise<void> {
    const chosen = await choosing;
    if (typeof chosen !== 'string') {
      setProblem(chosen.is === 'closed' && chosen.why === 'asks' ? NOT_OPENED : '');
      become(chosen);
    } else setProblem(PROBLEMS[chosen]);
  }

  async function forget(): Promise<void> {
    if (await forgetFolder(site, here)) become({ is: 'none' });
    else setProblem(PROBLEMS['not moved']);
  }

  const choose = (words: string, variant: 'plain' | 'quiet' = 'plain') => (
    <Button icon="folder" variant={variant} onPress={() => void take(chooseFolder(site, here))}>
      {words}
    </Button>
  );
  const stop = (
    <Button variant="quiet" onPress={() => void forget()}>
      Stop using this folder
    </Button>
  );
  return (
    <div class="my-folder">
      <Words>{wordsOf(folder)}</Words>
      <p class="my-folder__problem" role="alert">
        {problem}
      </p>
      <div class="my-folder__buttons">
        {folder.is === 'none' && choose('Use a folder on this computer')}
        {folder.is === 'closed' && folder.why !== 'gone' && (
          <Button variant="main" icon="folder" onPress={() => void take(reopenFolder(site))}>
            Open the folder again
          </Button>
        )}
        {folder.is === 'closed' && folder.why === 'gone' && (
          <Button variant="main" onPress={() => void take(reopenFolder(site))}>
            Look again
          </Button>
        )}
        {folder.is !== 'none' && choose('Use another folder', 'quiet')}
        {folder.is !== 'none' && stop}
      </div>
    </div>
  );
}

function Words({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="my-folder__words" tabIndex={-1}>
      {children}
    </p>
  );
}

/** How it is with the folder, in words. */
function wordsOf(folder: FolderHere): string {
  switch (folder.is) {
    case 'none':
      return 'Or use a folder on this computer, such as one your department shares: each lesson is a file in it.';
    case 'open':
      return `Your lessons are in the folder “${folder.name}”. Anyone who can open it can change them.`;
    case 'closed':
      return CLOSED[folder.why](folder.name);
  }
}

const CLOSED: Readonly<
  Record<Extract<FolderHere, { is: 'closed' }>['why'], (name: string) => string>
> = {
  asks: (name) =>
    `Your lessons are in the folder “${name}”. Your browser asks before it opens it again.`,
  refused: (name) =>
    `This page may not use the folder “${name}”. Allow it in the browser’s settings for this site, then open it again. Your files are as they were.`,
  gone: (name) =>
    `The folder “${name}” isn’t there, or its drive isn’t connected. If it was moved, use it where it is now.`,
};

const NOT_OPENED = 'The folder was not opened. Press “Open the folder again”, then “Allow”.';

const PROBLEMS: Readonly<Record<Extract<Chosen, string>, string>> = {
  cancelled: '',
  'not allowed':
    'Your browser, or your school’s settings, did not allow this folder. Choose another one, or ask IT.',
  'not loaded': 'This part of the page did not load. Check the connection, then try again.',
  'not moved':
    'Some words for this folder are only in this browser so far, and could not be saved anywhere else. Open the folder first.',
};
