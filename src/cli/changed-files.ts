import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The files, by their paths in `folder`, that differ from the last commit; where none does, those of the last commit. Deleted ones are left out. Null where git cannot tell. */
export async function changedFiles(folder: string): Promise<readonly string[] | null> {
  const [edited, added] = [
    await git(folder, 'diff', '--name-only', 'HEAD'),
    await git(folder, 'ls-files', '--others', '--exclude-standard'),
  ];
  if (edited === null || added === null) return null;
  const own = [...edited, ...added];
  const files = own.length > 0 ? own : await git(folder, 'diff', '--name-only', 'HEAD~1', 'HEAD');
  return files?.filter((file) => existsSync(join(folder, file))) ?? null;
}

/** What git lists, a line each; null where it fails, as outside a repository. */
function git(folder: string, ...args: readonly string[]): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd: folder, encoding: 'utf8' }, (error, output) => {
      resolve(error === null ? output.split('\n').filter((line) => line !== '') : null);
    });
  });
}
