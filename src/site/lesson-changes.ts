import { watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../document/problem.ts';
import { PROTOCOL } from '../text/protocol-version.ts';
import { newMistake, type LessonChange } from '../outputs/board/lesson-change.ts';
import { lessonReview } from './lesson-review.ts';
import type { LessonFile, Lessons } from './lessons.ts';
import { readReviewFile } from './review-file.ts';
import { tagOf } from './tag-of.ts';
import type { Site } from './site.ts';

/** Tells pages that show a lesson when its file has changed. */
export type LessonChanges = {
  /**
   * Starts with how it is now; null when there is no such lesson. `shown` is the stamp of the deck
   * that the page shows: one that goes on where another has left has what is held back from it held
   * back still. Returns how to stop.
   */
  follow(
    slug: string,
    listener: (change: LessonChange) => void,
    shown?: string,
  ): Promise<(() => void) | null>;
  /** True when a lesson has as many followers as one teacher could need. */
  isFull(slug: string): boolean;
  end(): void;
};

/** What is looked at: the folders of lessons, the school's own among them where there is one, what is read of it, and the pages made of that. */
export type LessonChangesParts = {
  readonly folders: readonly string[];
  readonly own: string | null;
  readonly lessons: Lessons;
  readonly site: Pick<Site, 'read'>;
};

type Followed = {
  readonly listeners: Set<(change: LessonChange) => void>;
  /** The last text without a new mistake; of a school's own safeguarding lesson, whether it was reviewed. */
  good: LessonFile;
  isGoodReviewed: boolean;
  seen: Seen;
  change: LessonChange;
  /** How often its files were touched. */
  touches: number;
  waiting: NodeJS.Timeout | null;
  /** Runs out where no page has followed it for a while. */
  leaving: NodeJS.Timeout | null;
  /** Resolves when they have been left alone for a while. */
  rest: Promise<void>;
};

/** A lesson's file and what is stored of its review, null for nothing. */
type Seen = { readonly file: LessonFile; readonly review: string | null };

/** What keeps a text from a board that shows the reviewed one. */
const UNREVIEWED: Problem = {
  code: 'unreviewed',
  severity: 'error',
  line: 1,
  column: 1,
  message: 'This lesson has changed since your safeguarding lead reviewed it',
};

/** Editors write a file in several steps, or another one over it: it is read when the first of them are over, and what was read is sent when no other step has come, in ms after the last. */
const READ_MS = 1;
const REST_MS = 4;
/** Folders on a network drive tell nothing: files are looked at this often as well, in ms. */
const LOOK_MS = 1000;
const MAX_FOLLOWERS = 40;
/** How long a lesson is followed after its last page, in ms: another window of that browser goes on in a moment, one whose line broke after a few seconds, and one on a laptop that was shut after minutes. */
const LINGER_MS = 600_000;
/** A longer deck, in bytes, is asked for: a page that lags far behind what is sent is dropped. */
const MAX_BODY = 50_000;

/** Starts to follow files as soon as someone asks for one, and stops with the last. */
export function openLessonChanges({
  folders,
  own,
  lessons,
  site,
}: LessonChangesParts): LessonChanges {
  const followed = new Map<string, Followed>();
  let watchers: readonly FSWatcher[] = [];
  let looking: NodeJS.Timeout | null = null;

  function start(): void {
    looking ??= setInterval(
      () => [...followed.keys()].forEach((slug) => void look(slug)),
      LOOK_MS,
    ).unref();
    if (watchers.length > 0) return;
    watchers = folders.map(watchFolder).filter((watcher) => watcher !== null);
  }

  function watchFolder(folder: string): FSWatcher | null {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => touch(name));
      return watcher.on('error', () => watcher.close());
    } catch {
      // Of a folder that cannot be watched the files are looked at all the same.
      return null;
    }
  }

  function stopWatching(): void {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  }

  function stop(): void {
    stopWatching();
    if (looking !== null) clearInterval(looking);
    looking = null;
  }

  // Some systems do not say which file it was.
  function touch(name: string | null): void {
    for (const [slug, one] of followed) {
      if (name !== null && name !== `${slug}.md` && name !== `${slug}.review.json`) continue;
      if (one.waiting !== null) clearTimeout(one.waiting);
      one.touches += 1;
      one.waiting = setTimeout(() => void look(slug), READ_MS);
      one.rest = wait(REST_MS);
    }
  }

  async function see(slug: string): Promise<Seen | null> {
    const file = await lessons.one(slug).catch(() => null);
    if (file === null) return null;
    return { file, review: (await readReviewFile(dirname(file.path), slug)).bytes };
  }

  /** Whether a text is reviewed; null where none is needed. */
  async function isReviewed(file: LessonFile): Promise<boolean | null> {
    const review = await lessonReview(file, dirname(file.path) === own);
    return review && review.suspends === null;
  }

  async function look(slug: string): Promise<void> {
    const one = followed.get(slug);
    if (one === undefined) return;
    const { touches, rest } = one;
    const seen = await see(slug);
    // A file that is gone for a moment is being written.
    if (seen === null || isSame(seen, one.seen)) return;
    const { file } = seen;
    const reviewed = await isReviewed(file);
    const isUnreviewed = one.isGoodReviewed && reviewed === false && file !== one.good;
    const mistake = newMistake(one.good.misread, file.misread);
    const held = mistake ?? (isUnreviewed ? UNREVIEWED : null);
    const made = held === null ? await makeShown(slug, site) : one.change;
    await rest;
    // Where nothing tells of a change, what was made may be of a newer text than was seen.
    const now = touches === 0 ? await see(slug) : seen;
    if (made === null || now === null || !isSame(now, seen)) return;
    // What has been touched since is looked at again, and another look may have been quicker.
    if (one.touches !== touches || isSame(seen, one.seen)) return;
    one.seen = seen;
    if (held === null) {
      one.good = file;
      one.isGoodReviewed = reviewed === true;
    }
    const { deck, notes, body } = made;
    const isNewDeck = deck !== one.change.deck && body !== undefined;
    one.change = { v: PROTOCOL, deck, notes, held };
    const news = isNewDeck ? { ...one.change, body } : one.change;
    for (const listener of one.listeners) listener(news);
  }

  async function open(slug: string): Promise<Followed | null> {
    const seen = await see(slug);
    const made = seen === null ? null : await makeShown(slug, site);
    if (seen === null || made === null) return null;
    const isGoodReviewed = (await isReviewed(seen.file)) === true;
    const one = followed.get(slug) ?? {
      listeners: new Set(),
      good: seen.file,
      isGoodReviewed,
      seen,
      change: { v: PROTOCOL, deck: made.deck, notes: made.notes, held: null },
      touches: 0,
      waiting: null,
      leaving: null,
      rest: Promise.resolve(),
    };
    followed.set(slug, one);
    return one;
  }

  /** Whether a page has another deck than the one that is followed, and what is held back with it: one that was loaded since has the text as it is, with its mistakes, but one that missed a deck has not. */
  async function showsOther(slug: string, shown: string, change: LessonChange): Promise<boolean> {
    if (shown.includes(change.deck)) return false;
    if (shown === '' || change.held === null) return true;
    const now = await makeShown(slug, site);
    return now !== null && shown.includes(now.deck);
  }

  function leave(slug: string, one: Followed): void {
    for (const timer of [one.waiting, one.leaving]) if (timer !== null) clearTimeout(timer);
    if (followed.get(slug) === one) followed.delete(slug);
    if (followed.size === 0) stop();
  }

  return {
    async follow(slug, listener, shown = '') {
      await look(slug);
      const left = followed.get(slug);
      const isOther = left !== undefined && (await showsOther(slug, shown, left.change));
      if (isOther && left.listeners.size === 0) leave(slug, left);
      const one = followed.get(slug) ?? (await open(slug));
      if (one === null) return null;
      start();
      if (one.leaving !== null) clearTimeout(one.leaving);
      one.listeners.add(listener);
      listener(one.change);
      return () => {
        one.listeners.delete(listener);
        if (one.listeners.size > 0) return;
        one.leaving = setTimeout(() => leave(slug, one), LINGER_MS).unref();
      };
    },
    isFull: (slug) => (followed.get(slug)?.listeners.size ?? 0) >= MAX_FOLLOWERS,
    end() {
      followed.clear();
      stop();
    },
  };
}

function isSame(one: Seen, other: Seen): boolean {
  return one.file === other.file && one.review === other.review;
}

/** What pages show of a lesson: the stamps of its deck and of its notes, and the deck where it is short enough to be sent. */
async function makeShown(
  slug: string,
  site: Pick<Site, 'read'>,
): Promise<Pick<LessonChange, 'deck' | 'notes' | 'body'> | null> {
  const [deck, notes] = await Promise.all(
    ['deck', 'notes'].map((name) => site.read(`present/${slug}/${name}.json`)),
  );
  if (!deck || !notes) return null;
  const body = deck.length > MAX_BODY ? {} : { body: `${deck}` };
  return { deck: tagOf(deck), notes: tagOf(notes), ...body };
}
