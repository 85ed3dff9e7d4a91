import { expect, test } from 'vitest';
import { namesOf } from '../../src/text/own.ts';
import {
  boardKey,
  deskKey,
  deskLookKey,
  filmsKey,
  folderDraftsKey,
  folderKey,
  lessonDraftsKey,
  lessonVersionsKey,
  letterKeysKey,
  LEFT_KEY,
  LINES_KEY,
  offlineLessonKey,
  OPENED_PLAN,
  ownLessonsKey,
  pageRoomKey,
  PHONE_KEY,
  phoneKey,
  READING_KEY,
  schoolKey,
  SEARCHED,
  SEAT_KEY,
  staffCookie,
  approvalKey,
  startKey,
  STEPS,
  versionKey,
  todayKey,
  TYPED_START,
} from '../../src/text/browser-keys.ts';
import { savedInBrowser, type SavedInBrowser } from '../../src/text/saved-in-browser.ts';
import { channelName } from '../../src/outputs/board/board-link.ts';
import { readTree } from '../house/read-tree.ts';

type Saved = keyof typeof savedInBrowser;

/** Every file that keeps something in a browser, and what of the table that is. */
const keepers: Readonly<Record<string, readonly Saved[]>> = {
  'approval/approval-here.view.ts': ['approval'],
  'outputs/board/board-store.view.ts': ['board'],
  'edit/folder-here.view.ts': ['folder'],
  'film/films-here.view.ts': ['films'],
  'lesson/start-here.view.ts': ['start'],
  'lesson/today.view.ts': ['today', 'version'],
  'text/browser-database.view.ts': ['ownLessons', 'lessonDrafts', 'folder', 'films'],
  'outputs/plan/offline-lessons.view.ts': ['offlineLessons'],
  'ui/offline.view.ts': ['offline', 'offlineOwn'],
  'ui/offline-worker.view.ts': ['offline', 'offlineOwn', 'offlineLessons'],
  'ui/running-anywhere.view.ts': ['desk'],
  'ui/running-lesson.view.ts': ['desk'],
  'ui/steps.view.ts': ['steps', 'left'],
  'outputs/board/board-page.view.ts': ['board'],
  'outputs/home/show-confirmed.view.ts': ['school'],
  'pages/comebacks/later/lines.ts': ['lines'],
  'pages/edit/open/hold-opened.ts': ['openedPlan'],
  'pages/join/saved-page.ts': ['seat'],
  'pages/join/session.ts': ['seat', 'reading'],
  'pages/library.tsx': ['searched'],
  'pages/present/session/presenter-store.view.ts': ['desk'],
  'pages/present/session/letter-keys.view.ts': ['letterKeys'],
  'pages/present/session/desk-look.view.ts': ['deskLook'],
  'pages/present/board/one-window.tsx': ['board'],
  'pages/present/room/page-host.view.ts': ['pageRoom'],
  'pages/present/present.tsx': ['pageRoom'],
  'pages/present/phone/phone-desk.view.ts': ['board'],
  'pages/present/phone/phone-part.view.ts': ['board'],
  'pages/film/letter-keys.ts': ['letterKeys'],
  'pages/phone/phone-link.view.ts': ['board'],
  'pages/present/start/start-panel.tsx': ['board'],
  'pages/present/start/typed-start.view.ts': ['typedStart'],
  'pages/print/desk/use-press.view.ts': ['today', 'version'],
  'pages/read/stage.view.ts': ['seat', 'reading'],
  'school/school-here.view.ts': ['school'],
  'server/staff/sign-in-routes.ts': ['staff'],
};

const place = ['private-stays-private', '/lessons/'] as const;
const names: Readonly<Record<Exclude<Saved, 'offline' | 'offlineOwn'>, readonly string[]>> = {
  seat: [SEAT_KEY],
  reading: [READING_KEY],
  lines: [LINES_KEY],
  offlineLessons: [offlineLessonKey(...place, 'k3-_a')],
  desk: [deskKey(channelName(...place))],
  today: [todayKey(...place)],
  version: [versionKey(...place)],
  start: [startKey(place[1])],
  approval: [approvalKey(...place)],
  typedStart: [TYPED_START],
  searched: [SEARCHED],
  steps: [STEPS],
  left: [LEFT_KEY],
  letterKeys: [letterKeysKey(place[1])],
  deskLook: [deskLookKey(place[1])],
  school: [schoolKey(place[1])],
  ownLessons: [ownLessonsKey(place[1]), lessonVersionsKey(place[1])],
  lessonDrafts: [lessonDraftsKey(place[1])],
  folder: [folderKey(place[1]), folderDraftsKey(place[1])],
  films: [filmsKey(place[1])],
  openedPlan: [OPENED_PLAN],
  board: [boardKey(place[0]), PHONE_KEY, phoneKey(place[0])],
  pageRoom: [pageRoomKey('K4TE2P')],
  staff: [staffCookie(true), staffCookie(false)],
};

test('no file keeps anything in a browser that the table does not say', () => {
  const uses =
    /\b(?:localStorage|sessionStorage|indexedDB|cookieStore)\b|\bcaches\.|document\.cookie|storage: Storage|'set-cookie'|\.storage\.getDirectory|history\.(?:push|replace)State\((?!null|history\.state)/;
  // What prints puts a teacher's choices into a browser of its own, which is gone with it.
  const found = readTree('src').filter(
    ({ path, text }) => /\.tsx?$/.test(path) && uses.test(text) && path !== 'print/print-window.ts',
  );
  expect(found.map(({ path }) => path).toSorted()).toEqual(Object.keys(keepers).toSorted());
  expect(new Set(Object.values(keepers).flat())).toEqual(new Set(Object.keys(savedInBrowser)));
});

test('a name is of one line of the table alone, whatever lesson and site it is for', () => {
  const table: readonly (readonly [string, SavedInBrowser])[] = Object.entries(savedInBrowser);
  for (const id of namesOf(names)) {
    const stores = new Set<string>(savedInBrowser[id].stores);
    for (const name of names[id]) {
      const lines = table.filter(
        ([, line]) => line.name.test(name) && line.stores.some((store) => stores.has(store)),
      );
      expect([name, lines.map(([line]) => line)]).toEqual([name, [id]]);
    }
  }
});

test('every line says whose browser, what, and until when', () => {
  for (const line of Object.values(savedInBrowser)) {
    for (const words of [line.whose, line.what, line.shown, line.until]) {
      expect(words).toMatch(/\S/);
    }
    expect(line.stores.length).toBeGreaterThan(0);
  }
});
