import { BODY, HEADING, linesOf } from '../text-size.ts';

/** The height between a slide's paddings, of 720. */
const ROOM = 592;
/** How wide a line is, of 1280, on the slide and in a message: a message has names at both its sides. */
const WIDE = 1040;
const MESSAGE = 700;
/** What a message has around it, of 720. */
const AROUND_MESSAGE = 44;

/** How high a slide's heading is, with the space below it, of 720; 0 where there is none. */
export function headingHeight(heading: string): number {
  return heading === '' ? 0 : linesOf(heading, { size: HEADING, width: 1088, face: 'heading' }) * HEADING * 1.17 + 36;
}

/** True where a body, with what stands above and below it (its height of 720), needs the whole slide: less space around and between, and text as large as ever. */
export function isFull(body: string, around: number): boolean {
  const threads = [...body.matchAll(/<ol class="chat">(.*?)<\/ol>/gs)].flatMap(([, thread = '']) => [...thread.matchAll(/<p>(.*?)<\/p>/gs)]);
  const messages = threads.map(([, message = '']) => heightOf(message, MESSAGE) + AROUND_MESSAGE);
  const pieces = body.replaceAll(/<ol class="chat">.*?<\/ol>/gs, '').split(/<\/(?:p|li|h\d|tr|blockquote)>/);
  const rest = pieces.map((piece) => heightOf(piece, WIDE)).filter((height) => height > 0);
  return around + [...messages, ...rest.map((height) => height + 22)].reduce((sum, height) => sum + height, -22) > ROOM;
}

function heightOf(markup: string, width: number): number {
  const words = markup.replaceAll(/<[^<>]*>/g, '').trim();
  return words === '' ? 0 : linesOf(words, { size: BODY, width, face: 'text' }) * BODY * 1.35;
}
