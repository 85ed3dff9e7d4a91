import { parseArgs } from 'node:util';
import { refuse } from './command.ts';
import { measureEdit } from './bench/edit.ts';
import type { Figure } from './bench/figure.ts';
import { measureBoard, measurePresenter, measurePupilPage } from './bench/page-weight.ts';
import { measurePrint } from './bench/print.ts';
import { measureReading } from './bench/reading.ts';
import { measureSchool, measureYear } from './bench/rooms.ts';
import { measureSecondStart } from './bench/starts.ts';

/** One measurement; `isLong` where it takes a minute or more, and is taken only where its whole name is given. */
type Measurement = {
  readonly name: string;
  readonly doing: string;
  readonly isLong?: boolean;
  measure(): Promise<readonly Figure[]>;
};

/** The measurements, in the order of `.github/BENCHMARKS.md`. */
const measurements: readonly Measurement[] = [
  {
    name: 'start.second',
    doing: 'starting the program again, with everything in place',
    measure: measureSecondStart,
  },
  { name: 'board', doing: 'weighing the first slide of the board', measure: measureBoard },
  { name: 'presenter', doing: 'weighing the presenter', measure: measurePresenter },
  { name: 'pupil', doing: 'weighing the pupils’ page', measure: measurePupilPage },
  {
    name: 'edit.visible',
    doing: 'saving a lesson’s file, and waiting for the change on the board',
    measure: measureEdit,
  },
  { name: 'read', doing: 'reading and checking the lesson that ships', measure: measureReading },
  {
    name: 'print',
    doing: 'printing the whole pile of a lesson for thirty',
    measure: measurePrint,
  },
  { name: 'room.year', doing: 'teaching a room of 300 tablets', measure: measureYear },
  {
    name: 'room.school',
    doing: 'teaching a room of 1,000 tablets, the largest',
    isLong: true,
    measure: measureSchool,
  },
];

/** What `npm run bench -- --help` says. */
const HELP = `npm run bench -- [NAME ...] [--json]

Takes figures, one after the other, says which, and prints each beside its
floor. A word picks the measurements whose names it is a part of; without one
all are taken but those with a star, which take a minute or more each and need
their whole name. What cannot be taken is left out, with the reason.

${measurements.map(({ name, doing, isLong }) => `  ${`${name}${isLong === true ? ' *' : ''}`.padEnd(18)}${doing}`).join('\n')}

  --json  {figures: [{name, value, unit, floor}]} alone on stdout
  --help  this`;

/** Takes the figures, one after the other, and prints them beside their floors (`--json`: `{figures}`). What it does meanwhile goes to stderr, and so does why a figure could not be taken, which is left out. Words pick measurements by name; one that picks none is refused. */
export async function bench(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if ('wrong' in options) return refuse(options.wrong);
  if (options.isHelp) {
    console.log(HELP);
    return 0;
  }
  const { words } = options;
  const wanted = measurements.filter((one) =>
    words.length === 0 ? one.isLong !== true : words.some((word) => isMeant(one, word)),
  );
  const figures: Figure[] = [];
  for (const [at, { name, doing, measure }] of wanted.entries()) {
    console.error(`${at + 1} of ${wanted.length}, ${name}: ${doing} …`);
    const began = performance.now();
    try {
      const taken = await measure();
      figures.push(...taken);
      if (!options.isJson) console.log(taken.map(line).join('\n'));
      console.error(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.error(
        `  ${name} could not be taken: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  if (options.isJson) console.log(JSON.stringify({ figures }, null, 2));
  return 0;
}

function isMeant({ name, isLong }: Measurement, word: string): boolean {
  return isLong === true ? name === word : name.includes(word);
}

type Options = {
  readonly words: readonly string[];
  readonly isHelp: boolean;
  readonly isJson: boolean;
};

function readOptions(args: readonly string[]): Options | { readonly wrong: string } {
  try {
    const { values, positionals: words } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const unknown = words.find((word) => !measurements.some((one) => isMeant(one, word)));
    if (unknown !== undefined) {
      return {
        wrong: `There is no measurement “${unknown}”. See npm run bench -- --help`,
      };
    }
    return { words, isHelp: values.help, isJson: values.json };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

function line({ name, value, unit, floor }: Figure): string {
  return `${name.padEnd(22)} ${String(value).padStart(8)} ${unit}${floor === null ? '' : ` (${floor})`}`;
}
