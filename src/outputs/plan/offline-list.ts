import * as v from 'valibot';
import { whole, type Fields, type Schema } from '../../text/schema.ts';

/** A file that a lesson needs without a network: its path from the site's root as an address has it, its size in bytes, and a mark that changes with what is in it. */
export type OfflineFile = { readonly path: string; readonly bytes: number; readonly tag: string };

/** Everything that a lesson needs without a network, by its own title; `version` changes with any of it. */
export type OfflineList = {
  readonly v: 1;
  readonly title: string;
  readonly version: string;
  readonly files: readonly OfflineFile[];
};

/** The same as a browser has it once all of it is there: when that was and when the site last had it, on a page of the lesson (ms since 1970), and how many bytes it takes. */
export type StoredList = OfflineList & {
  readonly stored: number;
  readonly bytes: number;
  readonly seen?: number;
};

const fileSchema: Schema<OfflineFile> = v.object({
  path: v.string(),
  bytes: whole,
  tag: v.string(),
} satisfies Fields<OfflineFile>);

const listFields = {
  v: v.literal(1),
  title: v.string(),
  version: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  files: v.array(fileSchema),
} satisfies Fields<OfflineList>;

/** The schema of the list that a site has of a lesson. */
export const offlineListSchema: Schema<OfflineList> = v.object(listFields);

/** The schema of the list that a browser has of a lesson that is there whole. */
export const storedListSchema: Schema<StoredList> = v.object({
  ...listFields,
  stored: whole,
  bytes: whole,
  seen: v.exactOptional(whole),
} satisfies Fields<StoredList>);

/** Where the list of a lesson is, from the site's root. */
export function offlineListPath(slug: string): string {
  return `lesson/${slug}/offline.json`;
}

/** The path of a site's file as an address has it: `lesson/x/` of `lesson/x/index.html`; null for what a lesson does without in a room without a network: what supporters share, and how “Comebacks” is added to a phone. */
export function offlinePath(path: string): string | null {
  if (path === 'offline.js' || path.startsWith('supporters/')) return null;
  if (/^comebacks\/.+\.(?:png|webmanifest)$/.test(path)) return null;
  return encodeURI(path.replace(/(^|\/)index\.html$/, '$1'));
}

/** How many bytes the files of a list have. */
export function bytesOf(files: readonly Pick<OfflineFile, 'bytes'>[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
