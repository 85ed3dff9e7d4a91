import { refuse } from './command.ts';
import { endWithParent } from './end-with-parent.mjs';

/** A command: gets the words after its name, resolves to the exit code. Its file is loaded only when it is called. */
type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  start: async (args) => (await import('./start.ts')).start(args),
  'setup-code': async (args) => (await import('./setup-code.ts')).renewSetupCode(args),
  test: async (args) => (await import('./test.ts')).test(args),
  new: async (args) => (await import('./new.ts')).newLesson(args),
  import: async (args) => (await import('./import.ts')).importFile(args),
  export: async (args) => (await import('./export.ts')).exportLesson(args),
  check: async (args) => (await import('./check.ts')).check(args),
  print: async (args) => (await import('./print.ts')).print(args),
  film: async (args) => (await import('./film.ts')).film(args),
  build: async (args) => (await import('./build.ts')).build(args),
  pack: async (args) => (await import('./pack.ts')).pack(args),
  bench: async (args) => (await import('./bench.ts')).bench(args),
  pictures: async (args) => (await import('./pictures.ts')).pictures(args),
};

const NODE_MAJOR = 26;

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
    return refuse(
      `Wholeclass needs Node ${NODE_MAJOR}, and this is ${process.version}: use npm start, which brings its own.`,
    );
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    return refuse(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  }
  endWithParent();
  return command(args);
}

process.exitCode = await main(process.argv.slice(2));
