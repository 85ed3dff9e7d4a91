import { runBeside } from '../text/script-beside.view.ts';
import type { MakeAnswer, MakeRequest } from './my-lesson.ts';

declare global {
  interface Window {
    /** What `my-lesson.js` brings. */
    readonly wholeclassMaker?: {
      readonly makeMine: (request: MakeRequest) => Promise<MakeAnswer>;
    };
  }
}

/** Makes a file of a lesson of one’s own by a script that several pages share: for `file:`, where there are neither workers nor modules. null where it did not come. */
export async function makeMine(request: MakeRequest): Promise<MakeAnswer> {
  await runBeside('my-lesson.js');
  return window.wholeclassMaker?.makeMine(request) ?? null;
}
