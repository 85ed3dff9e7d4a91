import type { Progress } from '../../print/press.ts';

/** Tells how far printing is: one line that grows in a terminal; elsewhere each sheet is a line. */
export function tellProgress({ done, of, doing }: Progress, title = 'PDFs'): void {
  if (!process.stderr.isTTY) return doing === '' ? undefined : console.error(`${title}: ${doing}`);
  process.stderr.write(`\r\u001B[K${doing === '' ? '' : `${title}: ${done} of ${of}, ${doing}`}`);
}
