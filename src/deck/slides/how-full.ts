const LINE = 52;
const ROOMY_LINES = 8;

/** Whether a slide's body fits at the board's body size (44 of 720), or needs the smallest one (36). */
export function howFull(body: string): 'roomy' | 'full' {
  return linesOf(body) > ROOMY_LINES ? 'full' : 'roomy';
}

function linesOf(body: string): number {
  const pieces = body.split(/<\/(?:p|li|h\d|tr|blockquote)>/).map((piece) => piece.replaceAll(/<[^>]*>/g, '').trim());
  return pieces.filter((piece) => piece !== '').reduce((lines, piece) => lines + Math.ceil(piece.length / LINE) + 0.25, 0);
}
