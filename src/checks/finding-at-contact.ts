import { placeIn } from './passage.ts';
import type { FoundContact } from './contacts-in.ts';
import type { Finding } from './hazard.ts';

/** A finding at a contact. */
export function findingAtContact({ passage, index, words }: FoundContact, rest: string): Finding {
  return { ...placeIn(passage, index), message: `“${words.slice(0, 80)}” ${rest}` };
}
