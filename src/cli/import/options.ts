/** What `npm run import` was asked. */
export type ImportOptions = {
  readonly file: string;
  /** The folder the lesson is written into; null for the school's own lessons. */
  readonly into: string | null;
  readonly json: boolean;
  readonly help: boolean;
  /** As `npm run check` has it: null for whichever fits where the output goes. */
  readonly form: 'plain' | 'pretty' | null;
};

/** What `npm run import -- --help` says. */
export const importHelp = `npm run import -- FILE [--into FOLDER] [--plain | --pretty | --json]

Makes a lesson of a file: a Word document (.docx), a PowerPoint presentation
(.pptx), a plan or deck in Markdown (.md, of any tool), a text or a web page.
It writes <name>.md, and its pictures into media/<name>/ beside it, and says
what was kept, changed and left out, each with its place. What a plan says to
its teacher goes to the notes; so does whatever is in doubt. Nothing that is
there is written over.

  --into     the folder to write into; else that of your own lessons
             (LESSONS_DIR, else lessons in DATA_DIR)
  --plain    one line for each finding: file:line:column severity code: message
  --pretty   for people
  --json     the same for a program
  --help     this`;

/** Reads the words of the command line; returns a sentence for one it does not know. */
export function readImportOptions(
  args: readonly string[],
): ImportOptions | { readonly wrong: string } {
  const names: string[] = [];
  const flags = new Set<string>();
  let into: string | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--into' || word.startsWith('--into=')) {
      const folder = word === '--into' ? args[(at += 1)] : word.slice('--into='.length);
      if (folder === undefined || folder === '') {
        return { wrong: 'Cannot read “--into”: it needs the name of a folder.' };
      }
      into = folder;
    } else if (word.startsWith('-') && word !== '-') flags.add(word);
    else names.push(word);
  }
  const unknown = [...flags].find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) {
    return {
      wrong: `Cannot read “${unknown}”: it needs to be one of --into, ${FLAGS.slice(0, -1).join(', ')}.`,
    };
  }
  const help = flags.has('--help') || flags.has('-h');
  const [file = '', more] = names;
  if (!help && (file === '' || more !== undefined)) {
    return {
      wrong: `Cannot import ${file === '' ? 'nothing' : 'several files at once'}: it needs the name of one file.`,
    };
  }
  return {
    file,
    into,
    json: flags.has('--json'),
    help,
    form: flags.has('--plain') ? 'plain' : flags.has('--pretty') ? 'pretty' : null,
  };
}

const FLAGS: readonly string[] = ['--json', '--plain', '--pretty', '--help', '-h'];
