import { Command, Option } from 'commander';
import { refuse } from './command.ts';
import { endWithLauncher } from './end-with-parent.mjs';
import { settingOptions } from './setting-options.ts';
import { version } from './version.ts';

/** A command: gets the words after its name, resolves to the exit code. Its file is loaded only when it is called. */
type Run = (args: readonly string[]) => Promise<number>;
type Commands = Readonly<Record<string, readonly [words: string, run: Run]>>;

const commands: Commands = {
  new: ['begin a lesson of your own', async (args) => (await import('./new.ts')).newLesson(args)],
  import: [
    'make a lesson of a Word, PowerPoint, Markdown or text file',
    async (args) => (await import('./import.ts')).importFile(args),
  ],
  export: [
    'take a lesson away as PowerPoint, Word, PDF or pictures',
    async (args) => (await import('./export.ts')).exportLesson(args),
  ],
  check: [
    'say what to correct in lessons',
    async (args) => (await import('./check.ts')).check(args),
  ],
  print: [
    'make PDFs of everything on paper',
    async (args) => (await import('./print.ts')).print(args),
  ],
  film: ['check the films', async (args) => (await import('./film.ts')).film(args)],
  bundle: [
    'pack a lesson as a folder, or all of it for Windows',
    async (args) => (await import('./pack.ts')).pack(args),
  ],
  'setup-code': [
    'renew the code by which a safeguarding lead makes their key',
    async (args) => (await import('./setup-code.ts')).renewSetupCode(args),
  ],
  build: ['write the static site', async (args) => (await import('./build.ts')).build(args)],
};

/** What those who change the program use as well. */
const inClone: Commands = {
  dev: [
    'serve, and follow each change of the program',
    async (args) => (await import('./dev.ts')).dev(args),
  ],
  test: ['run the tests', async (args) => (await import('./test.ts')).test(args)],
  bench: ['take the figures', async (args) => (await import('./bench.ts')).bench(args)],
  pictures: [
    'draw the pictures of the docs',
    async (args) => (await import('./pictures.ts')).pictures(args),
  ],
  preview: ['serve the static site', async () => (await import('./preview.ts')).preview()],
  prepack: ['build the program for npm pack', async () => (await import('./prepack.ts')).prepack()],
};

const NODE_MAJOR = 26;

async function main(words: readonly string[]): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
    process.exitCode = refuse(
      `Wholeclass needs Node ${NODE_MAJOR}, and this is ${process.version}: use npm start, which brings its own.`,
    );
    return;
  }
  endWithLauncher();
  const isClone = import.meta.url.endsWith('.ts');
  const program = new Command('wholeclass')
    .description('A Markdown lesson plan as slides, anonymous polls and paper.')
    .version(`wholeclass/${version} ${process.platform}-${process.arch} node-${process.version}`)
    .enablePositionalOptions();
  addStart(program);
  for (const [name, [says, run]] of Object.entries({ ...commands, ...(isClone && inClone) })) {
    // Each reads its own words, and has its own --help.
    const command = program
      .command(name, { hidden: name in inClone })
      .usage('[options]')
      .description(says)
      .argument('[words...]')
      .helpOption(false)
      .allowUnknownOption()
      .passThroughOptions()
      .action(async (args: readonly string[]) => {
        process.exitCode = await run(args);
      });
    if (name === 'bundle') command.alias('pack');
  }
  await program.parseAsync(words, { from: 'user' });
}

/** The command that is meant where none is named. */
function addStart(program: Command): void {
  const command = program
    .command('start', { isDefault: true })
    .description('serve the lessons, to this computer only until you say otherwise')
    .argument('[file.md]', 'a lesson’s file, wherever it lies: its deck is shown as you edit it')
    .option('--open', 'open the browser');
  for (const { flags, words, variable } of settingOptions) {
    command.addOption(new Option(flags, words).env(variable));
  }
  command
    .addHelpText(
      'after',
      '\nThe key itself is set by STAFF_KEY alone: other programs can read what is typed here.',
    )
    .action(
      async (file: string | undefined, options: Readonly<Record<string, string | boolean>>) => {
        const { start } = await import('./start.ts');
        process.exitCode = await start(options, file);
      },
    );
}

await main(process.argv.slice(2));
