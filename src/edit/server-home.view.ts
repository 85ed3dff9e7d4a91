import { nanoid } from 'nanoid';
import type { MediaFile } from '../open/opened.ts';
import { askJson } from '../text/ask-json.view.ts';
import type { Schema } from '../text/schema.ts';
import { draftOf, type Draft, type Drafts } from './drafts.ts';
import { lessonVersion } from './history.ts';
import { openedText } from './lesson-home.ts';
import type {
  LessonHome,
  ListedLesson,
  ReadLesson,
  Refusal,
  SavedLesson,
  SaveResult,
} from './lesson-home.ts';
import { freeName, isLessonName } from './lesson-names.ts';
import { picturesIn } from './lesson-pictures.ts';
import {
  deletePath,
  LESSONS_PATH,
  lessonText,
  ownLessonList,
  picturePathOf,
  refusedText,
  textPath,
  versionList,
  versionsOf,
  writtenPicture,
  writtenText,
  type LessonText,
  type OwnLessonList,
  type TextRefusal,
} from './lesson-protocol.ts';

/** What the program’s home is made of: the site’s root, and this browser’s drafts. */
export type ServerHomeParts = {
  readonly root: URL;
  readonly drafts: Drafts;
  /** Whether a draft stays in this browser once the program has it, for what can be undone: not where staff sign in, who leave the computer to the next. */
  readonly keepsUndo: boolean;
};

/** A body that a page sends while it is left may have no more bytes (fetch, `keepalive`). */
const MAX_LEAVING = 60_000;

type Sent = Pick<SavedLesson, 'id' | 'text'>;

/** The lessons that the program has in its folder of a school’s own. Until it has what was typed, that is in this browser too. */
export function openServerHome({ root, drafts, keepsUndo }: ServerHomeParts): LessonHome {
  // Each window has drafts of its own: two that write one lesson keep both.
  const window = nanoid();
  /** The first and the last that was sent and had no answer: it may have arrived as the connection went, or as it came back. */
  let unanswered: readonly Sent[] = [];
  /** Pictures that the program has. */
  const sent = new Set<string>();
  let isSwept = false;

  async function list(): Promise<readonly ListedLesson[] | null> {
    if (!isSwept) void drafts.pictures.sweep();
    isSwept = true;
    const there = await listThere();
    if (there === null) return null;
    const saved = new Set(there.lessons.map(({ slug }) => slug));
    const unsaved = new Map(
      (await drafts.all())
        .filter(({ isSaved, lesson }) => !isSaved && !saved.has(lesson.id))
        .map(({ lesson }) => [lesson.id, unsavedIn(lesson)]),
    );
    const own = there.lessons.map(({ slug, ...rest }) => ({ ...rest, id: slug }));
    return [...unsaved.values(), ...own].toSorted((a, b) => b.saved - a.saved);
  }

  async function listThere(): Promise<OwnLessonList | null> {
    const reply = await send(new URL(LESSONS_PATH, root), ownLessonList);
    return reply?.is === 'done' ? reply.body : null;
  }

  async function freshId(title: string): Promise<string> {
    const there = await listThere();
    const unsaved = (await drafts.all()).map(({ lesson }) => lesson.id);
    const name = freeName(title, new Set([...(there?.taken ?? []), ...unsaved]));
    // Which names are taken is not known then.
    return there === null ? freeName(`${title} ${nanoid(5)}`, new Set(unsaved)) : name;
  }

  async function read(id: string): Promise<ReadLesson | null> {
    if (!isLessonName(id)) return null;
    const reply = await send(addressOf(id), lessonText);
    const there = reply?.is === 'done' ? opened(reply.body) : null;
    for (const path of picturesIn(there?.text ?? '')) sent.add(path);
    const found = draftOf(await drafts.all(), id, reply === null ? 'away' : there);
    if (found === null) return there;
    await adopt(found);
    const { lesson, isSaved } = found;
    // As it is there, with what can be undone.
    if (there !== null && lesson.text === there.text) return { ...lesson, ...facts(there) };
    return isSaved ? lesson : { ...lesson, isUnsaved: true };
  }

  // The window it was typed in may be gone; one that is not puts its own back with the next key.
  async function adopt(found: Draft): Promise<void> {
    if (found.window === window) return;
    if (await drafts.put({ ...found, window })) await drafts.remove(found);
  }

  async function save(lesson: SavedLesson): Promise<SaveResult> {
    // Both begin in this turn: a page that is left may have no other.
    const [isHere, result] = await Promise.all([putDraft(lesson), putAll(lesson)]);
    if (result.is === 'saved') {
      const { version, staysSafeguarding } = result;
      const saved = { window, lesson: { ...lesson, version, staysSafeguarding }, isSaved: true };
      await (keepsUndo ? drafts.put(saved) : drafts.remove(saved));
    }
    const isOutOfReach = result.is === 'refused' && result.why === 'away';
    return isOutOfReach && !isHere ? { is: 'refused', why: 'away, and blocked' } : result;
  }

  function putDraft(lesson: SavedLesson): Promise<boolean> {
    return drafts.put({ window, lesson, isSaved: false });
  }

  async function removeDraft(id: string): Promise<void> {
    const all = await drafts.all();
    const mine = all.find((one) => one.window === window && one.lesson.id === id);
    if (mine !== undefined) await drafts.remove(mine);
  }

  async function put(lesson: SavedLesson): Promise<SaveResult> {
    const { id, text, version, staysSafeguarding } = lesson;
    // What the program has of it says so itself.
    const body = JSON.stringify(version === 0 ? { text, staysSafeguarding } : { text });
    const reply = await send(addressOf(id), writtenText, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        ...(version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
      },
      keepalive: new TextEncoder().encode(body).length < MAX_LEAVING,
      body,
    });
    if (reply === null) {
      unanswered = [...unanswered.slice(0, 1), { id, text }];
      return { is: 'refused', why: 'away' };
    }
    if (reply.is === 'refused' && reply.status !== 412) {
      return { is: 'refused', why: whyRefused(reply.status, reply.refusal) };
    }
    const mayBeThere = unanswered;
    unanswered = [];
    if (reply.is === 'done') return { is: 'saved', ...reply.body };
    const { refusal } = reply;
    if (refusal.theirs !== null) {
      const theirs = opened(refusal.theirs);
      if (theirs === null) return { is: 'refused', why: 'failed' };
      const isOurs = mayBeThere.some((sent) => sent.id === id && sent.text === theirs.text);
      return isOurs
        ? put({ ...lesson, version: theirs.version })
        : { is: 'changed elsewhere', theirs };
    }
    // Someone deleted it while it was written here: it is there again.
    return version === 0 ? { is: 'refused', why: 'failed' } : put({ ...lesson, version: 0 });
  }

  // A text that shows them is saved after them: no one is taught a lesson without its pictures.
  // The text goes last, so that no one reads it without its pictures; at once where the program has them.
  async function putAll(lesson: SavedLesson): Promise<SaveResult> {
    for (const path of picturesIn(lesson.text).filter((one) => !sent.has(one))) {
      const bytes = await drafts.pictures.get(path);
      const refusal = bytes === null ? null : await sendPicture({ path, bytes });
      if (refusal !== null) return { is: 'refused', why: refusal };
      sent.add(path);
    }
    return put(lesson);
  }

  async function sendPicture({ path, bytes }: MediaFile): Promise<Refusal | null> {
    const reply = await send(new URL(picturePathOf(path), root), writtenPicture, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ base64: base64Of(bytes) }),
    });
    if (reply === null) return 'away';
    if (reply.is === 'refused') return whyRefused(reply.status, reply.refusal);
    await drafts.pictures.remove(path);
    return null;
  }

  async function addPicture(picture: MediaFile): Promise<Refusal | null> {
    const isHere = (await drafts.pictures.add(picture)) === null;
    const refusal = await sendPicture(picture);
    // It is sent with the text that shows it.
    if (refusal === 'away' && isHere) return null;
    if (refusal !== null) await drafts.pictures.remove(picture.path);
    return refusal === 'away' ? 'away, and blocked' : refusal;
  }

  async function picture(path: string): Promise<Uint8Array | null> {
    const unsent = await drafts.pictures.get(path);
    if (unsent !== null) return unsent;
    const found = await fetch(new URL(`media/${path}`, root)).catch(() => null);
    const bytes = found?.ok === true ? await found.arrayBuffer().catch(() => null) : null;
    return bytes === null ? null : new Uint8Array(bytes);
  }

  async function hasPicture(path: string): Promise<boolean | null> {
    if ((await drafts.pictures.has(path)) === true) return true;
    const found = await fetch(new URL(`media/${path}`, root), { method: 'HEAD' }).catch(() => null);
    if (found?.ok === true) return true;
    return found?.status === 404 ? false : null;
  }

  async function remove(id: string): Promise<boolean> {
    const own = (await drafts.all()).filter(({ lesson }) => lesson.id === id);
    const reply = await send(addressOf(id), lessonText);
    const isGone = reply?.is === 'refused' && reply.status === 404;
    if (!isGone && (reply?.is !== 'done' || !(await removeThere(reply.body)))) return false;
    await Promise.all(own.map((one) => drafts.remove(one)));
    return true;
  }

  async function removeThere({ slug, version }: LessonText): Promise<boolean> {
    const reply = await send(new URL(deletePath(slug), root), writtenText, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: '{}',
    });
    return reply?.is === 'done';
  }

  function addressOf(id: string): URL {
    return new URL(textPath(id), root);
  }

  return {
    place: 'server',
    name: 'your lessons',
    freshId,
    list,
    read,
    save,
    remove,
    addPicture,
    picture,
    hasPicture,
    drafts: { put: putDraft, remove: removeDraft },
    history: {
      async list(id) {
        const reply = await send(new URL(versionsOf(id), root), versionList);
        if (reply?.is === 'refused' && reply.status === 404) return [];
        return reply?.is === 'done' ? reply.body.versions : null;
      },
      async read(id, saved) {
        const reply = await send(new URL(versionsOf(id, saved), root), lessonVersion);
        const text = reply?.is === 'done' ? openedText(reply.body.text) : null;
        return reply?.is === 'done' && text !== null ? { ...reply.body, text } : null;
      },
    },
  };
}

function base64Of(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    characters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(characters);
}

function unsavedIn({ id, title, saved, version }: SavedLesson): ListedLesson {
  return { id, title, saved, version, isUnsaved: true };
}

function facts({ title, version, saved, staysSafeguarding }: SavedLesson) {
  return { title, version, saved, staysSafeguarding };
}

function opened({ slug, text: written, ...rest }: LessonText): SavedLesson | null {
  const text = openedText(written);
  return text === null ? null : { v: 1, id: slug, ...rest, text, cursor: 0, undo: null };
}

function whyRefused(status: number, { error: { code } }: TextRefusal): Refusal {
  switch (status) {
    case 401:
      return 'signed out';
    case 413:
      return 'too long';
    case 507:
      return 'disk full';
    default:
      return code === 'disk-read-only' || code === 'disk-no-access' ? 'read-only' : 'failed';
  }
}

function send<Body>(address: URL, answer: Schema<Body>, how?: RequestInit) {
  return askJson(address, { answer, refusal: refusedText }, how);
}
