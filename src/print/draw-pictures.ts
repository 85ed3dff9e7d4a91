import type { PictureToDraw } from '../outputs/office/drawn-pictures.ts';
import type { Browser } from './browser.ts';

/** Draws pictures as PNGs, by the names of their parts; one that it cannot draw is not among them. Nothing is asked of any network. The browser stays its owner's. */
export async function drawPictures(
  browser: Browser,
  pictures: readonly PictureToDraw[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = new Map<string, Uint8Array>();
  const context = await browser.newContext({ offline: true });
  try {
    const page = await context.newPage();
    for (const { name, source, type, width, height } of pictures) {
      await page.setViewportSize({ width, height });
      const address = `data:${type};base64,${Buffer.from(source).toString('base64')}`;
      await page.setContent(
        `<style>html,body{margin:0;background:none}img{display:block}</style><img width="${width}" height="${height}" src="${address}">`,
      );
      const isDrawn = await page.locator('img').evaluate((image: HTMLImageElement) =>
        image.decode().then(
          () => true,
          () => false,
        ),
      );
      if (!isDrawn) continue;
      drawn.set(name, await page.screenshot({ omitBackground: true }));
    }
  } finally {
    await context.close();
  }
  return drawn;
}
