import { BODY, HEADING, linesOf } from '../text-size.ts';

/** The height between a slide's paddings, of 720. */
const ROOM = 592;
/** How wide a line is, of 1280, what the names at both sides of a message take of it, and the space between columns. */
const WIDE = 1040;
const NAMES = 340;
const COLUMN_GAP = 64;
/** What a message has around it, of 720. */
const AROUND_MESSAGE = 44;

/** How high a slide's heading is, with the space below it, of 720; 0 where there is none. */
export function headingHeight(heading: string): number {
  return heading === ''
    ? 0
    : linesOf(heading, { size: HEADING, width: 1088, face: 'heading' }) * HEADING * 1.17 + 36;
}

/** True where a body, with what stands above and below it (its height of 720), needs the whole slide: less space around and between, and text as large as ever. */
export function isFull(body: string, around: number): boolean {
  // Cards always need it.
  if (body.includes('<div class="cards">')) return true;
  const [above = '', ...columns] = body.split('<div class="column">');
  const beside = columns.map((column) =>
    bodyHeight(column, (WIDE - (columns.length - 1) * COLUMN_GAP) / columns.length),
  );
  return around + bodyHeight(above, WIDE) + Math.max(0, ...beside) > ROOM;
}

function bodyHeight(body: string, width: number): number {
  const threads = [...body.matchAll(/<ol class="chat">(.*?)<\/ol>/gs)].flatMap(
    ([, thread = '']) => [...thread.matchAll(/<p>(.*?)<\/p>/gs)],
  );
  const messages = threads.map(
    ([, message = '']) => heightOf(message, Math.max(width - NAMES, width / 2)) + AROUND_MESSAGE,
  );
  const pieces = body
    .replaceAll(/<ol class="chat">.*?<\/ol>/gs, '')
    .split(/<\/(?:p|li|h\d|tr|blockquote)>/);
  const rest = pieces.map((piece) => heightOf(piece, width)).filter((height) => height > 0);
  return [...messages, ...rest.map((height) => height + 22)].reduce(
    (sum, height) => sum + height,
    -22,
  );
}

function heightOf(markup: string, width: number): number {
  const words = markup.replaceAll(/<[^<>]*>/g, '').trim();
  return words === '' ? 0 : linesOf(words, { size: BODY, width, face: 'text' }) * BODY * 1.35;
}
