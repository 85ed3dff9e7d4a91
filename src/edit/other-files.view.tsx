import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/controls.view.tsx';
import type { FolderFiles } from './folder-here.view.ts';
import type { LessonHome } from './lesson-home.ts';
import { otherFiles, type OtherFile } from './other-files.ts';

type OtherFilesProps = {
  readonly files: FolderFiles;
  readonly home: LessonHome;
  /** Makes a lesson of a file; none where this page cannot. */
  readonly openFile: ((file: File) => void) | undefined;
};

/** The files of a folder that are no lessons, so that none seems lost; nothing where there are none. */
export function OtherFiles({ files, home, openFile }: OtherFilesProps) {
  const [others, setOthers] = useState<readonly OtherFile[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    void Promise.all([files.names(), home.list()]).then(
      ([names, lessons]) =>
        setOthers(otherFiles(names, new Set((lessons ?? []).map(({ id }) => id)))),
      () => setOthers([]),
    );
  }, [files, home]);
  if (others.length === 0) return null;

  async function open(name: string): Promise<void> {
    const file = await files.read(name).catch(() => null);
    if (file !== null) openFile?.(file);
    else setProblem(`Cannot open “${name}”: it isn’t in the folder any more, or can’t be read.`);
  }

  const count =
    others.length === 1 ? 'One other file here is' : `${others.length} other files here are`;
  return (
    <details class="my-folder__others">
      <summary>{count} not listed as a lesson</summary>
      <p>
        A lesson’s file is called like <code>why-ice-floats.md</code>: small letters, digits and
        hyphens.
      </p>
      <p class="my-folder__problem" role="alert">
        {problem}
      </p>
      <ul>
        {others.map(({ name, mayOpen }) => (
          <li key={name}>
            <span>{name}</span>
            {mayOpen && openFile !== undefined && (
              <Button variant="quiet" onPress={() => void open(name)}>
                Open as a lesson<span class="unseen">: {name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
