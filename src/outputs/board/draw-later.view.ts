import type { DrawnSlide, SlideToDraw } from './draw-slide.view.ts';

const load = () => import('./draw-slide.view.ts');

/** Draws a slide by a script that comes when one is first asked for. A folder opened by double-click has `draw-by-script.view.ts` in its place. */
export async function drawLater(asked: SlideToDraw): Promise<DrawnSlide> {
  return (await load()).drawSlide(asked);
}

/** Loads what draws, so that it is here when the network goes. */
export async function prepareDrawing(): Promise<void> {
  await load()
    .then(({ prepareFonts }) => prepareFonts())
    .catch(() => undefined);
}
