import { loadColours } from './code-colours-later.view.ts';
import { loadMaths } from './katex-later.view.ts';

let [hasMaths, hasColours] = [false, false];

/** Loads what only some texts need before the first of them is read; without it a formula is shown as it is written. */
export async function prepareReading(text: string): Promise<void> {
  const wanted: Promise<void>[] = [];
  if (!hasMaths && text.includes('$')) {
    hasMaths = true;
    wanted.push(loadMaths());
  }
  if (!hasColours && /```|~~~/.test(text)) {
    hasColours = true;
    wanted.push(loadColours());
  }
  await Promise.allSettled(wanted);
}
