import { readFileSync } from 'node:fs';

/** A tick of the times in `/proc/<pid>/stat`, in ms: `USER_HZ` is 100 on every Linux that Node runs on. */
const TICK_MS = 10;
/** How much slower than its own work a process may come on, on a machine that is busy with other things. */
const BUSIEST = 6;

/** How long a process has worked, in ms, as a clock that stands while others have the processor; where the system does not tell (no Linux), as the clock goes. Source: proc_pid_stat(5). */
export function busyTime(
  pid: number | undefined,
  wall: () => number = () => performance.now(),
): () => number {
  const began = wall();
  let last = 0;
  return () => {
    const passed = wall() - began;
    const worked = pid === undefined ? null : workedMs(pid);
    // One that waits for ever without working comes to its end, too.
    last = Math.max(last, worked === null ? passed : Math.max(worked, passed / BUSIEST));
    return last;
  };
}

/** Null where there is no such process, or no Linux. */
function workedMs(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The program's name stands in brackets and may have spaces in it; user and system time are the 14th and 15th field.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}
