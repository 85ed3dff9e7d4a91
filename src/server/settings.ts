import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Where and how the program serves: read from the environment once, at start. */
export type Settings = {
  /** The folder that holds `lessons/`, `media/` and `handouts/`. */
  readonly home: string;
  /** Absolute, or relative to where the program was started. */
  readonly dataDir: string;
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
  /** A proxy in front ends TLS, and says so in `x-forwarded-proto`. */
  readonly behindProxy?: boolean;
};

/** Signs of a staff key: four short words, or what a password manager makes. */
const KEY_LENGTH = 12;

/** A start that cannot go on: `message` is one plain sentence for whoever started the program. */
export class StartProblem extends Error {}

/** The names that settings are read from. */
export const settingNames = ['STAFF_PORT', 'STAFF_HOST', 'STAFF_KEY', 'PUPIL_PORT', 'PUBLIC_URL', 'DATA_DIR', 'VALKEY_URL', 'TRUST_PROXY'] as const;

/** An environment: other names in it are nobody's business. */
type Environment = { readonly [Name in (typeof settingNames)[number]]?: string | undefined };

/** The environment as settings; what cannot be used is a `StartProblem` that names the variable and says what it should be. */
export function readSettings(env: Environment): Settings {
  const staffKey = readStaffKey(given(env['STAFF_KEY']));
  return {
    home: fileURLToPath(new URL('../../', import.meta.url)),
    dataDir: given(env['DATA_DIR']) ?? '.data',
    staffHost: readStaffHost(given(env['STAFF_HOST']) ?? '127.0.0.1', staffKey !== undefined),
    staffPort: readPort('STAFF_PORT', given(env['STAFF_PORT'])) ?? 4300,
    pupilPorts: pupilPorts(readPort('PUPIL_PORT', given(env['PUPIL_PORT']))),
    publicUrl: readPublicUrl(given(env['PUBLIC_URL'])),
    valkeyUrl: readValkeyUrl(given(env['VALKEY_URL'])),
    behindProxy: readSwitch('TRUST_PROXY', given(env['TRUST_PROXY'])),
    ...(staffKey !== undefined && { staffKey }),
  };
}

/** True for the names and addresses that only this machine itself can reach. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
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
  throw new StartProblem(`Cannot use ${name}="${value}": it must be a whole number from 0 to 65535.`);
}

function readStaffHost(value: string, hasKey: boolean): string {
  if (isLoopback(value)) return value;
  if (!hasKey) {
    throw new StartProblem(
      `Cannot use STAFF_HOST="${value}": without a key the staff door opens on this machine alone (127.0.0.1, ::1 or localhost). To open it to a network, set STAFF_KEY as well.`,
    );
  }
  if (isIP(value) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)) return value.toLowerCase();
  throw new StartProblem(`Cannot use STAFF_HOST="${value}": it must be an address such as 0.0.0.0, or a name such as staff.lesson.example.org.`);
}

// The key itself is never repeated, not even where it is refused.
function readStaffKey(value: string | undefined): string | undefined {
  if (value === undefined || (value.length >= KEY_LENGTH && value.length <= 200)) return value;
  throw new StartProblem(
    `Cannot use STAFF_KEY: it has ${value.length} signs, it needs ${KEY_LENGTH} to 200. Four words that do not belong together will do.`,
  );
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
  throw new StartProblem(`Cannot use PUBLIC_URL="${value}": it must be a web address such as https://lesson.example.org/.`);
}

// Not quoted: there may be a password in it.
function readValkeyUrl(value: string | undefined): URL | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url !== null && /^(valkey|redis)s?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new StartProblem('Cannot use VALKEY_URL: it must be an address such as valkey://127.0.0.1:6379, or valkeys://… where TLS is spoken.');
}
