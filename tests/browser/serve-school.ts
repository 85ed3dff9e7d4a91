// Run as a program: serves a school from the folders given, on the ports given, until it is killed.
import { flushCompileCache } from 'node:module';
import { buildFolderPages } from '../../src/cli/build-folder-pages.ts';
import { serve } from '../../src/server/main.ts';

const [home = '', pages = '', dataDir = '', staffPort = '', pupilPort = ''] = process.argv.slice(2);
const settings = {
  home,
  dataDir,
  staffHost: '127.0.0.1',
  staffPort: Number(staffPort),
  pupilPorts: [Number(pupilPort)],
  publicUrl: null,
};
await serve({ settings, pages, log: () => undefined, folderPages: buildFolderPages });
console.log('ready');
// It is killed, and what was compiled would be compiled again for the next; some of it is loaded later.
flushCompileCache();
setInterval(flushCompileCache, 1_000).unref();
