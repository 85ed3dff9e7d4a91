import type { Page } from '../../src/print/browser.ts';
import { COPY_SCALE } from './photocopy.ts';

/** What a printer for 200 dots to the inch is given of a page, from its top left corner, in CSS pixels: a PNG in base 64. */
export async function shootForPrint(
  page: Page,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<string> {
  // Before its first frame is drawn, on a busy machine, there is nothing to take.
  await page.evaluate(
    () =>
      new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(drawn));
      }),
  );
  const client = await page.context().newCDPSession(page);
  const { data } = await client.send('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: COPY_SCALE },
  });
  await client.detach();
  return data;
}
