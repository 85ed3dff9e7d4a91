import { settingsOf, startSchool } from './school.ts';

// A server in a process of its own, to be killed: `serve-alone.ts <home> <data folder> <pupils' port>`. Says its staff address.
const [home = '', dataDir = '', port = '0'] = process.argv.slice(2);
const serving = await startSchool({ ...settingsOf(home, dataDir), pupilPorts: [Number(port)] });
console.log(serving.staffUrl);
