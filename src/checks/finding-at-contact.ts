import { placeIn } from './text-block.ts';
import type { FoundContact } from './contacts-in.ts';
import type { Finding } from './hazard.ts';

/** A finding at a contact. */
export function findingAtContact({ textBlock, index, words }: FoundContact, rest: string): Finding {
  return { ...placeIn(textBlock, index), message: `“${words.slice(0, 80)}” ${rest}` };
}
