import { runBeside } from '../../text/script-beside.view.ts';
import type { DrawnSlide, SlideToDraw } from './draw-slide.view.ts';

declare global {
  interface Window {
    /** What `draw-slide.js` brings. */
    readonly wholeclassDrawing?: {
      readonly drawSlide: (asked: SlideToDraw) => Promise<DrawnSlide>;
    };
  }
}

/** Draws a slide by a script that several pages share: for `file:`, where there are no modules. */
export async function drawLater(asked: SlideToDraw): Promise<DrawnSlide> {
  await runBeside('draw-slide.js');
  const drawing = window.wholeclassDrawing;
  if (drawing === undefined) throw new Error('Cannot draw a slide: draw-slide.js is not here');
  return drawing.drawSlide(asked);
}

/** Nothing: a folder has it all. */
export async function prepareDrawing(): Promise<void> {}
