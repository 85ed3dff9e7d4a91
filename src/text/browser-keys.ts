import { idOfMine } from './my-lesson.ts';

/** A pupil’s place in a room, in the tab’s own storage (R10). */
export const SEAT_KEY = 'wholeclass';
/** How someone likes to read along: in the tab’s own storage for a pupil, and taken away with the seat. */
export const READING_KEY = 'wholeclass.read';

/**
 * Which lines someone chose to save on “Comebacks”; the name says nothing to someone looking over
 * the device.
 */
export const LINES_KEY = 'kept-lines';

/** What every name of a site begins with; `site` is the path of its root. */
function siteKeys(site: string): string {
  return `wholeclass:${site}:`;
}

/** What is searched for among the lessons, in the tab’s own history. */
export const SEARCHED = 'wholeclassSearch';
/** What is typed before a lesson, in the tab’s own history: Back and a reload find it, no other tab does. */
export const TYPED_START = 'wholeclassStart';

/** What is checked on “Check what the class will see”, in the tab's own history: Back and a reload find it. */
export const OPENED_PLAN = 'wholeclassOpened';

/** A window of a lesson, by the names that windows find each other by: where the teacher is in it. */
export function deskKey(window: string): string {
  return `${window}:present`;
}

/** The lesson of a window of a site, from a key that `deskKey` made; null for any other key. */
export function slugOfDeskKey(key: string, site: string): string | null {
  const start = siteKeys(site);
  const end = deskKey('');
  const slug =
    key.startsWith(start) && key.endsWith(end) ? key.slice(start.length, -end.length) : '';
  return idOfMine(slug) !== null || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? slug : null;
}

const TODAY = /^wholeclass:.*:today$/;

/** What is chosen of a lesson for today: one lesson, one site. */
export function todayKey(slug: string, site: string): string {
  return `${siteKeys(site)}${slug}:today`;
}

/** True for a key that `todayKey` made, for any lesson and site. */
export function isTodayKey(key: string): boolean {
  return TODAY.test(key);
}

/** Which version of a lesson is taught on this computer. */
export function versionKey(slug: string, site: string): string {
  return `${siteKeys(site)}${slug}:version`;
}

/** How lessons are started on this computer, whatever the lesson. */
export function startKey(site: string): string {
  return `${siteKeys(site)}start`;
}

/** The approval of a lesson, where there is no program to keep it. */
export function approvalKey(slug: string, site: string): string {
  return `${siteKeys(site)}${slug}:approval`;
}

/** The cache of a lesson that someone keeps for a room without a network: one for each version of it, and there alone while that is being fetched. */
export function offlineLessonKey(slug: string, site: string, version: string): string {
  return `${siteKeys(site)}${slug}:offline:${version}`;
}

/** The lesson of such a cache of a site; null for any other cache. The service worker of the site reads the names for itself. */
export function lessonOfOfflineKey(name: string, site: string): string | null {
  const start = siteKeys(site);
  const found = name.startsWith(start) ? OFFLINE.exec(name.slice(start.length)) : null;
  return found?.[1] ?? null;
}

const OFFLINE = /^([a-z0-9]+(?:-[a-z0-9]+)*):offline:[\w-]+$/;

/** That single letters are no keys in this browser. */
export function letterKeysKey(site: string): string {
  return `${siteKeys(site)}letter-keys`;
}

/** How large the teacher’s notes are in this browser, and which colours the desk has. */
export function deskLookKey(site: string): string {
  return `${siteKeys(site)}notes-size`;
}

/** The database of the lessons that live in a browser. */
export function ownLessonsKey(site: string): string {
  return `${siteKeys(site)}lessons`;
}

/** The database of the earlier versions of those lessons. */
export function lessonVersionsKey(site: string): string {
  return `${siteKeys(site)}versions`;
}

/** The database of what is written of the program’s lessons, until the program has it. */
export function lessonDraftsKey(site: string): string {
  return `${siteKeys(site)}drafts`;
}

/** The database of the folder that a teacher's lessons are in. */
export function folderKey(site: string): string {
  return `${siteKeys(site)}folder`;
}

/** The database of what is written of the lessons in it, until the folder has it. */
export function folderDraftsKey(site: string): string {
  return `${siteKeys(site)}folder-drafts`;
}

/** The database of the films of this browser: those that are saved in it, and what is typed of any and not saved yet. */
export function filmsKey(site: string): string {
  return `${siteKeys(site)}films`;
}

/** The school’s own data, where there is no program to keep it. */
export function schoolKey(site: string): string {
  return `${siteKeys(site)}school`;
}

/** Where the board is in a lesson. */
export function boardKey(slug: string): string {
  return `wholeclass.board.${slug}`;
}

/** The phone’s end of its line, which is beside the board as the desk is: in the tab’s own storage. No lesson’s name has a plus in it. */
export const PHONE_KEY = /* @__PURE__ */ boardKey('+phone');

/** The desk’s end: in the tab’s own storage, for a reload. */
export function phoneKey(slug: string): string {
  return `${PHONE_KEY}.${slug}`;
}

/** A room that runs in the page; without its code, what all their names begin with. */
export function pageRoomKey(room = ''): string {
  return `wholeclass.room.${room}`;
}

/**
 * The cookie of a signed-in member of staff. Behind TLS the name itself makes browsers refuse one
 * that a neighbouring address has set.
 */
export function staffCookie(isSecure: boolean): string {
  return isSecure ? '__Host-wholeclass' : 'wholeclass';
}

/** That a page for home was left, in the tab’s own storage. */
export const LEFT_KEY = 'left';

/** In the state of the history’s entries on young people’s pages: how many steps lie behind each. */
export const STEPS = 'wholeclassSteps';
