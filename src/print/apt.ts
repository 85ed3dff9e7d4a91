import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** True where programs can be installed by apt: on Debian and Ubuntu, as root. */
export const hasApt =
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs packages by apt, without what they merely recommend; whether it worked shows in what is there afterwards. */
export async function installByApt(...packages: readonly string[]): Promise<void> {
  await runQuietly('apt-get', [...wait, 'update']);
  await runQuietly('apt-get', [
    ...wait,
    'install',
    '--yes',
    '--no-install-recommends',
    ...packages,
  ]);
}

/** Runs a program without its output; resolves to its exit code, 1 when it cannot be started. */
export function runQuietly(program: string, args: readonly string[]): Promise<number> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(program, args, { stdio: 'ignore', env });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const wait = ['-o', 'DPkg::Lock::Timeout=600'];
