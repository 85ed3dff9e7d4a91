import type { FastifyInstance } from 'fastify';
import { createServer, isIP } from 'node:net';
import type { Refused } from '../../room/room.ts';
import { NO_DOOR, type DoorAddress } from '../../room/views.ts';
import { lanAddress, writeAddress } from './address.ts';
import type { PupilsDoor } from '../rooms/classrooms.ts';
import { isLoopback } from '../../text/loopback.ts';
import { areHere, inAddress } from '../addresses.ts';
import { DEFAULT_PORTS, StartProblem, type Settings } from '../settings.ts';

/** How many tablets may knock in one moment: of a whole school that comes back together, Node's own 511 would leave some standing until they give up. */
const KNOCKING = 4096;

/** Makes an app that is not listening yet. */
export type MakeApp = () => Promise<FastifyInstance>;

/** The pupils' door, which can be shut for good. */
export type OpenablePupilsDoor = PupilsDoor & { close(): Promise<void> };

/** Opens the staff door, on this machine alone unless it has a key, and returns its address; a port in use is a `StartProblem`. */
export async function openStaffDoor(app: FastifyInstance, settings: Settings): Promise<string> {
  const { staffHost, staffPort, staffPublicPort, trustedProxies = [] } = settings;
  const address = staffListens(settings);
  try {
    await app.listen({ host: address, port: staffPort, backlog: KNOCKING });
  } catch (error) {
    const free = codeOf(error) === 'EADDRINUSE' ? await freePort(staffPort + 1) : staffPort;
    throw new StartProblem(whyNot(error, { address, port: staffPort, free, settings }));
  }
  if (trustedProxies.length > 0) return staffAddress(settings);
  return `http://${reachedAt(staffHost)}:${staffPublicPort ?? portOf(app)}/`;
}

/** The address of the staff door behind a proxy, which ends with a slash. */
export function staffAddress({ staffHost, staffPublicPort }: Settings): string {
  const port = staffPublicPort ?? 443;
  return `https://${reachedAt(staffHost)}${port === 443 ? '' : `:${port}`}/`;
}

function staffListens({ staffHost, staffListen, trustedProxies = [] }: Settings): string {
  if (staffListen !== undefined) return staffListen;
  if (isLoopback(staffHost) || isIP(staffHost) !== 0) return staffHost;
  return areHere(trustedProxies) ? '127.0.0.1' : '0.0.0.0';
}

type PupilsDoorSettings = Pick<
  Settings,
  'pupilPorts' | 'publicUrl' | 'pupilListen' | 'trustedProxies'
>;

// This program speaks no TLS: an address with https is a proxy's.
function pupilsListen({ pupilListen, publicUrl, trustedProxies = [] }: PupilsDoorSettings): string {
  if (pupilListen !== undefined) return pupilListen;
  return areHere(trustedProxies) && publicUrl?.protocol === 'https:' ? '127.0.0.1' : '0.0.0.0';
}

/** What someone types for a door that is known by, or listens on, a name or address. */
function reachedAt(host: string): string {
  if (host === '0.0.0.0' || host === '::') return lanAddress() ?? 'localhost';
  return host === '127.0.0.1' ? 'localhost' : inAddress(host);
}

/**
 * A door to the room's network that stays shut until the first request for it. `report` is
 * called with its address, and with why it has a port where none was wanted first.
 */
export function pupilsDoor(
  makeApp: MakeApp,
  settings: PupilsDoorSettings,
  report: (sentence: string) => void,
): OpenablePupilsDoor {
  const { pupilPorts, publicUrl } = settings;
  const host = pupilsListen(settings);
  let opening: Promise<FastifyInstance | null> | null = null;
  let address = NO_DOOR;
  let causes: readonly string[] = [];

  async function listen(): Promise<FastifyInstance | null> {
    causes = [];
    for (const port of pupilPorts) {
      const app = await makeApp();
      try {
        await app.listen({ host, port, backlog: KNOCKING });
        address = doorAddress(publicUrl, reachedAt(host), portOf(app));
        report(`Pupils join at ${address.typed}`);
        if (publicUrl === null && causes.length > 0) report(longWords(causes));
        return app;
      } catch (error) {
        causes = [...causes, portCause(error, port)];
        await app.close();
      }
    }
    opening = null;
    return null;
  }

  return {
    address: () => address,
    async open() {
      opening ??= listen();
      return (await opening) === null ? noDoor(causes) : null;
    },
    async close() {
      await (await opening)?.close();
    },
  };
}

function doorAddress(publicUrl: URL | null, host: string, port: number): DoorAddress {
  if (publicUrl !== null) {
    return { typed: publicAddress(publicUrl), url: publicUrl.href.replace(/\/*$/, '/') };
  }
  const typed = writeAddress(host, port);
  return { typed, url: `http://${typed}/` };
}

function longWords(causes: readonly string[]): string {
  return `The address has a port in it: ${causes.join(', and ')}. How to do without: “A short address” in .github/docs/it.md.`;
}

function noDoor(causes: readonly string[]): Refused {
  const message = `Pupil devices cannot join: ${causes.join(', and ')}. Put that right, or count hands.`;
  return { refused: { status: 409, code: 'no-pupil-door', message } };
}

/** Why a port cannot be listened on, by its true cause (R33). */
function portCause(error: unknown, port: number): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `port ${port} of this computer is in use by another program`;
    case 'EACCES':
    case 'EPERM':
      return `port ${port} may not be used by this account`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return 'this computer does not have the address in PUPIL_LISTEN';
    case 'EMFILE':
    case 'ENFILE':
      return `too many files are open to listen on port ${port}`;
    default:
      return `port ${port} of this computer cannot be opened`;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : '';
}

function publicAddress({ host, pathname }: URL): string {
  return `${host}${pathname.replace(/\/$/, '')}`;
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The first free port from one on that no door tries by itself. */
async function freePort(from: number): Promise<number> {
  for (let port = from; port <= 65_535; port += 1) {
    if (!DEFAULT_PORTS.includes(port) && (await isFree(port))) return port;
  }
  return 0;
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

type Listening = {
  readonly address: string;
  readonly port: number;
  readonly free: number;
  readonly settings: Settings;
};

function whyNot(error: unknown, { address, port, free, settings }: Listening): string {
  const setting = settings.staffListen === undefined ? 'STAFF_HOST' : 'STAFF_LISTEN';
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: Wholeclass may be running already. Close it, or start on another port with STAFF_PORT=${free}.`;
    case 'EACCES':
    case 'EPERM':
      return `Port ${port} may not be used by this account: choose one above 1023 with STAFF_PORT.`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return `This computer does not have the address ${address}: correct ${setting}.`;
    case 'EMFILE':
    case 'ENFILE':
      return `The staff door could not be opened on port ${port}: too many files are open on this computer. Close some programs, then start again.`;
    default:
      return `The staff door could not be opened on port ${port}: choose another with STAFF_PORT or ${setting}.`;
  }
}
