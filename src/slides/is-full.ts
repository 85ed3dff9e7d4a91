import { mathsLines } from '../document/maths-height.ts';
import { isParent, type Document, type Kind, type Node, type NodeOf } from '../document/nodes.ts';
import { toText } from '../document/to-text.ts';
import { has } from '../document/visit.ts';
import { BODY, HEADING, linesOf } from './text-size.ts';

/** The height between a slide's paddings, of 720. */
const ROOM = 616;
/** How wide a line is, of 1280, what the names at both sides of a message take of it, and the space between columns. */
const WIDE = 1088;
const NAMES = 340;
const COLUMN_GAP = 64;
/** What a message has around it, of 720. */
const AROUND_MESSAGE = 44;

/** How high a slide's heading is, with the space below it, of 720; 0 where there is none. */
export function headingHeight(heading: string): number {
  return heading === ''
    ? 0
    : linesOf(heading, { size: HEADING, width: 1136, face: 'heading' }) * HEADING * 1.17 + 36;
}

/** True where a body, with what stands above and below it (its height of 720), needs the whole slide: less space around and between, and text as large as ever. */
export function isFull(body: Document, around: number): boolean {
  // Cards always need it.
  if (has(body, 'cards')) return true;
  return around + heightOfBody(body) > ROOM;
}

/** How high the rest of a slide is, of 720, with a body on it and what stands above and below that (its height of 720); the space around it is taken off. */
export function heightLeft(body: Document, around: number): number {
  const high = heightOfBody(body);
  return ROOM - around - (high > 0 ? high + 24 : 0);
}

function heightOfBody(body: Document): number {
  const [above, ...columns] = boxesOf(body);
  const width = (WIDE - (columns.length - 1) * COLUMN_GAP) / columns.length;
  const beside = columns.map((column) => heightOfAll(column, width));
  return heightOfAll(above, WIDE) + Math.max(0, ...beside);
}

/** Words of a body in the pieces that stand one below the other, and how many lines more than one the highest formula of some takes, by the place of its piece. */
type Box = {
  readonly messages: string[];
  readonly pieces: string[];
  readonly high: Map<number, number>;
};

// What stands above the columns, then each column with what is below it.
function boxesOf(body: Document): readonly [Box, ...Box[]] {
  const first: Box = { messages: [], pieces: [''], high: new Map() };
  const boxes: [Box, ...Box[]] = [first];
  fill(boxes, body.children, false);
  return boxes;
}

function fill(boxes: [Box, ...Box[]], nodes: readonly Node[], inThread: boolean): void {
  for (const node of nodes) {
    const box = boxes.at(-1) ?? boxes[0];
    if (inThread) {
      if (node.kind === 'paragraph') box.messages.push(toText(node));
      else if (isParent(node)) fill(boxes, node.children, true);
    } else if (node.kind === 'thread') fill(boxes, node.children, true);
    else if (isParent(node)) {
      if (node.kind === 'column') boxes.push({ messages: [], pieces: [''], high: new Map() });
      fill(boxes, node.children, false);
      if (endsPiece(node)) (boxes.at(-1) ?? boxes[0]).pieces.push('');
    } else {
      box.pieces.push(`${box.pieces.pop() ?? ''}${toText(node)}`);
      if (node.kind === 'maths') makeHigh(box, node);
    }
  }
}

function makeHigh({ pieces, high }: Box, { read }: NodeOf<'maths'>): void {
  if (!('mathml' in read)) return;
  const at = pieces.length - 1;
  high.set(at, Math.max(high.get(at) ?? 0, mathsLines(read.mathml) - 1));
}

const PIECES: ReadonlySet<Kind> = new Set<Kind>([
  'paragraph',
  'heading',
  'item',
  'card',
  'source',
  'row',
  'quote',
]);

function endsPiece(node: Node): boolean {
  return node.kind === 'element'
    ? /^(?:p|li|h\d|tr|blockquote)$/.test(node.tag)
    : PIECES.has(node.kind);
}

function heightOfAll({ messages, pieces, high }: Box, width: number): number {
  const heights = [
    ...messages.map(
      (words) => heightOf(words, Math.max(width - NAMES, width / 2)) + AROUND_MESSAGE,
    ),
    ...pieces
      .map((words, at) => heightOf(words, width) + (high.get(at) ?? 0) * BODY * 1.1)
      .filter((height) => height > 0)
      .map((height) => height + 22),
  ];
  return heights.reduce((sum, height) => sum + height, -22);
}

function heightOf(piece: string, width: number): number {
  const words = piece.trim();
  return words === '' ? 0 : linesOf(words, { size: BODY, width, face: 'text' }) * BODY * 1.35;
}
