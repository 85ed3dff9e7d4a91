// Loaded by Node before the program itself, in plain JavaScript: what was compiled and stripped of its types before is
// taken from here, and Node need not load what strips them, which takes 17 MB for as long as the program runs.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)));
