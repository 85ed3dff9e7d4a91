import { setImmediate as letOthersIn, setTimeout as wait } from 'node:timers/promises';
import { readManifest, type ReadManifest } from '../film/manifest.ts';
import type { ReadHandout } from '../outputs/handouts/handout.ts';
import type { OwnHandoutText } from '../outputs/handouts/own-handout-texts.ts';
import type { Block } from '../lesson/lesson.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import { openReadMemory, type ReadMemory } from '../lesson/read-memory.ts';
import { readPacks, type PackText } from '../subjects/read-pack.ts';
import type { Problem } from '../document/problem.ts';
import { toSend, type SentLesson } from './sent-lesson.ts';

/** A lesson's text, to be read and checked as of a day, `2026-11-24`. */
export type LessonText = {
  readonly slug: string;
  readonly text: string;
  readonly today: string;
  /** The school's own packs. */
  readonly packs: readonly PackText[];
  /** The files beside it whose slides it shows, by their paths from its folder. */
  readonly files?: readonly SlideFileText[];
  /** Whether it is a safeguarding lesson whatever its head says. */
  readonly staysSafeguarding?: boolean;
};

/** A file whose slides a lesson shows. */
export type SlideFileText = { readonly path: string; readonly text: string };

/** A handout's text, by its file's name without `.md`, or as it is written in a lesson. */
export type HandoutText =
  | { readonly handout: string; readonly text: string }
  | { readonly ownHandout: OwnHandoutText };

/** The text of a film's `film.yaml`; `isTimed` where its lesson times its stops itself. */
export type ManifestText = { readonly manifest: string; readonly isTimed: boolean };

/** A text to be read. */
export type Asked = { readonly id: number } & (LessonText | HandoutText | ManifestText);

/** What is said of a lesson, first what was read, then what its words were checked for; or of a handout or a film, all at once. Before each piece of work: which text it is on. */
export type ReaderMessage = { readonly id: number } & (
  | { readonly began: true }
  | { readonly read: SentLesson }
  | { readonly found: readonly Problem[] }
  | { readonly handout: ReadHandout }
  | { readonly manifest: ReadManifest }
);

// Runs in a process of its own (`reading.ts`), because the words of the checks and their patterns take more memory than all else.
process.on('message', (asked: Asked) => {
  if ('handout' in asked || 'ownHandout' in asked) void answerHandout(asked);
  else if ('manifest' in asked) answerManifest(asked);
  else void answer(asked);
});

function answerManifest({ id, manifest, isTimed }: ManifestText & Pick<Asked, 'id'>): void {
  send({ id, began: true });
  send({ id, manifest: readManifest(manifest, { isTimed }) });
}

async function answerHandout({ id, ...asked }: HandoutText & Pick<Asked, 'id'>): Promise<void> {
  const { readHandout, readHandoutIn } = await import('../outputs/handouts/read-handout.ts');
  send({ id, began: true });
  const handout =
    'handout' in asked
      ? readHandout(asked.handout, asked.text)
      : readHandoutIn(asked.ownHandout.of, asked.ownHandout.handout);
  send({ id, handout });
}

/** How long after a change all checks wait, in ms: what shows it wants the processor first, and while someone types the next change is about to come. The editor rests as long. */
const REST_MS = 200;
let checksFrom = 0;
/** The lesson that was read last, of which the next text may be a change. */
let last: Last = { slug: '', memory: openReadMemory(), blocks: [] };

type Last = {
  readonly slug: string;
  readonly memory: ReadMemory;
  /** Its blocks, which were sent. */
  readonly blocks: readonly Block[];
};

async function answer({
  id,
  slug,
  text,
  today,
  packs,
  files = [],
  staysSafeguarding = false,
}: LessonText & Pick<Asked, 'id'>): Promise<void> {
  send({ id, began: true });
  const isChange = slug === last.slug;
  const { memory, blocks } = isChange ? last : { memory: openReadMemory(), blocks: [] };
  const read = readLesson(slug, text, {
    memory,
    packs: readPacks(packs),
    files: new Map(files.map((file) => [file.path, file.text])),
    staysSafeguarding,
  });
  last = { slug, memory, blocks: read.lesson.blocks };
  // All of it is on its way before the checks begin: a long lesson does not go through at once.
  await sent({ id, read: toSend(read, blocks) });
  if (isChange) checksFrom = performance.now() + REST_MS;
  await whenRested();
  const { checkInParts } = await import('../checks/checks.ts');
  const parts = checkInParts(read.lesson, text, { today });
  const next = () => {
    send({ id, began: true });
    return parts.next();
  };
  let part = next();
  // A caller that only wants a text parsed, because its slides are on the board, does not wait for
  // the checks of others.
  for (; !part.done; part = next()) {
    await letOthersIn();
    await whenRested();
  }
  send({ id, found: part.value });
}

async function whenRested(): Promise<void> {
  for (let ms = checksFrom - performance.now(); ms > 0; ms = checksFrom - performance.now()) {
    await wait(ms);
  }
}

function send(message: ReaderMessage): void {
  process.send?.(message);
}

/** Resolves when a message is sent, or cannot be any more. */
function sent(message: ReaderMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(message, undefined, undefined, () => resolve());
  });
}
