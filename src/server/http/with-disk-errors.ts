import { diskCause, type DiskCause } from '../store/sqlite/disk-problem.ts';
import { refuse, type Answer } from './answer.ts';

/** An answer, or what the disk has against it, in the words for its true cause (R33). */
export async function withDiskErrors(
  words: Readonly<Record<DiskCause, string>>,
  act: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    const why = diskCause(error);
    if (why === null) throw error;
    return refuse(why === 'full' ? 507 : 503, `disk-${why}`, words[why]);
  }
}
