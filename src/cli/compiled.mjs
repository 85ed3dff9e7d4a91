// Loaded by Node before the program itself, in plain JavaScript: what was compiled and stripped of its types before is
// taken from here, and Node need not load what strips them, which takes 17 MB for as long as the program runs.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// On Linux each thread has a store of memory of its own, which it does not give back: one for all is 9 MB less. What is
// larger than a limit is given back at once, but the limit rises to the largest that was, the 16 MB by which the key of a room
// is made; here it stays where it begins. The end of the store is then given back by the MB: by the 128 kB that it begins with,
// a start is a fifth more work. All of this is read once, when a program begins, so it begins again, as the same process,
// before anything is loaded.
if (
  process.platform === 'linux' &&
  process.execve !== undefined &&
  process.env.MALLOC_ARENA_MAX === undefined
) {
  const args = [process.argv0, ...process.execArgv, ...process.argv.slice(1)];
  process.execve(process.execPath, args, {
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_TRIM_THRESHOLD_: '1048576',
    ...process.env,
    MALLOC_ARENA_MAX: '1',
  });
}

enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)));
