import { randomBytes, type ScryptOptions } from 'node:crypto';
import { join, resolve } from 'node:path';
import { makeCode } from '../room/code.ts';
import { createApp } from './http/app.ts';
import type { Classrooms } from './rooms/classrooms.ts';
import { openRoomTimers } from './rooms/room-timers.ts';
import { openStaffDoor, pupilsDoor } from './http/doors.ts';
import { openFolderZips } from './http/folder-zips.ts';
import { openHub } from './rooms/hub.ts';
import { openLessonChanges } from '../site/lesson-changes.ts';
import { lessonPlaces, makeOwnFolder } from './lesson-places.ts';
import { openLessons } from '../site/lessons.ts';
import { openLimits } from './rooms/limits.ts';
import { openOpenings } from './rooms/openings.ts';
import { openPages, type Pages } from '../site/pages.ts';
import { programFacts } from './http/program-facts.ts';
import { openPupilFiles } from './http/pupil-files.ts';
import { openBrowserQueue } from '../print/browser-queue.ts';
import { openPrintDesk } from '../print/print-desk.ts';
import { openPhoneLines } from './rooms/phone-lines.ts';
import { phoneGate } from './http/phone-gate.ts';
import { openSlidePictures } from '../print/slide-pictures.ts';
import { openReadings } from './rooms/readings.ts';
import { openRoomCheck, type RoomCheck } from './rooms/room-check.ts';
import { isLoopback } from '../text/loopback.ts';
import { StartProblem, type Settings } from './settings.ts';
import { waitingFor } from '../room/left-note.ts';
import { waitingWords } from '../room/waiting-notes.ts';
import { openKeys } from './schools/open-keys.ts';
import { openLessonApprovals } from './schools/lesson-approvals.ts';
import { openLessonHistory } from './schools/lesson-history.ts';
import { openLessonReviews } from './schools/lesson-reviews.ts';
import { openOwnFilms } from './schools/own-films.ts';
import { openOwnLessons } from './schools/own-lessons.ts';
import { openSchoolFile } from './schools/school-file.ts';
import { openHandouts } from '../site/handouts.ts';
import { openSite } from '../site/site.ts';
import { openGuard } from './staff/open-guard.ts';
import { openRooms, withDataFolder } from './rooms/open-rooms.ts';

/** A program that is serving. */
export type Serving = {
  /** Ends with a slash. */
  readonly staffUrl: string;
  close(): Promise<void>;
};

/**
 * What is served: settings, the built pages or their folder, and the callback for the opening of the
 * pupils' door.
 */
export type ServeOptions = {
  readonly settings: Settings;
  readonly pages: string | Pages;
  readonly log: (sentence: string) => void;
  /** Builds the pages of folders to take away, when the first is asked for; without it there are none. */
  readonly folderPages?: () => Promise<string>;
  /** By which limits count their seconds, in ms; the program's own clock unless it is given. */
  readonly limitsClock?: () => number;
  /** What a guess at a key of the staff door or of a safeguarding lead costs; as much as each is worth unless it is given. */
  readonly guessCost?: ScryptOptions;
};

const NO_TLS =
  'Staff sign in without TLS, so anyone on the network can read the key on its way. Put a web server with https in front, and set TRUST_PROXY=1.';

/** Opens the rooms and the staff door; whatever is in the way is a `StartProblem` with its sentence. */
export async function serve({
  settings,
  pages: builtPages,
  log,
  folderPages,
  limitsClock,
  guessCost,
}: ServeOptions): Promise<Serving> {
  const pages = typeof builtPages === 'string' ? openPages(builtPages) : builtPages;
  const { publicUrl, valkeyUrl } = settings;
  const { folders, media, lessons, handouts, readings, school, own } = openHome(settings);
  const withFolder = withDataFolder(settings);
  makeOwnFolder(settings);
  const letGo = await holdSchool(withFolder, log);
  const keys = await openKeys(withFolder, guessCost);
  const { store, now, warn } = await openRooms(settings, keys.sealer, log);
  const readSchool = async () => (await school.read()).school;
  const setting = async () => (await readSchool()).setting;
  const program = programFacts();
  const parts = { pages, lessons, media, handouts, school: readSchool, program };
  const ownLessons = openOwnLessons({
    own,
    others: folders.map(({ path }) => path).filter((path) => path !== own),
  });
  const served = {
    ...parts,
    ...(own !== null && { own }),
    room: 'server' as const,
    ...(valkeyUrl && { phones: 'none' as const }),
    ...(settings.staffKey !== undefined && { staff: 'key' as const }),
  };
  const site = openSite(served);
  // A tablet of a class rings no one, and the next pupil does not find Childline open on it.
  const pupilSite = openSite({ ...served, contacts: 'words' });
  const changes = openLessonChanges({
    folders: folders.map(({ path }) => path),
    own,
    lessons,
    site,
  });
  const makePupilsApp = () =>
    createApp({
      door: 'pupils',
      files: openPupilFiles(pupilSite, pages, setting),
      rooms,
      publicUrl,
      warn,
    });
  const check = await openChecks(settings, now);
  const door = pupilsDoor(makePupilsApp, settings, log);
  const timers = openRoomTimers({ store, now, log: warn });
  const forProcess = openForProcess(limitsClock ?? now);
  // A process that learns of a closing question sees to its end: the process that was asked to
  // close it may be gone.
  const hub = openHub({ store, address: door.address, onSnapshot: timers.follow });
  const turns = openBrowserQueue();
  const printing = openPrintDesk({ site: openSite({ ...parts, room: 'page' }), media }, turns);
  const slidePictures = openSlidePictures({ lessons, pages, media, setting, turns });
  const rooms: Classrooms = {
    store,
    hub,
    timers,
    ...forProcess,
    lessons,
    own: ownLessons,
    films: openOwnFilms(own, media),
    reviews: openLessonReviews(own),
    approvals: openLessonApprovals(resolve(settings.dataDir)),
    history: openLessonHistory(own),
    changes,
    readings,
    door,
    check,
    school,
    keys,
    printing,
    phones: openPhoneLines({ now, random: randomBytes }),
    slidePictures,
    now,
  };
  // A line is in the memory of one process: where several share their rooms there is none.
  const phones = phoneGate(async () => !valkeyUrl && (await readSchool()).phones, pages);
  const guard = await openGuard(settings, {
    pages,
    now,
    warn: log,
    ...(guessCost && { guessCost }),
  });
  const zips = openFolderZips({
    lessons,
    media,
    school: readSchool,
    program,
    pages: folderPages,
  });
  const files = { read: site.read, media, folders: zips };
  const staff = await createApp({
    door: 'staff',
    files,
    rooms,
    publicUrl,
    warn,
    phones,
    ...(guard && { guard: { ...guard, isOpen: phones.isOpen } }),
  });

  async function close(): Promise<void> {
    rooms.timers.end();
    rooms.changes.end();
    rooms.limits.end();
    rooms.check.end();
    rooms.printing.end();
    rooms.phones.end();
    rooms.slidePictures.end();
    keys.end();
    guard?.end();
    await Promise.all([staff.close(), door.close()]);
    await store.end();
    letGo();
  }

  try {
    await announceWaitingNotes(rooms, log);
    await resumeRooms(rooms, valkeyUrl || guard ? 'open' : 'as asked');
    if (guard && guard.proxy === null && !isLoopback(guard.host)) log(NO_TLS);
    const staffUrl = await openStaffDoor(staff, settings);
    // Read by the time that the library is looked at.
    void lessons.all();
    void ownLessons.tidy();
    return { staffUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where several processes share a Valkey, they have to share the data folder as well. */
async function holdSchool(
  { valkeyUrl, dataDir }: Settings,
  log: ServeOptions['log'],
): Promise<() => void> {
  if (!valkeyUrl) return () => {};
  // Loaded where it is needed alone, as the store is.
  const shared = await import('./store/valkey/one-school.ts');
  return shared.holdSchool({ url: valkeyUrl, dataDir: resolve(dataDir), log });
}

/** What is read from files: lessons and their media, handouts, and the school’s own data. */
function openHome(settings: Settings) {
  const { home, dataDir } = settings;
  const { folders, media, own } = lessonPlaces(settings);
  const lessons = openLessons(folders);
  const handouts = openHandouts(join(home, 'handouts'));
  return {
    folders,
    media,
    own,
    lessons,
    handouts,
    readings: openReadings(lessons, media),
    school: openSchoolFile(resolve(dataDir)),
  };
}

/** What counts and queues for this process alone. */
function openForProcess(now: () => number): Pick<Classrooms, 'limits' | 'openings'> {
  return { limits: openLimits(now), openings: openOpenings(now) };
}

async function openChecks(
  { staffKey, valkeyUrl }: Settings,
  now: () => number,
): Promise<RoomCheck> {
  const newCode = () => makeCode(randomBytes);
  // Loaded where it is needed alone, as the store is.
  if (valkeyUrl) {
    return (await import('./store/valkey/checks.ts')).openSharedChecks(valkeyUrl, newCode);
  }
  return staffKey === undefined ? openRoomCheck(now) : openRoomCheck(now, newCode);
}

/** After a crash or a restart pages come back to a door that is open, and closing questions go on closing. A school’s server has its pupils' door open from the start: any room may be asked for there, and what stands in front of it would else find no one. */
async function resumeRooms(
  { store, timers, door }: Classrooms,
  pupils: 'open' | 'as asked',
): Promise<void> {
  const snapshots = await store.all();
  for (const snapshot of snapshots) timers.follow(snapshot);
  const isAsked =
    pupils === 'open' || snapshots.some(({ room }) => room.state !== 'finished' && room.devices);
  const shut = isAsked ? await door.open() : null;
  if (shut !== null && pupils === 'open') throw new StartProblem(shut.refused.message);
}

/** Says that notes of a lesson wait, and never what is in them (R8); and, where the program is hosted, where the code for the first safeguarding key is (R25). */
async function announceWaitingNotes(
  { store, keys, now }: Classrooms,
  log: ServeOptions['log'],
): Promise<void> {
  const { length } = waitingFor(await store.left(now()));
  if (length > 0) log(`${waitingWords(length)}: see “All lessons”.`);
  const setup = await keys.setupSentence();
  if (setup !== null) log(setup);
}
