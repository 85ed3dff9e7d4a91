// Plain JavaScript for the system's Node 20: it runs before the project's own Node is there.
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

const BEAT_MS = 1000;
const SILENT_MS = 120_000;
const TAKEOVER_MS = 10_000;

/**
 * Takes the lock file at `path`, waiting while another process holds it, and returns `{release}`.
 * A lock is stale when the process named in it is gone, or when it has not been touched for two minutes.
 * `waiting` is called once if there is someone to wait for.
 */
export async function takeLock(path, waiting = () => {}) {
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; !tryToTake(path); await pause(250)) {
    if (isStale(path)) dropStale(path);
    else if (!told) {
      told = true;
      waiting();
    }
  }
  const beat = setInterval(() => touch(path), BEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (pidIn(path) === process.pid) rmSync(path, { force: true });
    },
  };
}

function tryToTake(path) {
  try {
    const file = openSync(path, 'wx');
    writeFileSync(file, JSON.stringify({ host: hostname(), pid: process.pid }));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(path) {
  try {
    const silent = Date.now() - statSync(path).mtimeMs;
    if (silent > SILENT_MS) return true;
    const text = readFileSync(path, 'utf8');
    // Taken this moment: the name of its holder is still being written.
    if (text === '') return silent > TAKEOVER_MS;
    const { host, pid } = JSON.parse(text);
    return host === hostname() && !isAlive(pid);
  } catch {
    return false;
  }
}

function pidIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).pid;
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// Of several that see the same stale lock only one may drop it, or the second would drop the first one's new lock.
function dropStale(path) {
  const guard = `${path}.takeover`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageOf(guard) > TAKEOVER_MS) rmSync(guard, { recursive: true, force: true });
    return;
  }
  if (isStale(path)) rmSync(path, { force: true });
  rmdirSync(guard);
}

function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder was cleared away under us: nobody is harmed, and the set-up goes on.
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
