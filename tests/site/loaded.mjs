// Run as a program: prints the address of every module that is loaded with the one given, and the names of Node’s own.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const loaded = [];
registerHooks({
  load(url, context, next) {
    loaded.push(url);
    return next(url, context);
  },
});
await import(pathToFileURL(process.argv[2] ?? '').href);
console.log(JSON.stringify([...loaded, ...process.moduleLoadList]));
