import type { VNode } from 'preact';
import { openBrowserHome } from '../edit/browser-home.view.ts';
import { MyLessons } from '../edit/my-lessons.view.tsx';
import { openProgramHome } from '../edit/program-home.view.ts';

/** More would push the lessons that are taught out of sight. */
const MAX = 5;

/** The library’s list of lessons of one’s own: those of the program, where one serves this page, and those that live in this browser; nothing where there are none. `site` is the path of the site; `changed` is called when one was deleted, or is back. */
export function myLessons(site: string, isServed: boolean, changed: () => void): VNode {
  const here = openBrowserHome(site);
  if (!isServed) return <MyLessons home={here} site="./" max={MAX} none={null} />;
  const there = openProgramHome(new URL(site, location.href));
  return (
    <>
      <MyLessons home={there} site="./" max={MAX} none={null} changed={changed} />
      <MyLessons home={here} site="./" max={MAX} heading="In this browser only" none={null} />
    </>
  );
}
