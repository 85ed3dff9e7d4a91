import { palette } from '../../ui/palette.ts';
import type { PictureSize } from './post-picture.ts';
import type { Box, Drawn, Shape } from './shape.ts';

/** Paints a post's picture on this device, and resolves to the PNG; null where the browser makes none. */
export async function paintPost(
  { shapes, logo: place }: Drawn,
  { width, height, scale = 1 }: PictureSize,
  logo: HTMLImageElement | null,
): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
  const paint = canvas.getContext('2d');
  if (paint === null) return null;
  paint.scale(scale, scale);
  const words = shapes.map((one) => (one.kind === 'words' ? one.text : '')).join('');
  await document.fonts.load('600 100px Lexend', words).catch(() => []);
  for (const one of shapes) paintShape(paint, one);
  if (logo !== null) paintLogo(paint, place, logo);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function paintShape(paint: CanvasRenderingContext2D, one: Shape): void {
  paint.fillStyle = palette[one.fill];
  paint.globalAlpha = one.kind === 'dot' ? one.opacity : 1;
  paint.beginPath();
  switch (one.kind) {
    case 'box':
      paint.roundRect(...one.at, one.round);
      return paint.fill();
    case 'dot':
      paint.arc(one.x, one.y, one.r, 0, 2 * Math.PI);
      return paint.fill();
    case 'corners':
      for (const [x, y] of one.points) paint.lineTo(x, y);
      paint.closePath();
      paint.strokeStyle = palette[one.fill];
      paint.lineWidth = 12;
      paint.lineJoin = 'round';
      paint.stroke();
      return paint.fill();
    case 'code': {
      const [x, y, side] = one.at;
      const module = side / one.code.size;
      // A hair wider, so that no light line is left between two dark modules.
      for (const [left, top, length] of one.code.runs) {
        paint.rect(x + left * module, y + top * module, length * module + 0.1, module + 0.1);
      }
      return paint.fill();
    }
    case 'words':
      paint.font = `600 ${one.size}px Lexend, Verdana, sans-serif`;
      paint.textAlign = one.isFromLeft ? 'left' : 'center';
      paint.textBaseline = 'alphabetic';
      return paint.fillText(
        one.text,
        one.isFromLeft ? one.x - one.width / 2 : one.x,
        one.y,
        one.width,
      );
  }
}

function paintLogo(
  paint: CanvasRenderingContext2D,
  [x, y, width, height]: Box,
  logo: HTMLImageElement,
): void {
  const scale = Math.min(width / logo.naturalWidth, height / logo.naturalHeight);
  const [w, h] = [logo.naturalWidth * scale, logo.naturalHeight * scale];
  paint.globalAlpha = 1;
  paint.drawImage(logo, x, y + (height - h) / 2, w, h);
}
