import { fitPicture, PICTURE_SIDE, rowHeight } from './line-picture.ts';

const MIDDLE = PICTURE_SIDE / 2;

/** The colours of a picture: they are its own, whatever the page has where it is made. */
export type PictureColours = { readonly teal: string; readonly card: string; readonly ink: string };

/** Draws a line in a message bubble, on this device alone, and resolves to the picture; null where the browser cannot make one. */
export async function drawLine(words: string, colours: PictureColours): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_SIDE;
  canvas.height = PICTURE_SIDE;
  const paint = canvas.getContext('2d');
  if (paint === null) return null;
  await document.fonts.load('600 100px Lexend', words).catch(() => []);
  drawGround(paint, colours);
  drawBubble(paint, colours);
  drawWords(paint, words, colours);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function drawGround(paint: CanvasRenderingContext2D, { teal, card }: PictureColours): void {
  paint.fillStyle = teal;
  paint.fillRect(0, 0, PICTURE_SIDE, PICTURE_SIDE);
  paint.fillStyle = card;
  paint.globalAlpha = 0.1;
  for (const [x, y, radius] of [
    [930, 150, 210],
    [90, 980, 260],
  ] as const) {
    paint.beginPath();
    paint.arc(x, y, radius, 0, 2 * Math.PI);
    paint.fill();
  }
  paint.globalAlpha = 1;
}

function drawBubble(paint: CanvasRenderingContext2D, { card }: PictureColours): void {
  paint.fillStyle = card;
  paint.beginPath();
  paint.roundRect(110, 170, 860, 680, 90);
  paint.fill();
  paint.beginPath();
  paint.moveTo(720, 840);
  paint.lineTo(880, 840);
  paint.lineTo(860, 960);
  paint.fill();
}

function drawWords(paint: CanvasRenderingContext2D, words: string, { ink }: PictureColours): void {
  const font = (size: number) => `600 ${size}px Lexend, system-ui, sans-serif`;
  const text = fitPicture(words, (row, size) => {
    paint.font = font(size);
    return paint.measureText(row).width;
  });
  paint.font = font(text.size);
  paint.fillStyle = ink;
  paint.textAlign = 'center';
  paint.textBaseline = 'middle';
  const top = MIDDLE - 30 - ((text.rows.length - 1) * rowHeight(text)) / 2;
  text.rows.forEach((row, at) => paint.fillText(row, MIDDLE, top + at * rowHeight(text)));
}
