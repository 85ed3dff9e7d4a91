import { loadColours } from './code-colours-later.view.ts';
import { mayOpenHandouts } from '../lesson/handout-opening.ts';
import type { DrawHandout } from './handouts-beside.ts';
import { loadMaths } from './katex-later.view.ts';

let draw: DrawHandout | null = null;
let [hasMaths, hasColours] = [false, false];

/** Loads what only some texts need before the first of them is read; without it a formula is shown as it is written, and no handout is drawn. */
export async function prepareReading(text: string): Promise<DrawHandout | null> {
  const wanted: Promise<void>[] = [];
  if (!hasMaths && text.includes('$')) {
    hasMaths = true;
    wanted.push(loadMaths());
  }
  if (!hasColours && /```|~~~/.test(text)) {
    hasColours = true;
    wanted.push(loadColours());
  }
  if (draw === null && mayOpenHandouts(text)) wanted.push(loadDrawing());
  await Promise.allSettled(wanted);
  return draw;
}

async function loadDrawing(): Promise<void> {
  const { drawHandout } = await import('./draw-handout.ts');
  draw = drawHandout;
}
