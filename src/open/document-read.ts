import type { Block } from './blocks.ts';
import type { Finding } from './opened.ts';

/** A part of a document, and where it is in its file, in words. */
export type PlacedBlock = { readonly block: Block; readonly place: string };

/** What is reported of a document before its lines are known: `block` is the part it is about, null where that is not in the lesson. */
export type RawFinding = Omit<Finding, 'line'> & { readonly block: Block | null };

/** A document whose parts are read. */
export type DocumentRead = {
  readonly blocks: readonly PlacedBlock[];
  readonly findings: readonly RawFinding[];
};
