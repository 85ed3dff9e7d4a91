import { makeMyFile } from './my-lesson-files.ts';
import type { MakeAnswer, MakeRequest } from './my-lesson.ts';

/** Makes a file of a lesson of one’s own in the page itself. */
export async function makeMine({ make, of }: MakeRequest): Promise<MakeAnswer> {
  try {
    return await makeMyFile(make, of);
  } catch {
    return null;
  }
}
