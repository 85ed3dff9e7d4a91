import type { Reading } from '../../outputs/reading/reading.ts';

/** Where a reader is: at the door, where a code is typed; reading; or at one of the calm pages. */
export type Place =
  | { readonly at: 'door'; readonly trouble: 'code' | 'no-room' | 'reset' | null }
  | { readonly at: 'coming' }
  | { readonly at: 'reading'; readonly reading: Reading }
  | { readonly at: 'finished'; readonly help?: Reading['help'] }
  /** The program is newer than this page (R32). */
  | { readonly at: 'old' }
  | { readonly at: 'left' };

/** The page: where it is, whether the teacher's computer answers, whether the whole lesson is read, as staff and parents do, and whether there is a board to follow. */
export type Page = {
  readonly place: Place;
  readonly away: boolean;
  readonly staff: boolean;
  readonly hasBoard: boolean;
};

/** What a reader of a lesson can do; each does nothing where it makes no sense. */
export type Reader = {
  page(): Page;
  join(typed: string): void;
  leave(): void;
};
