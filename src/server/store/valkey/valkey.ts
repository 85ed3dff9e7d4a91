import { namesIn } from './replies.ts';
import type { Random } from '../../../poll/ballot.ts';
import { parseEntry } from '../../../room/code.ts';
import { makePass } from '../../../room/pass.ts';
import { pairsOf, seatOf } from '../../../room/pool.ts';
import type { Seat, Step } from '../../../room/protocol.ts';
import { openRoom, ROOM_MS } from '../../../room/room.ts';
import type { Live, Refused, RoomEvent } from '../../../room/room.ts';
import { NO_SEALER } from '../../../room/left-note.ts';
import type { NoteSealer } from '../../../room/left-note.ts';
import { finished, step } from '../../../room/step.ts';
import { parseEnd } from '../../../room/stored-end.ts';
import type { Opening, Sealer, Snapshot, Store } from '../../../room/store.ts';
import { OtherVersion } from '../store-unavailable.ts';
import { cast, close, merge } from './answers.ts';
import { attempt, enter } from './attempt.ts';
import type { StoreDeps } from './attempt.ts';
import { freeKey, idOf, newsChannel, roomKey, ROOMS } from './keys.ts';
import { openKnownRooms, snapshotOf, versionText, withTaken } from './known.ts';
import { openLink } from './link.ts';
import { openLosses } from './losses.ts';
import { parseNews } from './news.ts';
import { changeLeft, leave, leftNotes, sweepLeft } from './left.ts';
import { post } from './notes.ts';
import { openValkeyRooms, STALE } from './rooms.ts';
import { scripts } from './scripts.ts';

/** What the store is opened with; `log` is called when Valkey goes away and when it is back. */
export type ValkeyOptions = {
  readonly url: URL;
  readonly random: Random;
  readonly sealer: Sealer;
  readonly noteSealer?: NoteSealer;
  readonly log: (sentence: string) => void;
};

/**
 * Opens rooms kept in Valkey, for any number of processes: any request may come to any of them.
 * While Valkey cannot be reached every method rejects with `StoreUnavailable`; at start that, and one that would keep answers, is a `StartProblem`.
 */
export async function openValkeyStore({
  url,
  random,
  sealer,
  noteSealer = NO_SEALER,
  log,
}: ValkeyOptions): Promise<Store> {
  // Every room that is known is listened to, so that nothing of one that has ended stays here.
  const known = openKnownRooms({
    isNew: (id) => void quietly(follow(losses.know(id))),
    isGone: (id) => void quietly(link.unsubscribe(newsChannel(losses.forget(id)))),
  });
  const losses = openLosses(() => link.outages());
  const link = await openLink({
    url,
    log,
    onMessage: (channel, message) => void quietly(receive(deps, idOf(channel), message)),
    back: () => known.ids().forEach((id) => void quietly(follow(id))),
  });
  const parts = { link, known, random, sealer, noteSealer, missing: losses.missing };
  const rooms = openValkeyRooms(parts);
  const deps: StoreDeps = { ...parts, rooms };

  /** What was missed until the channel is heard is read. */
  async function follow(id: string): Promise<void> {
    await link.subscribe(newsChannel(id));
    await rooms.read(id);
  }

  return {
    create: (opening, now) => create(deps, opening, now),
    all: () => all(deps),
    read: async (typed) => {
      const named = parseEntry(typed);
      const entry = named === null ? null : await rooms.read(named);
      return entry && snapshotOf(entry);
    },
    update: (code, taken, now) => update(deps, code, { taken, now }),
    seat: (code, now, pass = '') => seat(deps, { code, pass }, now),
    cast: (vote, now) => cast(deps, vote, now),
    post: (code, posted, now) => post(deps, code, { posted, now }),
    merge: (code, receipts) => merge(deps, code, receipts),
    close: (code, now) => close(deps, code, now),
    watch: (typed, listener) => {
      const named = parseEntry(typed) ?? '';
      const id = known.find(named)?.room.id ?? named;
      return known.watch(id, listener);
    },
    forget: async (code) => {
      const entry = await rooms.read(parseEntry(code) ?? '');
      if (entry) await rooms.end(entry.room, null, null);
    },
    left: (now) => leftNotes(deps, now),
    leave: (notes) => leave(deps, notes),
    changeLeft: (was, next) => changeLeft(deps, was, next),
    expire: (now) => expire(deps, now),
    wasLost: (typed) => losses.wasLost(parseEntry(typed) ?? ''),
    end: async () => link.end(),
  };
}

async function receive({ known, rooms }: StoreDeps, id: string, message: string): Promise<void> {
  const ended = parseEnd(message);
  if (ended) return known.end(id, () => ended);
  const news = parseNews(message);
  const before = known.find(id);
  // News of another version tell no more than that there are some.
  if (!news || !before || versionText(before.version) !== news[0]) await rooms.read(id);
  else known.learn({ ...before, room: withTaken(before.room, news[1]), answers: news[2] });
}

async function create(
  { rooms, random }: StoreDeps,
  opening: Opening,
  now: number,
): Promise<Snapshot> {
  const code = await rooms.reserve(null, ROOM_MS);
  return snapshotOf(
    await rooms.create(openRoom({ ...opening, code, pass: makePass(random), now }), now),
  );
}

async function all({ link, rooms }: StoreDeps): Promise<readonly Snapshot[]> {
  const ids = namesIn(await link.send('ZRANGE', ROOMS, '0', '-1'));
  const entries = await Promise.all(ids.map((id) => unlessNewer(rooms.read(id))));
  return entries.filter((entry) => entry !== null).map(snapshotOf);
}

function update(
  deps: StoreDeps,
  code: string,
  { taken, now }: { readonly taken: Step; readonly now: number },
): Promise<Snapshot | Refused> {
  const fresh = freshEntries(deps, now);
  return attempt(deps, code, async (entry) => {
    const { room } = entry;
    const stepped = step(room, await fresh(taken, room), now);
    if ('refused' in stepped) return stepped;
    if (stepped.room.state === 'finished') {
      const ended = await deps.rooms.end(room, entry.version, stepped.room);
      return ended === STALE ? STALE : { room: stepped.room, answersIn: 0 };
    }
    const written = await deps.rooms.write(entry, { room: stepped.room, now });
    return written === STALE ? STALE : snapshotOf(written);
  });
}

/** Makes events of steps; what a room is known by from now on is kept for it before it is written, and once, however often that is tried. */
function freshEntries(
  { rooms, random }: StoreDeps,
  now: number,
): (taken: Step, room: Live) => Promise<RoomEvent> {
  let last: { readonly code: string; readonly pass: string } | null = null;
  return async (taken, { id, deadline }) => {
    if (taken.type !== 'new-code' && taken.type !== 'reset-seats') return taken;
    const live = Math.max(deadline - now, 1);
    last ??= { code: await rooms.reserve(id, live), pass: makePass(random) };
    if (taken.type === 'new-code') return { ...taken, code: last.code };
    await rooms.alias(last.pass, { id, live });
    return { ...taken, ...last };
  };
}

function seat(
  deps: StoreDeps,
  { code, pass }: { readonly code: string; readonly pass: string },
  now: number,
): Promise<Seat | Refused> {
  const { link, known, random } = deps;
  return enter(deps, code, async (entry) => {
    const { room, version } = entry;
    const stepped = step(room, { type: 'seat', code: parseEntry(code) ?? '', pass }, now);
    if ('refused' in stepped) return stepped;
    const pairs = pairsOf(room);
    const keys = [
      roomKey(room.id),
      newsChannel(room.id),
      ...pairs.map((pair) => freeKey(room.id, pair)),
    ];
    // 48 bits: that the first few ballots are dealt a little more often is beyond any count.
    const draws = pairs.map(() => String(random(6).reduce((sum, byte) => sum * 256 + byte, 0)));
    const reply = await link.run(scripts.seat, keys, [
      versionText(version),
      String(room.seats.cap),
      ...draws,
    ]);
    if (!Array.isArray(reply)) return STALE;
    const [taken, ...dealt] = reply as readonly (string | number)[];
    known.learn({ ...entry, room: withTaken(room, Number(taken)) });
    // The last one went to someone else: decide again, now that it is known.
    if (dealt.length === 0) return STALE;
    return seatOf(
      room,
      pairs.map((pair, at) => ({ ...pair, ballot: String(dealt[at]) })),
    );
  });
}

/** Everything but notes that wait, of rooms that a process ended and of those that Valkey let expire. */
async function expire(deps: StoreDeps, now: number): Promise<void> {
  const { link, known, rooms } = deps;
  const past = namesIn(await link.send('ZRANGE', ROOMS, '-inf', String(now), 'BYSCORE'));
  for (const id of past) {
    const entry = await unlessNewer(rooms.read(id));
    if (entry) await rooms.end(entry.room, null, finished(entry.room));
    await link.send('ZREM', ROOMS, id);
  }
  for (const id of known.ids()) {
    if (now >= (known.find(id)?.room.deadline ?? 0)) known.end(id, finished);
  }
  await sweepLeft(deps, now);
}

/** A room of a newer program is that program's to see to. */
async function unlessNewer<Found>(read: Promise<Found>): Promise<Found | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof OtherVersion) return null;
    throw error;
  }
}

/** What fails because Valkey is away is done once it is back. */
async function quietly(work: Promise<unknown>): Promise<void> {
  await work.catch(() => {});
}
