import { plainFigure, type Figure } from './figure.ts';
import { shapes } from './lesson-texts.ts';
import { quickest } from './reading.ts';

const [SHORT, LONG] = [50_000, 5_000_000];
const STEPS = 10;
const WIDTH = 44;

/**
 * How time grows with length, up to five million characters: a chart for the lesson that ships, and for every shape how much longer
 * each character takes at the end than in the first fifty thousand (1 where time grows with length). Takes some minutes.
 */
export async function measureCurve(): Promise<readonly Figure[]> {
  console.error(chart());
  return Object.entries(shapes).flatMap(([name, make]): readonly Figure[] => {
    const [short, long] = [seconds(make(SHORT), 20), seconds(make(LONG), 1)];
    return [
      plainFigure(`curve.s@5mb: ${name}`, long, 's'),
      plainFigure(
        `curve.growth: ${name}`,
        long / LONG / (short / SHORT),
        'times a character of 50 kB',
      ),
    ];
  });
}

function seconds(text: string, runs: number): number {
  const { read, checks } = quickest(text, runs);
  return (read + checks) / 1000;
}

// A line for each half megabyte: dark for reading, light for checking.
function chart(): string {
  const make = Object.values(shapes)[0];
  if (make === undefined) return '';
  const measured = Array.from({ length: STEPS }, (_, at) => {
    const length = (LONG * (at + 1)) / STEPS;
    return { length, ...quickest(make(length), 1) };
  });
  const longest = Math.max(...measured.map(({ read, checks }) => read + checks));
  const bar = (ms: number, mark: string) => mark.repeat(Math.round((ms / longest) * WIDTH));
  return measured
    .map(
      ({ length, read, checks }) =>
        `${(length / 1_000_000).toFixed(1)} MB  ${bar(read, '█')}${bar(checks, '░')} ${((read + checks) / 1000).toFixed(2)} s`,
    )
    .join('\n');
}
