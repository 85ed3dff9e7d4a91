// The program of a pack, which has no other command: what `start.cmd` runs.
import { start } from './start.ts';

process.exitCode = await start({ open: process.argv.includes('--open') });
