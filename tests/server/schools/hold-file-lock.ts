// Run as a program: takes the lock of a folder, writes “in” to its log, holds the lock until it reads a line, writes “out”, and ends.
import { appendFileSync } from 'node:fs';
import { once } from 'node:events';
import { withFileLock } from '../../../src/server/schools/file-lock.ts';

const [, , folder = '', log = '', name = ''] = process.argv;
const mayGoOn = once(process.stdin, 'data');
await withFileLock(folder, async () => {
  appendFileSync(log, `${name} in\n`);
  await mayGoOn;
  appendFileSync(log, `${name} out\n`);
});
process.stdin.destroy();
