import type { WaitingNotes } from './protocol.ts';
import { parseWaitingNotes } from './waiting-notes.ts';

/** Asks the program how many notes wait; `root` is the site’s. null where it does not answer. */
export async function fetchWaitingNotes(root: string): Promise<WaitingNotes | null> {
  try {
    const response = await fetch(new URL(`${root}api/box/waiting`, location.href), {
      cache: 'no-store',
    });
    return response.ok ? parseWaitingNotes(await response.json()) : null;
  } catch {
    return null;
  }
}
