import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLesson } from '../../checks/checks.ts';
import { readLesson } from '../../lesson/read-lesson.ts';
import { root } from '../root.ts';
import { plainFigure, ratioFigure, type Figure } from './figure.ts';
import { lessonOf, lessonsUpTo } from './lesson-texts.ts';

const TODAY = '2026-11-24';
/** So often each is run. */
const RUNS = 500;
const LONG_RUNS = 3;
const [SHORT, LONG] = [50_000, 5_000_000];

/** Reading and checking a lesson of thirty slides, beside markdown-it alone on the same text. */
export async function measureReading(): Promise<readonly Figure[]> {
  const text = lessonOf(30);
  const floor = floorOf(text, RUNS);
  const { read, checks } = quickest(text, RUNS);
  return [
    ratioFigure('read.ratio', { value: read, floor }),
    ratioFigure('checks.ratio', { value: checks, floor }),
  ];
}

/** Five million characters of lessons: beside markdown-it alone, and how much longer each character takes than in fifty thousand (1 where time grows with length). */
export async function measureLongReading(): Promise<readonly Figure[]> {
  const [short, long] = [
    quickest(lessonsUpTo(SHORT), RUNS),
    quickest(lessonsUpTo(LONG), LONG_RUNS),
  ];
  const floor = floorOf(lessonsUpTo(LONG), LONG_RUNS);
  const growth = (part: 'read' | 'checks') => long[part] / LONG / (short[part] / SHORT);
  return [
    ratioFigure('read.5mb.ratio', { value: long.read, floor }),
    plainFigure('read.5mb.s', long.read / 1000, 's'),
    plainFigure('read.5mb.growth', growth('read'), 'times a character of 50 kB'),
    plainFigure('checks.5mb.s', long.checks / 1000, 's'),
    plainFigure('checks.5mb.growth', growth('checks'), 'times a character of 50 kB'),
  ];
}

/** Milliseconds of processor time to read and to check a text, the quickest of several runs: other programs on the machine disturb it least. */
export function quickest(
  text: string,
  runs: number,
): { readonly read: number; readonly checks: number } {
  const { lesson } = readLesson('bench', text);
  return {
    read: quickestOf(() => readLesson('bench', text), runs),
    checks: quickestOf(() => checkLesson(lesson, text, { today: TODAY }), runs),
  };
}

function quickestOf(run: () => unknown, runs: number): number {
  let quickest = Infinity;
  for (let n = 0; n < runs; n += 1) {
    const began = spent();
    run();
    quickest = Math.min(quickest, spent() - began);
  }
  return quickest;
}

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

// In a process of its own, since only `lesson` may use markdown-it, and no compiled code is shared.
function floorOf(text: string, runs: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-bench-'));
  try {
    writeFileSync(join(folder, 'lesson.md'), text);
    const { stdout, status } = spawnSync(process.execPath, [
      join(root, 'tests/bench/read-floor.ts'),
      join(folder, 'lesson.md'),
      String(runs),
    ]);
    const floor = Number(String(stdout).trim());
    if (status !== 0 || !(floor > 0)) throw new Error('markdown-it alone could not be measured');
    return floor;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
