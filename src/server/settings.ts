import { parseHost, parseProxies, type HostAndPort } from './addresses.ts';
import { isLoopback } from '../text/loopback.ts';
import { nearest } from '../text/nearest.ts';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findKeyFault, makeStaffKey, MAX_KEY } from './staff/key-strength.ts';

/** Where and how the program serves: read from the environment once, at start. */
export type Settings = {
  /** The folder that holds `lessons/`, `media/` and `handouts/`. */
  readonly home: string;
  /** Absolute, or relative to where the program was started. */
  readonly dataDir: string;
  /** A school's own lessons, absolute or relative to where the program was started; where none is named, `lessons` in `dataDir`. */
  readonly lessonsDir?: string;
  /** The one lesson that is shown beside the program's, as an absolute path; its folder is `lessonsDir`. */
  readonly lessonFile?: string;
  /** The name or address that the staff door is known by. */
  readonly staffHost: string;
  /** The port of that name, where it is another than 443 or the staff door's own. */
  readonly staffPublicPort?: number;
  /** The address that the staff door listens on, where it is not `staffHost`. */
  readonly staffListen?: string;
  /** The address that the pupils' door listens on; all of this machine's IPv4 addresses, or, where a proxy on this machine is in front, only that machine. */
  readonly pupilListen?: string;
  /** 0 asks the system for a free port. */
  readonly staffPort: number;
  /** Tried in this order when the pupils' door opens. */
  readonly pupilPorts: readonly number[];
  /** What the board shows as address instead of this machine's own. */
  readonly publicUrl: URL | null;
  /** Where the rooms of several processes are; without it they are in `dataDir`, for this process alone. */
  readonly valkeyUrl?: URL | null;
  /** What staff sign in with; without it the staff door is this machine's own. */
  readonly staffKey?: string;
  /** Where the key was read from, if from a file. */
  readonly staffKeyFile?: string;
  /** Addresses and ranges of the proxies in front, which end TLS and say so in `x-forwarded-proto`: what another says is not believed. */
  readonly trustedProxies?: readonly string[];
};

/**
 * A start that cannot go on: `message` is one plain sentence for the person who started the
 * program.
 */
export class StartProblem extends Error {}

/** The ports that doors try where none is chosen: the staff's, then the pupils'. */
export const DEFAULT_PORTS: readonly number[] = [4300, 80, 4301];

/** The names that settings are read from. */
export const settingNames = [
  'PORT',
  'STAFF_PORT',
  'STAFF_HOST',
  'STAFF_KEY',
  'STAFF_KEY_FILE',
  'STAFF_LISTEN',
  'PUPIL_PORT',
  'PUPIL_LISTEN',
  'PUBLIC_URL',
  'DATA_DIR',
  'LESSONS_DIR',
  'VALKEY_URL',
  'TRUST_PROXY',
] as const;

/** An environment: other names in it are no one's business. */
type Environment = { readonly [Name in (typeof settingNames)[number]]?: string | undefined };

/** A sentence for each variable that looks as if it should be a setting, and is none. */
export function unknownSettings(env: NodeJS.ProcessEnv): readonly string[] {
  const longer = settingNames.filter((name) => name.length >= DATA_NAME.length);
  return Object.keys(env).flatMap((name) => {
    if (settingNames.some((known) => known === name)) return [];
    const meant = name.length < DATA_NAME.length ? undefined : nearest(name, longer, 2);
    if (meant === undefined && !/^(?:STAFF|PUPIL)_/.test(name)) return [];
    const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
    return [`${name} is not a setting of Wholeclass, so it changes nothing.${hint}`];
  });
}

/** Shorter names are near to those of other programs. */
const DATA_NAME = 'DATA_DIR';

/** The environment as settings; what cannot be used is a `StartProblem` that names the variable and says what it should be. */
export function readSettings(env: Environment): Settings {
  const [typedKey, staffKeyFile] = [given(env['STAFF_KEY']), given(env['STAFF_KEY_FILE'])];
  if (typedKey !== undefined && staffKeyFile !== undefined) {
    throw new StartProblem(
      'Cannot use both STAFF_KEY and STAFF_KEY_FILE: keep the one you want, and remove the other.',
    );
  }
  const staffKey =
    staffKeyFile === undefined ? checkedKey('STAFF_KEY', typedKey) : keyInFile(staffKeyFile);
  return {
    ...readLessonSettings(env),
    ...readDoors(env, staffKey !== undefined),
    ...readPorts(env),
    publicUrl: readPublicUrl(given(env['PUBLIC_URL'])),
    valkeyUrl: readValkeyUrl(given(env['VALKEY_URL'])),
    trustedProxies: readProxies(given(env['TRUST_PROXY']) ?? '0'),
    ...(staffKey !== undefined && { staffKey }),
    ...(staffKeyFile !== undefined && { staffKeyFile: resolve(staffKeyFile) }),
  };
}

/** Those of the settings that say where lessons are; none of the others keeps them from being read. */
export function readLessonSettings(
  env: Environment,
): Pick<Settings, 'home' | 'dataDir' | 'lessonsDir'> {
  const lessonsDir = given(env['LESSONS_DIR']);
  return {
    home: fileURLToPath(new URL('../../', import.meta.url)),
    dataDir: given(env['DATA_DIR']) ?? '.data',
    ...(lessonsDir !== undefined && { lessonsDir }),
  };
}

function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

// A host that names the port expects to be answered from outside; no one is, without a key.
function defaultHost(env: Environment, hasKey: boolean): string {
  const isOpen = hasKey && given(env['PORT']) !== undefined && !given(env['TRUST_PROXY']);
  return isOpen ? '0.0.0.0' : '127.0.0.1';
}

function readPorts(env: Environment): Pick<Settings, 'staffPort' | 'pupilPorts'> {
  const port = readPort('PORT', given(env['PORT']));
  const staffPort = readPort('STAFF_PORT', given(env['STAFF_PORT'])) ?? port ?? 4300;
  const pupilPort = readPort('PUPIL_PORT', given(env['PUPIL_PORT']));
  if (pupilPort === staffPort && pupilPort !== 0) {
    throw new StartProblem(
      `Cannot use port ${staffPort} for staff and for pupils: pupils must never reach the staff’s pages. Choose another PUPIL_PORT.`,
    );
  }
  return { staffPort, pupilPorts: pupilPorts(pupilPort) };
}

function pupilPorts(chosen: number | null): readonly number[] {
  return chosen === null ? [80, 4301] : [chosen];
}

function readPort(name: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65535) return port;
  throw new StartProblem(
    `Cannot use ${name}="${value}": it must be a whole number from 0 to 65535.`,
  );
}

type Doors = Pick<Settings, 'staffHost' | 'staffPublicPort' | 'staffListen' | 'pupilListen'>;

function readDoors(env: Environment, hasKey: boolean): Doors {
  const staffListen = readListen('STAFF_LISTEN', given(env['STAFF_LISTEN']));
  const pupilListen = readListen('PUPIL_LISTEN', given(env['PUPIL_LISTEN']));
  if (staffListen !== undefined) mustHaveKey('STAFF_LISTEN', staffListen, hasKey);
  const { host, port } = readStaffHost(
    given(env['STAFF_HOST']) ?? staffListen ?? defaultHost(env, hasKey),
  );
  mustHaveKey('STAFF_HOST', host, hasKey);
  return {
    staffHost: host,
    ...(port !== null && { staffPublicPort: port }),
    ...(staffListen !== undefined && { staffListen }),
    ...(pupilListen !== undefined && { pupilListen }),
  };
}

function readStaffHost(value: string): HostAndPort {
  const read = parseHost(value);
  if (read !== null) return read;
  throw new StartProblem(
    `Cannot use STAFF_HOST="${value}": it must be an address such as 0.0.0.0, or a name such as staff.lesson.example.org, with the port of its proxy where that is not 443 (staff.lesson.example.org:8443).`,
  );
}

function mustHaveKey(name: string, value: string, hasKey: boolean): void {
  if (hasKey || isLoopback(value)) return;
  throw new StartProblem(
    `Cannot use ${name}="${value}": without a key the staff door opens on this machine only (127.0.0.1, ::1 or localhost). To open it to a network, set STAFF_KEY or STAFF_KEY_FILE as well.`,
  );
}

function readListen(name: string, value: string | undefined): string | undefined {
  if (value === undefined || value === 'localhost' || isIP(value) !== 0) return value;
  throw new StartProblem(
    `Cannot use ${name}="${value}": it must be an address of this machine, such as 127.0.0.1 (only this machine), 0.0.0.0 or :: (all of its addresses). Its port is ${name.replace('LISTEN', 'PORT')}.`,
  );
}

function readProxies(value: string): readonly string[] {
  const proxies = parseProxies(value);
  if (proxies !== null) return proxies;
  throw new StartProblem(
    `Cannot use TRUST_PROXY="${value}": it must be 1 for a proxy on this machine, or the proxy’s addresses or ranges, such as 10.0.0.5 or 172.17.0.0/16.`,
  );
}

// The key itself is never repeated, not even where it is refused.
function checkedKey(name: string, value: string | undefined): string | undefined {
  const fault = value === undefined ? null : findKeyFault(value);
  if (fault === null) return value;
  throw new StartProblem(
    `Cannot use ${name}: it ${fault}. Four unusual words that do not belong together will do. Here is one that was made just now: "${makeStaffKey(randomBytes)}"`,
  );
}

function keyInFile(path: string): string | undefined {
  const text = readText(path);
  if (text === null) {
    throw new StartProblem(
      `Cannot read STAFF_KEY_FILE="${path}": it must be a text file that this account may read.`,
    );
  }
  const key = given(text.slice(0, MAX_KEY * 5));
  if (key === undefined) {
    throw new StartProblem(
      `Cannot use STAFF_KEY_FILE="${path}": the file is empty. It must hold the key, and nothing else.`,
    );
  }
  return checkedKey('the key in STAFF_KEY_FILE', key);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readPublicUrl(value: string | undefined): URL | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new StartProblem(
    `Cannot use PUBLIC_URL="${value}": it must be a web address such as https://lesson.example.org/.`,
  );
}

// Not quoted: there may be a password in it.
function readValkeyUrl(value: string | undefined): URL | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url !== null && /^(valkey|redis)s?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new StartProblem(
    'Cannot use VALKEY_URL: it must be an address such as valkey://127.0.0.1:6379, or valkeys://… where TLS is spoken.',
  );
}
