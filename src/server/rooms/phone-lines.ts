import { createHash, timingSafeEqual } from 'node:crypto';
import { makeCode, readCode } from '../../room/code.ts';
import { makePhrase, readPhrase } from '../../room/phrase.ts';
import {
  COMMAND_MS,
  type DeskNews,
  type OpenedPhone,
  type PhoneCommand,
  type PhoneNews,
  type PhonePresence,
  type PhoneView,
} from '../../room/phone-protocol.ts';
import { ROOM_MS } from '../../room/room.ts';
import type { Random } from '../../poll/ballot.ts';

/** The phones of the lessons that run: in this process's memory and nowhere else, and of every secret its hash alone (R43). */
export type PhoneLines = {
  /** A new line for a lesson that has so many minutes, null where no end was typed; null when there are too many lines. */
  open(minutes: number | null): OpenedPhone | null;
  /** The key for a phone that brings the code and the four words, in place of any phone before it. */
  join(
    code: string,
    words: string,
  ): { readonly key: string } | { readonly no: 'unknown' | 'wrong' | 'locked' };
  /** The desk's end of a line, by its code and key; null where there is none. */
  desk(code: string, key: string): DeskEnd | null;
  /** The phone's end. */
  phone(code: string, key: string): PhoneEnd | null;
  end(): void;
};

/** What the desk does with its line. */
export type DeskEnd = {
  show(view: PhoneView): PhonePresence;
  /** The commands after number `after`, as soon as there is one or who is there changes. */
  next(after: number, phone: string, gone: AbortSignal): Promise<DeskNews>;
  end(): void;
};

/** What the phone does with it. */
export type PhoneEnd = {
  /** Passes a command on, once for each id; false where the desk is away. */
  send(command: PhoneCommand): boolean;
  /** The view after number `after`, or after the desk came or left. */
  next(after: number, desk: string, gone: AbortSignal): Promise<PhoneNews>;
};

/** Wrong words after which a line takes no phone any more (R43). */
export const MAX_WRONG = 10;
const MAX_LINES = 300;
/** How long the desk's next request may take, in ms, before it counts as away. */
const AWAY_MS = 4_000;
/** How long a line outlives the end that the teacher typed, in ms: a lesson that runs over still needs its pause. */
const AFTER_END_MS = 10 * 60_000;
/** A request is answered after this time, in ms, whatever happens. */
const WAIT_MS = 25_000;
const REMEMBERED = 100;
const KEY_BYTES = 24;

type Line = {
  readonly code: string;
  readonly words: Buffer;
  readonly deskKey: Buffer;
  readonly until: number;
  phoneKey: Buffer | null;
  wrong: number;
  view: PhoneView | null;
  viewText: string;
  viewN: number;
  n: number;
  commands: readonly { readonly n: number; readonly at: number; readonly command: PhoneCommand }[];
  seen: readonly string[];
  /** Requests of the desk that wait, and when the last one ended. */
  waiting: number;
  lastMs: number;
  /** Called when something changed; each looks for itself. */
  readonly listeners: Set<() => void>;
  isOver: boolean;
};

/** Opens the lines; `now` in ms. */
export function openPhoneLines({
  now,
  random,
}: {
  readonly now: () => number;
  readonly random: Random;
}): PhoneLines {
  const lines = new Map<string, Line>();
  const sweep = setInterval(() => {
    for (const line of lines.values()) if (now() >= line.until) drop(line);
  }, 1_000);
  sweep.unref();

  function drop(line: Line): void {
    line.isOver = true;
    line.view = null;
    lines.delete(line.code);
    changed(line);
  }

  const makeKey = () => Buffer.from(random(KEY_BYTES)).toString('base64url');

  function find(typed: string): Line | null {
    const line = lines.get(readCode(typed) ?? '');
    if (line === undefined) return null;
    if (now() < line.until) return line;
    drop(line);
    return null;
  }

  function isHere(line: Line): boolean {
    return line.waiting > 0 || now() - line.lastMs < AWAY_MS;
  }

  // Resolves as soon as `look` finds something, or with what there is after a while.
  function when<Value>(
    line: Line,
    look: () => { readonly value: Value; readonly isNew: boolean },
    gone: AbortSignal,
  ): Promise<Value> {
    const first = look();
    if (first.isNew || line.isOver) return Promise.resolve(first.value);
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        line.listeners.delete(check);
        resolve(look().value);
      };
      const check = () => {
        if (line.isOver || look().isNew) done();
      };
      const timer = setTimeout(done, WAIT_MS);
      line.listeners.add(check);
      if (gone.aborted) done();
      else gone.addEventListener('abort', done, { once: true });
    });
  }

  function deskEnd(line: Line): DeskEnd {
    const presence = (): PhonePresence => {
      if (line.phoneKey !== null) return 'joined';
      return line.wrong >= MAX_WRONG ? 'locked' : 'none';
    };
    return {
      show(view) {
        const text = JSON.stringify(view);
        line.lastMs = now();
        if (text !== line.viewText) {
          line.viewText = text;
          line.view = view;
          line.viewN += 1;
          changed(line);
        }
        return presence();
      },
      async next(after, phone, gone) {
        line.waiting += 1;
        // What the desk has had is not for it again, where it was loaded again and asks from the start.
        line.commands = line.commands.filter(({ n }) => n > after);
        changed(line);
        try {
          return await when(
            line,
            () => {
              const fresh = line.commands.filter(
                ({ n, at }) => n > after && now() - at < COMMAND_MS,
              );
              const value: DeskNews = {
                n: line.n,
                phone: presence(),
                commands: fresh.map(({ command }) => command),
              };
              return { value, isNew: fresh.length > 0 || value.phone !== phone };
            },
            gone,
          );
        } finally {
          line.waiting -= 1;
          line.lastMs = now();
          // Looks again once the desk would have been back.
          setTimeout(() => changed(line), AWAY_MS + 50).unref();
        }
      },
      end: () => drop(line),
    };
  }

  function phoneEnd(line: Line, key: Buffer): PhoneEnd {
    const isMine = () => line.phoneKey !== null && line.phoneKey.equals(key);
    return {
      send(command) {
        if (line.seen.includes(command.id)) return true;
        if (!isHere(line)) return false;
        line.seen = [...line.seen, command.id].slice(-REMEMBERED);
        line.n += 1;
        line.commands = [...line.commands, { n: line.n, at: now(), command }].slice(-20);
        changed(line);
        return true;
      },
      next: (after, desk, gone) =>
        when(
          line,
          () => {
            const value: PhoneNews = {
              n: line.viewN,
              desk: isHere(line) ? 'here' : 'away',
              view: isMine() ? line.view : null,
            };
            return { value, isNew: line.viewN !== after || value.desk !== desk || !isMine() };
          },
          gone,
        ),
    };
  }

  return {
    open(minutes) {
      if (lines.size >= MAX_LINES) return null;
      const words = makePhrase(random);
      const key = makeKey();
      let code = makeCode(random);
      while (lines.has(code)) code = makeCode(random);
      const left = minutes === null ? ROOM_MS : Math.max(0, minutes) * 60_000 + AFTER_END_MS;
      lines.set(code, {
        code,
        words: hashOf(words),
        deskKey: hashOf(key),
        until: now() + Math.min(ROOM_MS, left),
        phoneKey: null,
        wrong: 0,
        view: null,
        viewText: '',
        viewN: 0,
        n: 0,
        commands: [],
        seen: [],
        waiting: 0,
        lastMs: now(),
        listeners: new Set(),
        isOver: false,
      });
      return { code, words, key };
    },
    join(code, typed) {
      const line = find(code);
      if (line === null) return { no: 'unknown' };
      if (line.wrong >= MAX_WRONG) return { no: 'locked' };
      // Something is compared for what is no phrase too.
      const words = hashOf(readPhrase(typed) ?? '');
      if (!timingSafeEqual(words, line.words)) {
        line.wrong += 1;
        if (line.wrong >= MAX_WRONG) changed(line);
        return { no: 'wrong' };
      }
      const key = makeKey();
      line.phoneKey = hashOf(key);
      line.wrong = 0;
      changed(line);
      return { key };
    },
    desk(code, key) {
      const line = find(code);
      return line !== null && timingSafeEqual(hashOf(key), line.deskKey) ? deskEnd(line) : null;
    },
    phone(code, given) {
      const line = find(code);
      const hash = hashOf(given);
      const key = line?.phoneKey ?? null;
      return line !== null && key !== null && timingSafeEqual(hash, key)
        ? phoneEnd(line, hash)
        : null;
    },
    end() {
      clearInterval(sweep);
      for (const line of lines.values()) drop(line);
    },
  };
}

function changed({ listeners }: Line): void {
  // Each may take itself out.
  for (const listener of [...listeners]) listener();
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
