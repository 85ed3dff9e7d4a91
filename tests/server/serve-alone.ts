import { flushCompileCache } from 'node:module';
import { readSettings } from '../../src/server/settings.ts';
import { settingsOf, startSchool } from './school.ts';

// A server in a process of its own, to be killed: `serve-alone.ts <home> <data folder> <pupils' port>`, with rooms in VALKEY_URL
// where that is said. Says its staff address.
const [home = '', dataDir = '', port = '0'] = process.argv.slice(2);
const { valkeyUrl = null } = readSettings({ VALKEY_URL: process.env['VALKEY_URL'] });
const serving = await startSchool({
  ...settingsOf(home, dataDir),
  pupilPorts: [Number(port)],
  valkeyUrl,
});
console.log(serving.staffUrl);
// It is killed, and what was compiled would be compiled again for the next; some of it is loaded later.
flushCompileCache();
setInterval(flushCompileCache, 1_000).unref();
