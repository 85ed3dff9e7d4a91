import type { Page } from '../print/browser.ts';

/** One picture of a contact sheet, as PNG in base64, with what it is. */
export type Pictured = { readonly name: string; readonly png: string };

/** How a contact sheet is laid out: how wide each picture is, in pixels, how many are side by side, and how well they are drawn, 0 to 1. */
export type SheetLayout = {
  readonly wide: number;
  readonly across: number;
  readonly quality: number;
};

/** Pictures side by side, each below its name, as one picture (WebP). */
export async function contactSheet(
  page: Page,
  pictures: readonly Pictured[],
  layout: SheetLayout,
): Promise<Uint8Array> {
  const picture = await page.evaluate(
    async ({ all, wide, across, quality }) => {
      const images = await Promise.all(
        all.map(async ({ png }) => {
          const image = new Image();
          image.src = `data:image/png;base64,${png}`;
          await image.decode();
          return image;
        }),
      );
      const [gap, words] = [8, 16];
      const highOf = ({ width, height }: HTMLImageElement) => Math.round((height * wide) / width);
      const high = Math.max(...images.map(highOf)) + words + gap;
      const canvas = document.createElement('canvas');
      canvas.width = Math.min(across, all.length) * (wide + gap) + gap;
      canvas.height = Math.ceil(all.length / across) * high + gap;
      const paint = canvas.getContext('2d');
      if (paint === null) return '';
      paint.imageSmoothingQuality = 'high';
      paint.fillStyle = '#999';
      paint.fillRect(0, 0, canvas.width, canvas.height);
      paint.font = '11px sans-serif';
      paint.fillStyle = '#000';
      for (const [at, image] of images.entries()) {
        const left = gap + (at % across) * (wide + gap);
        const top = gap + Math.floor(at / across) * high;
        paint.fillText(all[at]?.name ?? '', left, top + 11, wide);
        paint.drawImage(image, left, top + words, wide, highOf(image));
      }
      return canvas.toDataURL('image/webp', quality);
    },
    { all: pictures, ...layout },
  );
  return Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
}
