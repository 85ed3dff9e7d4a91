import type { VNode } from 'preact';
import { openBrowserHome } from '../edit/browser-home.view.ts';
import { MyLessons } from '../edit/my-lessons.view.tsx';

/** The library’s list of the lessons that live in this browser; nothing where there are none. `site` is the path of the site. */
export function myLessons(site: string): VNode {
  return <MyLessons home={openBrowserHome(site)} editor="./edit/" none={null} />;
}
