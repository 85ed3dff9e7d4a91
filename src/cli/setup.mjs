// Plain JavaScript for Node 20 or later: it runs before the project's own Node is there.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { takeLock } from './setup-lock.mjs';

const NODE_MAJOR = 26;
const STAGE = 'setup-';
const quiet = [
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];
const windows = process.platform === 'win32';

/**
 * Installs the packages of the clone in `root` unless those that are there fit its lockfile,
 * however they came there. What is there stays until all of the new is. Resolves to the Node to
 * run on; ends the process with a sentence where there is none.
 */
export async function setUp(root) {
  if (!fits(root)) {
    const cache = join(root, '.cache');
    const lock = await lockIn(cache, root);
    process.on('exit', () => lock.release());
    if (!fits(root)) await install(root, cache);
    lock.release();
  }
  return findNode(root);
}

async function lockIn(cache, root) {
  try {
    return await takeLock(join(cache, 'setup.lock'), () =>
      say('Another set-up of this folder is running: waiting for it …\n'),
    );
  } catch (error) {
    if (!/^E(ACCES|PERM|ROFS)$/.test(error.code)) throw error;
    return fail(
      `Wholeclass is not set up yet, and this account may not write to ${root}. Run “npm ci” there once, with an account that may.`,
    );
  }
}

/** The project's own Node, else the one that runs this, if it is new enough. */
export function findNode(root) {
  const own = ownNode(root);
  if (own !== null) return own;
  if (majorOf(process.version) >= NODE_MAJOR) return process.execPath;
  return fail(
    `Wholeclass needs Node ${NODE_MAJOR}, and npm has none for this machine (${process.platform} ${process.arch}): install Node ${NODE_MAJOR}, then try again.`,
  );
}

function ownNode(root) {
  const system = windows ? 'win' : process.platform;
  const { resolve } = createRequire(join(root, 'package.json'));
  for (const name of ['node', 'node-bin'].map((kind) => `${kind}-${system}-${process.arch}`)) {
    try {
      const manifest = resolve(`${name}/package.json`);
      const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
      const node = join(dirname(manifest), 'bin', windows ? 'node.exe' : 'node');
      if (majorOf(version) >= NODE_MAJOR && existsSync(node)) return node;
    } catch {
      // There is none of that name for this machine.
    }
  }
  return null;
}

function majorOf(version) {
  return Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);
}

/** True when the packages in `node_modules` are those of the lockfile, as npm wrote them down. */
function fits(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || installed === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true && !isForHere(entry);
    return (
      found.version === entry.version &&
      found.integrity === entry.integrity &&
      existsSync(join(root, path, 'package.json'))
    );
  });
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** An optional package that names this machine is there after an install, whole or not at all. */
function isForHere({ os, cpu, libc: libcs }) {
  if (os === undefined && cpu === undefined) return false;
  const has = (list, value) => list === undefined || [list].flat().includes(value);
  return has(os, process.platform) && has(cpu, process.arch) && has(libcs, libc());
}

let foundLibc;

function libc() {
  // Else each address of this machine is looked up.
  process.report.excludeNetwork = true;
  foundLibc ??= process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return foundLibc;
}

async function install(root, cache) {
  const began = Date.now();
  say('Setting up (once, often half a minute) …');
  const modules = join(root, 'node_modules');
  // Windows lets nobody move a node.exe that runs: where this is it, npm changes what is different.
  const isInUse = windows && process.execPath.startsWith(modules + sep);
  const stage = isInUse ? root : makeStage(root, cache);
  const end = () => isInUse || rmSync(stage, { recursive: true, force: true, maxRetries: 3 });
  const { code, output } = await runNpm(isInUse ? ['install', '--no-save'] : ['ci'], stage, end);
  if (code !== 0) {
    end();
    fail(whyItFailed(output, root));
  }
  if (!isInUse) {
    if (existsSync(modules)) renameSync(modules, join(stage, 'old'));
    renameSync(join(stage, 'node_modules'), modules);
    end();
  }
  say(` done in ${Math.round((Date.now() - began) / 1000)} s\n`);
}

/** A folder beside, on the same disk, in which npm finds what it needs to install all. */
function makeStage(root, cache) {
  // What a set-up that was killed has left.
  for (const name of readdirSync(cache).filter((one) => one.startsWith(STAGE))) {
    rmSync(join(cache, name), { recursive: true, force: true });
  }
  const stage = mkdtempSync(join(cache, STAGE));
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    if (existsSync(join(root, name))) copyFileSync(join(root, name), join(stage, name));
  }
  mkdirSync(join(stage, 'node_modules'));
  return stage;
}

function runNpm(words, cwd, end) {
  const args = [...words, '--include=dev', '--include=optional', '--prefer-offline', ...quiet];
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, ...args], {
    cwd,
    env: withoutCaller(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && windows,
    // A group of its own: Ctrl-C is ours to answer, and ends all that npm started.
    detached: !windows,
  });
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => {
      if (windows) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
      child.once('exit', () => {
        end();
        say('\n');
        process.exit(code);
      });
    });
  }
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => code !== null && resolve({ code, output }));
  });
}

/** Without what the npm that called us says of its own project. */
function withoutCaller(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_(package_|config_local_prefix)/.test(name)),
  );
}

/** The npm that called us and the Node it runs on; by hand, the npm beside this Node, else the one on the path. */
function npmCommand() {
  const caller = process.env.npm_execpath ?? '';
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (caller.endsWith('npm-cli.js')) return [node, caller];
  const home = dirname(process.execPath);
  const beside = [
    join(home, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(home, 'node_modules/npm/bin/npm-cli.js'),
  ].find(existsSync);
  return beside === undefined ? ['npm'] : [process.execPath, beside];
}

function whyItFailed(output, root) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(
      output,
    )
  ) {
    return 'The packages could not be fetched: there seems to be no network. Connect this machine to the internet, then try again.';
  }
  if (/ENOSPC/.test(output)) {
    return 'The packages could not be stored: the disk is full. Free about 600 MB, then try again.';
  }
  const path = /^npm error path (.+)$/m.exec(output)?.[1] ?? root;
  if (/^npm error code E(ACCES|PERM|ROFS|NOENT|NOTDIR)$/m.test(output) && !path.startsWith(root)) {
    return `npm cannot write to a folder of its own, ${path.replace(/[/\\]_cacache.*/, '')}: set HOME or npm_config_cache to one that this account may write to, then try again.`;
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `The packages could not be stored: ${root} cannot be written to. Change that, then try again.`;
  }
  return `The packages could not be installed. npm says:\n${output.trim()}`;
}

function fail(sentence) {
  say(`\n${sentence}\n`);
  process.exit(1);
}

function say(text) {
  process.stderr.write(text);
}
