const LINE = 52;
const ROOMY_LINES = 8;

// A message has room around it, and a shorter line.
const MESSAGE_LINE = 34;
const MESSAGE_LINES = 5;

/** Whether a slide's body fits at the board's body size (44 of 720), or needs the smallest one (36). */
export function howFull(body: string): 'roomy' | 'full' {
  return linesOf(body) > ROOMY_LINES || messageLines(body) > MESSAGE_LINES ? 'full' : 'roomy';
}

function messageLines(body: string): number {
  const threads = [...body.matchAll(/<ol class="chat">(.*?)<\/ol>/gs)].flatMap(([, thread = '']) => [...thread.matchAll(/<p>(.*?)<\/p>/gs)]);
  return threads.reduce((lines, [, words = '']) => lines + Math.ceil(words.replaceAll(/<[^<>]*>/g, '').length / MESSAGE_LINE), 0);
}

function linesOf(body: string): number {
  const pieces = body.split(/<\/(?:p|li|h\d|tr|blockquote)>/).map((piece) => piece.replaceAll(/<[^<>]*>/g, '').trim());
  return pieces.filter((piece) => piece !== '').reduce((lines, piece) => lines + Math.ceil(piece.length / LINE) + 0.25, 0);
}
