import { readApart } from '../../src/site/reading.ts';

const HOUR_MS = 3_600_000;

// Loaded once by each worker: the process that reads lessons for its tests stays until they are over. A new one loads the
// checks and compiles their patterns, which takes it more than a second of work.
readApart({
  slug: 'first',
  text: '# First\n',
  today: '2026-11-24',
  packs: [],
  stayMs: HOUR_MS,
});
