import { fingerprint } from '../../text/fingerprint.ts';

/** What is stored of the replies that someone saved: the key of each one’s words, the newest last. */
type Stored = { readonly v: 2; readonly lines: readonly string[] };

const MAX_SAVED = 200;
const KEY = /^[0-9a-f]{8}$/;

/** What a reply is saved by: its own words. Words that change are another reply, and what was saved is never shown as something else. */
export function lineKey(words: string): string {
  return fingerprint(words).slice(0, 8);
}

/** The keys of the replies that someone saved, as their browser has them. Never throws: what cannot be read is an empty list. `keyOf` tells the words that a school’s own line had by its place, for what was stored before there were keys. */
export function parseSavedLines(
  stored: string | null,
  keyOf: (place: string) => string | undefined = () => undefined,
): readonly string[] {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    if (Array.isArray(value)) {
      return keysIn(
        value.map((place) => (typeof place === 'string' ? keyBefore(place, keyOf) : '')),
      );
    }
    return isStored(value) ? keysIn(value.lines) : [];
  } catch {
    return [];
  }
}

/** The list as it is stored. */
export function formatSavedLines(lines: readonly string[]): string {
  return JSON.stringify({ v: 2, lines } satisfies Stored);
}

/** The list with a line put in, or taken out if it is there. */
export function toggleSavedLine(saved: readonly string[], key: string): readonly string[] {
  return saved.includes(key) ? saved.filter((one) => one !== key) : [...saved, key];
}

function isStored(value: unknown): value is { readonly lines: readonly unknown[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'v' in value &&
    value.v === 2 &&
    'lines' in value &&
    Array.isArray(value.lines)
  );
}

function keysIn(values: readonly unknown[]): readonly string[] {
  const keys = values.filter((key): key is string => typeof key === 'string' && KEY.test(key));
  return [...new Set(keys)].slice(-MAX_SAVED);
}

function keyBefore(place: string, keyOf: (place: string) => string | undefined): string {
  const [, list = '', at = ''] = /^(.+)-(\d+)$/.exec(place) ?? [];
  return BEFORE.get(list)?.split(' ')[Number(at) - 1] ?? keyOf(place) ?? '';
}

/** Replies as they were numbered when they were stored by their place, by who asks and the tone: the key of each one’s words on the day that this ended, 30 November 2026. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  ['partner-firm', 'e380b056 bed7fb4b 6a6bc3bd 2b494bb6 029dc549'],
  ['partner-light', 'cbf52730 e5190afd 3d9d78f2 6d4cc33e'],
  ['partner-away', '999d8f2f 34bb4f54 bb832c95'],
  ['partner-leave', 'ef369a24 36a795e9'],
  ['friend-firm', '7b0e74be 5827aed8 4d185e60 7c29908f 40cbbb46'],
  ['friend-light', 'dc300965 40a52903 1dc71fdb d969b043'],
  ['friend-away', '5f8f7a01 8b7f46a6'],
  ['friend-leave', '201281a5 3ddc7fa0'],
  ['group-firm', '26ea24b8 219a5703 c0b8dbc6 8336a1b8'],
  ['group-light', 'c689df5e 7a8084b6 4467de93 5e0b5e0c'],
  ['group-away', 'e1aec978 55f0f3a6'],
  ['group-leave', '7d7ca59f ea474bf6 278df2b1'],
]);
