import { palette } from '../../ui/palette.ts';
import { fitPicture, lineDrawing, PICTURE_SIDE, rowHeight, WORDS } from './line-picture.ts';

/** Draws a line with someone below it, on this device alone, and resolves to the picture; null where the browser cannot make one. */
export async function drawLine(words: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_SIDE;
  canvas.height = PICTURE_SIDE;
  const paint = canvas.getContext('2d');
  if (paint === null) return null;
  try {
    const drawing = new Image(PICTURE_SIDE, PICTURE_SIDE);
    drawing.src = `data:image/svg+xml,${encodeURIComponent(lineDrawing(words))}`;
    await Promise.all([
      drawing.decode(),
      document.fonts.load('600 100px Lexend', words).catch(() => []),
    ]);
    paint.drawImage(drawing, 0, 0, PICTURE_SIDE, PICTURE_SIDE);
  } catch {
    return null;
  }
  drawWords(paint, words);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function drawWords(paint: CanvasRenderingContext2D, words: string): void {
  const font = (size: number) => `600 ${size}px Lexend, system-ui, sans-serif`;
  const text = fitPicture(words, (row, size) => {
    paint.font = font(size);
    return paint.measureText(row).width;
  });
  paint.font = font(text.size);
  paint.textAlign = 'left';
  paint.textBaseline = 'alphabetic';
  text.rows.forEach((row, at) => {
    paint.fillStyle = row.part === 'first' ? palette.card : palette.sun;
    paint.fillText(row.text, WORDS.left, WORDS.top + text.size * 0.85 + at * rowHeight(text));
  });
}
