import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openBrowserHome } from '../edit/browser-home.view.ts';
import { folderHere, type FolderHere } from '../edit/folder-here.view.ts';
import { FolderLessons } from '../edit/folder-lessons.view.tsx';
import type { LessonHome } from '../edit/lesson-home.ts';
import { MyLessons } from '../edit/my-lessons.view.tsx';
import { openProgramHome } from '../edit/program-home.view.ts';

/** More would push the lessons that are taught out of sight. */
const MAX = 5;

const SAVED = 'Last saved';

/** The library’s list of lessons of one’s own: those of the program, where one serves this page, or else of the folder, and those that live in this browser; nothing where there are none. `site` is the path of the site; `changed` is called when one was deleted, or is back. */
export function myLessons(site: string, isServed: boolean, changed: () => void): VNode {
  const here = openBrowserHome(site);
  if (!isServed) return <MineHere site={site} here={here} />;
  const there = openProgramHome(new URL(site, location.href));
  return (
    <>
      <MyLessons home={there} site="./" max={MAX} heading={SAVED} none={null} changed={changed} />
      <MyLessons home={here} site="./" max={MAX} heading="In this browser only" none={null} />
    </>
  );
}

function MineHere({ site, here }: { readonly site: string; readonly here: LessonHome }) {
  const [folder, setFolder] = useState<FolderHere | null>(null);
  useEffect(() => void folderHere(site).then(setFolder), [site]);
  if (folder === null) return null;
  return (
    <FolderLessons
      site={site}
      root="./"
      folder={folder}
      here={here}
      max={MAX}
      heading={SAVED}
      none={null}
      become={setFolder}
    />
  );
}
