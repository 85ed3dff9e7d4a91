import { isLoopback } from '../text/loopback.ts';
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
  readonly staffHost: string;
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
  /** A proxy in front ends TLS, and says so in `x-forwarded-proto`. */
  readonly behindProxy?: boolean;
};

/**
 * A start that cannot go on: `message` is one plain sentence for the person who started the
 * program.
 */
export class StartProblem extends Error {}

/** The names that settings are read from. */
export const settingNames = [
  'STAFF_PORT',
  'STAFF_HOST',
  'STAFF_KEY',
  'STAFF_KEY_FILE',
  'PUPIL_PORT',
  'PUBLIC_URL',
  'DATA_DIR',
  'LESSONS_DIR',
  'VALKEY_URL',
  'TRUST_PROXY',
] as const;

/** An environment: other names in it are no one's business. */
type Environment = { readonly [Name in (typeof settingNames)[number]]?: string | undefined };

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
    staffHost: readStaffHost(given(env['STAFF_HOST']) ?? '127.0.0.1', staffKey !== undefined),
    staffPort: readPort('STAFF_PORT', given(env['STAFF_PORT'])) ?? 4300,
    pupilPorts: pupilPorts(readPort('PUPIL_PORT', given(env['PUPIL_PORT']))),
    publicUrl: readPublicUrl(given(env['PUBLIC_URL'])),
    valkeyUrl: readValkeyUrl(given(env['VALKEY_URL'])),
    behindProxy: readSwitch('TRUST_PROXY', given(env['TRUST_PROXY'])),
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

function readStaffHost(value: string, hasKey: boolean): string {
  if (isLoopback(value)) return value;
  if (!hasKey) {
    throw new StartProblem(
      `Cannot use STAFF_HOST="${value}": without a key the staff door opens on this machine only (127.0.0.1, ::1 or localhost). To open it to a network, set STAFF_KEY or STAFF_KEY_FILE as well.`,
    );
  }
  if (isIP(value) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)) return value.toLowerCase();
  throw new StartProblem(
    `Cannot use STAFF_HOST="${value}": it must be an address such as 0.0.0.0, or a name such as staff.lesson.example.org.`,
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

function readSwitch(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '0') return false;
  if (value === '1') return true;
  throw new StartProblem(`Cannot use ${name}="${value}": it must be 1, or not set.`);
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
