import { spawnSync } from 'node:child_process';
import { hasApt, installByApt, runQuietly } from '../print/apt.ts';

/** Sees to it that there is a Valkey for the tests that need one, where it can be installed; elsewhere they are skipped by name. */
export async function provideValkey(): Promise<void> {
  if (hasValkey() || !hasApt) return;
  console.log('Installing Valkey for the tests (a few seconds) …');
  await installByApt('valkey-server');
  // The package starts a service, which no one asked for.
  await runQuietly('systemctl', ['disable', '--now', 'valkey-server']);
  if (!hasValkey()) {
    console.log('Valkey could not be installed: the tests that need it are skipped.');
  }
}

function hasValkey(): boolean {
  return spawnSync('valkey-server', ['--version']).status === 0;
}
