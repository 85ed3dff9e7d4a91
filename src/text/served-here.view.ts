import { isInFolder } from './site-file.view.ts';

/** True where a program serves this page; the first page of a folder is not told where rooms run, and no program is behind any file. */
export function isServedHere(): boolean {
  return (
    !isInFolder() &&
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server'
  );
}
