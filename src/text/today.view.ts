import { dayAt } from './day.ts';

/** The day by this machine's clock, `2026-11-24`. */
export function today(): string {
  return dayAt(Date.now());
}
