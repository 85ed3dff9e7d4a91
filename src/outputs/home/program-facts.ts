import type { NodeFacts } from '../../text/node-release.ts';

/** A lesson, or the handouts, and the words there that a school’s filter or keyboard monitor watches for. */
export type WatchedPlace = { readonly title: string; readonly words: readonly string[] };

/**
 * What the program knows of itself, from its own tables, for the pages for IT and data protection
 * officers.
 */
export type ProgramFacts = {
  /** The staff door’s address and port where nothing else is set, `127.0.0.1` and 4300. */
  readonly staffHost: string;
  readonly staffPort: number;
  /** Tried in this order when the pupils’ door opens. */
  readonly pupilPorts: readonly number[];
  /** The pages that the pupils’ door serves, by their paths. */
  readonly pupilPages: readonly string[];
  readonly pupilMethods: readonly string[];
  /** The largest body of a pupil’s request, in bytes. */
  readonly pupilMaxBytes: number;
  /** How long a pupil’s page waits for news in one request, in ms. */
  readonly waitMs: number;
  /** The content security policy that every answer carries. */
  readonly policy: string;
  /** The pages that open without a network, by their folders. */
  readonly offline: readonly string[];
  /** The environment’s names that settings are read from. */
  readonly settings: readonly string[];
  /** Which Node it runs on, which each platform is given, and the last known security release with its day. */
  readonly node: NodeFacts;
  /** Empty for a page that does not say them. */
  readonly watched: readonly WatchedPlace[];
};
