import { readFileSync, writeFileSync } from 'node:fs';

/** What a process took since it was last looked at: processor time in seconds, and its greatest size in MB. */
export type Use = { readonly cpu: number; readonly mb: number };

/** Clock ticks a second, as Linux has it on every machine of today. */
const TICKS = 100;

/** Watches a process from now on; asked, it answers with what it took. Linux alone tells it (`/proc`); null elsewhere. */
export function watchUse(pid: number): () => Use | null {
  const before = readCpu(pid) ?? Number.NaN;
  forgetPeak(pid);
  return () => {
    const cpu = (readCpu(pid) ?? Number.NaN) - before;
    // What it had done by others, and they are still there, is its own.
    const mb = [pid, ...childrenOf(pid)].reduce((all, one) => all + readPeak(one), 0);
    return Number.isNaN(cpu + mb) ? null : { cpu, mb };
  };
}

function readCpu(pid: number): number | null {
  // After the name, which may hold anything, the 12th and 13th fields are the ticks in user and system mode.
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isNaN(ticks) ? null : ticks / TICKS;
}

function childrenOf(pid: number): readonly number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

function readPeak(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1]) / 1000;
}

// From here on the greatest size is the greatest since now, without what the start took.
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Then the peak is that of its whole life: more, never less.
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
