/** What a stroke is made with. */
export type InkTool = 'pen' | 'highlighter';

/**
 * One stroke over a slide. Its points follow each other as `x, y, pressure`: places in units of the
 * slide, 1280 by 720, and pressure from 0 to 1.
 */
export type Stroke = {
  readonly id: string;
  readonly tool: InkTool;
  readonly points: readonly number[];
};

/** What windows tell each other of what is drawn; nothing else ever learns of it. */
export type InkMessage =
  /** A window that has just come asks for what there is. */
  | { readonly do: 'ask' }
  /** Points that are new, of a stroke that is new or goes on. */
  | {
      readonly do: 'points';
      readonly slide: string;
      readonly id: string;
      readonly tool: InkTool;
      readonly points: readonly number[];
    }
  /** All that is on a slide, where something was taken away or put back. */
  | { readonly do: 'all'; readonly slide: string; readonly strokes: readonly Stroke[] };

/** What is drawn on each slide, and what was there before each change of this window's own: in memory alone, until the lesson ends. */
export type Ink = {
  readonly slides: ReadonlyMap<string, readonly Stroke[]>;
  readonly before: ReadonlyMap<string, readonly (readonly Stroke[])[]>;
};

/** Nothing drawn. */
export const NO_INK: Ink = { slides: new Map(), before: new Map() };

/** A slide's size, in units of its own. */
export const SLIDE_WIDTH = 1280;
/** A slide's height in the same units. */
export const SLIDE_HEIGHT = 720;
/** How wide each tool draws at half its pressure, in the same units. */
export const WIDTHS: Readonly<Record<InkTool, number>> = { pen: 6, highlighter: 32 };
/** How far from a stroke the eraser still finds it. */
const REACH = 18;
/** More than this is on no slide: a window that lies on its screen would draw for ever. */
const MAX_STROKES = 500;
const MAX_POINTS = 3 * 5_000;
const MAX_UNDO = 50;

/** What is drawn on a slide, in the order it was drawn. */
export function strokesOn({ slides }: Ink, slide: string): readonly Stroke[] {
  return slides.get(slide) ?? [];
}

/** True where something can be taken back on a slide. */
export function canUndo({ before }: Ink, slide: string): boolean {
  return (before.get(slide) ?? []).length > 0;
}

/** Ink after what another window told. */
export function takeInk(ink: Ink, message: InkMessage): Ink {
  switch (message.do) {
    case 'ask':
      return ink;
    case 'points':
      return withStrokes(ink, message.slide, addPoints(strokesOn(ink, message.slide), message));
    case 'all':
      return withStrokes(ink, message.slide, message.strokes.slice(-MAX_STROKES));
  }
}

type Points = Extract<InkMessage, { readonly do: 'points' }>;

function addPoints(strokes: readonly Stroke[], { id, tool, points }: Points): readonly Stroke[] {
  const known = strokes.find((stroke) => stroke.id === id);
  if (known === undefined) return [...strokes, { id, tool, points }].slice(-MAX_STROKES);
  if (known.points.length >= MAX_POINTS) return strokes;
  return strokes.map((stroke) =>
    stroke === known ? { ...known, points: [...known.points, ...points] } : stroke,
  );
}

/** Remembers what is on a slide, for undo, before this window changes it. */
export function remember(ink: Ink, slide: string): Ink {
  const past = [...(ink.before.get(slide) ?? []), strokesOn(ink, slide)].slice(-MAX_UNDO);
  return { ...ink, before: new Map(ink.before).set(slide, past) };
}

/** Ink without what the eraser touches at this place of a slide. */
export function eraseAt(ink: Ink, slide: string, at: readonly [x: number, y: number]): Ink {
  const strokes = strokesOn(ink, slide);
  const left = strokes.filter((stroke) => !isNear(stroke, at));
  return left.length === strokes.length ? ink : withStrokes(ink, slide, left);
}

/** Ink with nothing on a slide; undo puts it back. */
export function clearSlide(ink: Ink, slide: string): Ink {
  if (strokesOn(ink, slide).length === 0) return ink;
  return withStrokes(remember(ink, slide), slide, []);
}

/** Ink as it was before this window's last change to a slide. */
export function undo(ink: Ink, slide: string): Ink {
  const past = ink.before.get(slide) ?? [];
  const last = past.at(-1);
  if (last === undefined) return ink;
  const before = new Map(ink.before).set(slide, past.slice(0, -1));
  return { ...withStrokes(ink, slide, last), before };
}

function withStrokes(ink: Ink, slide: string, strokes: readonly Stroke[]): Ink {
  return { ...ink, slides: new Map(ink.slides).set(slide, strokes) };
}

function isNear({ points, tool }: Stroke, [x, y]: readonly [number, number]): boolean {
  const reach = REACH + WIDTHS[tool] / 2;
  for (let at = 0; at + 1 < points.length; at += 3) {
    const [fromX = 0, fromY = 0] = [points[at - 3] ?? points[at], points[at - 2] ?? points[at + 1]];
    const [toX = 0, toY = 0] = [points[at], points[at + 1]];
    if (distance([x, y], [fromX, fromY], [toX, toY]) <= reach) return true;
  }
  return false;
}

type Place = readonly [x: number, y: number];

// From a place to the nearest of the line between two others.
function distance([x, y]: Place, [fromX, fromY]: Place, [toX, toY]: Place): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
}
