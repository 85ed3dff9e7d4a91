import { refuse } from './command.ts';
import { measureCards } from './bench/cards.ts';
import { measureComebacks } from './bench/comebacks.ts';
import type { Figure } from './bench/figure.ts';
import { measureSlideChange } from './bench/slide-change.ts';
import { measureSoak, secondsOfSoak } from './bench/soak.ts';
import { measureBoard, measurePupilPage } from './bench/page-weight.ts';
import { measureCurve } from './bench/curve.ts';
import { measureEdit } from './bench/edit.ts';
import { measureOpening } from './bench/opening.ts';
import { measureEditor } from './bench/editor.ts';
import { measureExporting } from './bench/exporting.ts';
import { measurePrint } from './bench/print.ts';
import { measureLongReading, measureReading } from './bench/reading.ts';
import { measurePresenter } from './bench/presenter.ts';
import { measureProcesses } from './bench/processes.ts';
import { measurePupilUsable } from './bench/pupil-usable.ts';
import { measureClass, measureManyRooms, measureSchool, measureYear } from './bench/rooms.ts';
import { measureSiteBuild } from './bench/site-build.ts';
import { measureFreshStart, measureSecondStart } from './bench/starts.ts';

/** The measurements, in the order of `.github/BENCHMARKS.md`. `option` is what asks for one that takes long. */
const measurements: readonly {
  readonly name: string;
  readonly option?: string;
  readonly measure: (args: readonly string[]) => Promise<readonly Figure[]>;
}[] = [
  { name: 'start.fresh', option: '--fresh', measure: measureFreshStart },
  { name: 'start.second', measure: measureSecondStart },
  { name: 'board.first', measure: measureBoard },
  { name: 'board.change', measure: measureSlideChange },
  { name: 'pupil', measure: measurePupilPage },
  { name: 'pupil.usable', measure: measurePupilUsable },
  { name: 'presenter', measure: measurePresenter },
  { name: 'cards', measure: measureCards },
  { name: 'comebacks', measure: measureComebacks },
  { name: 'read', measure: measureReading },
  { name: 'read.5mb', measure: measureLongReading },
  { name: 'curve', option: '--curve', measure: measureCurve },
  { name: 'open', measure: measureOpening },
  { name: 'export', measure: measureExporting },
  { name: 'edit.visible', measure: measureEdit },
  { name: 'editor', measure: measureEditor },
  { name: 'build.site', measure: measureSiteBuild },
  { name: 'print', measure: measurePrint },
  { name: 'room.class', measure: measureClass },
  { name: 'room.year', measure: measureYear },
  { name: 'room.school', measure: measureSchool },
  { name: 'valkey.processes', measure: measureProcesses },
  { name: 'soak', option: '--soak', measure: (args) => measureSoak(secondsOfSoak(args)) },
  { name: 'rooms.many', option: '--rooms', measure: measureManyRooms },
];

/** What `npm run bench -- --help` says. */
const HELP = `npm run bench -- [NAME ...] [--json]

Takes figures, one after the other, and prints them beside their floors. A word
picks the measurements whose names it is a part of; without one all are taken
but those that take long, which an option asks for:

${measurements.map(({ name, option }) => `  ${name}${option === undefined ? '' : `  (${option})`}`).join('\n')}`;

/** Takes the figures, one after the other, and prints them beside their floors (`--json`: `{figures}`). A figure that cannot be taken is left out, with its reason on stderr. Words pick measurements by name; one that picks none is refused. */
export async function bench(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return 0;
  }
  const words = args.filter((word) => !word.startsWith('-'));
  const unknown = words.find((word) => !measurements.some(({ name }) => name.includes(word)));
  if (unknown !== undefined) {
    return refuse(`There is no measurement “${unknown}”. See npm run bench -- --help`);
  }
  const wanted = measurements.filter(
    ({ name, option }) =>
      (option === undefined ||
        args.some((arg) => arg === option || arg.startsWith(`${option}=`))) &&
      (words.length === 0 || words.some((word) => name.includes(word))),
  );
  const figures: Figure[] = [];
  for (const { name, measure } of wanted) {
    try {
      figures.push(...(await measure(args)));
    } catch (error) {
      console.error(
        `${name} could not be taken: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  console.log(
    args.includes('--json') ? JSON.stringify({ figures }, null, 2) : figures.map(line).join('\n'),
  );
  return 0;
}

function line({ name, value, unit, floor }: Figure): string {
  return `${name.padEnd(22)} ${String(value).padStart(8)} ${unit}${floor === null ? '' : ` (${floor})`}`;
}
