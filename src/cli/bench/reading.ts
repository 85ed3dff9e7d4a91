import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLesson } from '../../checks/checks.ts';
import { slidesOf } from '../../lesson/lesson.ts';
import { readLesson } from '../../lesson/read-lesson.ts';
import { root } from '../root.ts';
import { ratioFigure, type Figure } from './figure.ts';

const TODAY = '2026-11-24';
/** So often each is run: other programs on the machine disturb the quickest run least. */
const RUNS = 500;

/** Reading and checking a lesson of thirty slides, beside markdown-it alone on the same text. */
export async function measureReading(): Promise<readonly Figure[]> {
  const text = lessonOf(30);
  const { lesson } = readLesson('bench', text);
  const floor = floorOf(text);
  const read = quickestOf(() => readLesson('bench', text));
  const checks = quickestOf(() => checkLesson(lesson, text, { today: TODAY }));
  return [
    ratioFigure('read.ratio', { value: read, floor }),
    ratioFigure('checks.ratio', { value: checks, floor }),
  ];
}

// In milliseconds of processor time.
function quickestOf(run: () => unknown): number {
  let quickest = Infinity;
  for (let n = 0; n < RUNS; n += 1) {
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
function floorOf(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-bench-'));
  try {
    writeFileSync(join(folder, 'lesson.md'), text);
    const { stdout, status } = spawnSync(process.execPath, [
      join(root, 'tests/bench/read-floor.ts'),
      join(folder, 'lesson.md'),
      String(RUNS),
    ]);
    const floor = Number(String(stdout).trim());
    if (status !== 0 || !(floor > 0)) throw new Error('markdown-it alone could not be measured');
    return floor;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The lesson that ships, made longer with slides of its own until it has this many.
function lessonOf(slides: number): string {
  const text = readFileSync(join(root, 'lessons', 'for-the-whole-world-to-see.md'), 'utf8');
  const body = text.slice(text.indexOf('\n---\n', 4));
  const more = body
    .split(/(?=^### )/m)
    .filter((part) => /^### (?!Stop)/.test(part) && !part.includes(':::'));
  let long = text;
  for (let at = 0; slidesOf(readLesson('bench', long).lesson).length < slides; at += 1) {
    long += `\n${more[at % more.length] ?? ''}`;
  }
  return long;
}
