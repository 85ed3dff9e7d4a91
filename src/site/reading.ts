import type { ReadManifest } from '../film/manifest.ts';
import type { OwnHandoutText } from '../outputs/handouts/own-handout-texts.ts';
import type { ReadHandout } from '../outputs/handouts/handout.ts';
import type { ReadLesson } from '../lesson/lesson.ts';
import type { Problem } from '../document/problem.ts';
import type { HandoutText, LessonText, ManifestText } from './lesson-reader.ts';
import { readOnce } from './cached-readings.ts';
import { LIMIT_MS, openReaders, type Failure, type ReaderEvent, type Readers } from './readers.ts';

/** A text being read, and its words being checked, which takes much longer; a `Failure` where that came to no end. */
export type Reading = {
  readonly read: Promise<ReadLesson | Failure>;
  readonly found: Promise<readonly Problem[] | Failure>;
  /** Resolves when this text has taken so long that no one else need wait for it; perhaps never. */
  readonly slow: Promise<void>;
};

/** What is to be read, and how long after it the reader stays, in ms: a text that is being edited is read again soon. */
export type ToRead = LessonText & { readonly stayMs: number };

/** Reads and checks one lesson. */
export type ReadText = (text: ToRead) => Reading;

/** How long the reader stays after a handout or a film, in ms: the next comes at once or not at all. */
const SHORT_MS = 500;

const readers = openReaders();

/** Reads and checks a lesson in a process apart, which ends when it has nothing to do. */
export const readApart: ReadText = readBy(readers);

/** How long the reader of a command stays, in ms: as long as most of them run, since it ends with its command. */
const COMMAND_MS = 60_000;

/** The same for a command, beside which no page waits: no lesson is left for later, however busy the machine is. */
export const readForCommand: ReadText = readBy(openReaders({ slowMs: LIMIT_MS }), COMMAND_MS);

/** Reads and checks lessons by the given readers, which stay for at least so long after each. */
export function readBy({ ask }: Readers, minMs = 0): ReadText {
  return ({ stayMs: wantedMs, ...text }) => {
    const stayMs = Math.max(wantedMs, minMs);
    const [read, found] = [
      Promise.withResolvers<ReadLesson | Failure>(),
      Promise.withResolvers<readonly Problem[] | Failure>(),
    ];
    const slow = Promise.withResolvers<void>();
    ask(text, stayMs, (event) => {
      if (event === 'slow') slow.resolve();
      else if (typeof event === 'string') for (const one of [read, found]) one.resolve(event);
      else if ('read' in event) read.resolve(event.read);
      else if ('found' in event) found.resolve(event.found);
      return typeof event !== 'string' && 'found' in event;
    });
    return { read: read.promise, found: found.promise, slow: slow.promise };
  };
}

/** Reads a handout by the same readers, or takes it as it was read before; null where that came to no end. */
export function readHandoutApart(text: HandoutText): Promise<ReadHandout | null> {
  return readOnce(text, () =>
    askReader(text, (event) => ('handout' in event ? event.handout : null)),
  );
}

/** The same for one that is written in a lesson. */
export function readOwnHandoutApart(ownHandout: OwnHandoutText): Promise<ReadHandout | null> {
  return readHandoutApart({ ownHandout });
}

/** More films than a school has; a film's text is read again at each request for its lesson. */
const MAX_MANIFESTS = 100;
const manifests = new Map<string, Promise<ReadManifest>>();

/** Reads a `film.yaml` by the same readers, once for each text: the program that serves then need not hold what reads YAML. */
export function readManifestApart(text: ManifestText): Promise<ReadManifest> {
  const name = `${text.isTimed} ${text.manifest}`;
  const known = manifests.get(name);
  if (known !== undefined) return known;
  const reading = readManifestBy(text, () => manifests.delete(name));
  manifests.set(name, reading);
  const [oldest] = manifests.keys();
  if (manifests.size > MAX_MANIFESTS && oldest !== undefined) manifests.delete(oldest);
  return reading;
}

async function readManifestBy(text: ManifestText, forget: () => void): Promise<ReadManifest> {
  const read = await readOnce(text, () =>
    askReader(text, (event) => ('manifest' in event ? event.manifest : null)),
  );
  if (read !== null) return read;
  forget();
  return {
    manifest: null,
    title: '',
    problems: [
      { ...UNREAD, message: 'Cannot read this film: its film.yaml was not read to its end' },
    ],
  };
}

/** What the reader makes of a text that it answers all at once; null where that came to no end. */
function askReader<T>(
  text: HandoutText | ManifestText,
  answerIn: (event: Exclude<ReaderEvent, string>) => T | null,
): Promise<T | null> {
  return new Promise((resolve) => {
    readers.ask(text, SHORT_MS, (event) => {
      if (event === 'slow') return false;
      resolve(typeof event === 'string' ? null : answerIn(event));
      return true;
    });
  });
}

const UNREAD = { code: 'unreadable-file', severity: 'error', line: 1, column: 1 } as const;
