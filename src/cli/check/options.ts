/** What `npm run check` was asked. */
export type CheckOptions = {
  /** The lessons and handouts named: files, folders, patterns; none stands for all of `lessons/`, of the school's own folder and of `handouts/`. */
  readonly names: readonly string[];
  readonly board: boolean;
  readonly json: boolean;
  readonly help: boolean;
  /** `plain`: one line a finding; `pretty`: for people; null: whichever fits where the output goes. */
  readonly form: 'plain' | 'pretty' | null;
};

/** What `npm run check -- --help` says. */
export const HELP = `npm run check -- [files] [--board] [--plain | --pretty | --json]

Reads lessons and handouts and says what is wrong with them, and what to do
about it: all in lessons/, in the folder of your own lessons (LESSONS_DIR) and
in handouts/, or the files, folders and patterns named.

  --board    also measures each slide in a browser, on three sizes of screen:
             nothing runs out, and all of it can be read from the back row
  --plain    one line for each finding: file:line:column severity code: message
  --pretty   for people, with the line of the lesson that each finding is about
  --json     the same for a program
  --help     this

Without a choice, people get --pretty and files and pipes get --plain.
Ends with 1 when there is an error or something could not be checked, else 0.`;

const words = ['--board', '--json', '--plain', '--pretty', '--help', '-h'];

/** Reads the words of the command line; returns a sentence for a word it does not know. */
export function readOptions(args: readonly string[]): CheckOptions | { readonly wrong: string } {
  const flags = args.filter((word) => word.startsWith('-'));
  const unknown = flags.find((word) => !words.includes(word));
  if (unknown !== undefined) {
    return {
      wrong: `Cannot read “${unknown}”: it needs to be one of ${words.slice(0, -1).join(', ')}.`,
    };
  }
  const has = (word: string) => flags.includes(word);
  return {
    names: args.filter((word) => !word.startsWith('-')),
    board: has('--board'),
    json: has('--json'),
    help: has('--help') || has('-h'),
    form: has('--plain') ? 'plain' : has('--pretty') ? 'pretty' : null,
  };
}
