import look from './ink.css?inline';
import { adoptSheet } from './adopt-sheet.view.ts';
import {
  canUndo,
  clearSlide,
  eraseAt,
  NO_INK,
  remember,
  SLIDE_HEIGHT,
  SLIDE_WIDTH,
  strokesOn,
  takeInk,
  undo,
  WIDTHS,
  type Ink,
  type InkMessage,
  type InkTool,
  type Stroke,
} from './ink.ts';

/** Where there is drawn: over which box, on which slide of the lesson, and who hears of it. */
export type InkPlace = {
  /** The box that is the slide, in sight; null where none is. */
  readonly frame: () => HTMLElement | null;
  /** The slide in it, by its id; null for a cover and what else is no slide of the lesson. */
  readonly slide: () => string | null;
  readonly send: (message: InkMessage) => void;
};

/** Drawing over slides: nothing of it is stored, sent to a program or printed. */
export type InkLayer = {
  /** Takes the pen up, or puts it down with the tools. */
  toggle(): void;
  readonly isOn: () => boolean;
  take(message: InkMessage): void;
  /** Takes back the last thing that this window did to the slide. */
  undo(): void;
  /** Draws again what is on the slide in sight, where it is now. */
  place(): void;
  /** Forgets all that was drawn: the lesson is over. */
  forget(): void;
  close(): void;
};

type Tool = InkTool | 'eraser';

const TOOLS: readonly (readonly [tool: Tool, words: string, shape: string])[] = [
  ['pen', 'Pen', '<path d="M4 20l1-5L16.5 3.5l4 4L9 19z"/>'],
  ['highlighter', 'Highlighter', '<path d="M8 15l-3-3L14 3l7 7-9 9-4-4zM3 21h9"/>'],
  ['eraser', 'Eraser', '<path d="M4 15l9-9 7 7-7 7H9zM9 10l7 7M9 20h11"/>'],
];
const UNDO = '<path d="M4 4v5h5"/><path d="M4.6 9A8 8 0 1 1 4 13.5"/>';
const CLEAR = '<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13"/>';
const DONE = '<path d="m5 12.5 4.5 4.5L19 7"/>';

/** How long the button to draw stays after a pointer moved, in ms. */
const SHOWN_MS = 4_000;
/** From the slide's edge or corner, in px. */
const EDGE = 8;
/** A pen's own eraser, among the buttons of a pointer. */
const ERASER_BUTTON = 32;

/** Puts a layer to draw on over a slide. Its tools are out of sight until they are asked for. */
export function startInk({ frame, slide, send }: InkPlace): InkLayer {
  adoptSheet(look);
  const canvas = document.createElement('canvas');
  canvas.className = 'ink';
  canvas.setAttribute('aria-hidden', 'true');
  const bar = document.createElement('div');
  bar.className = 'ink-tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Draw on the slide');
  bar.hidden = true;
  const buttons = TOOLS.map(([name, words, shape]) => button(words, shape, () => choose(name)));
  const back = button('Undo', UNDO, takeBack);
  const wipe = button('Clear', CLEAR, () => change((now, on) => clearSlide(now, on)));
  bar.append(...buttons, back, wipe, button('Done', DONE, toggle));
  const open = button('Draw on the slide', TOOLS[0]?.[2] ?? '', toggle);
  open.className = 'ink-open';
  const box = document.createElement('aside');
  box.setAttribute('aria-label', 'Drawing');
  box.append(canvas, bar, open);
  document.body.append(box);

  let ink: Ink = NO_INK;
  let tool: Tool | null = null;
  let drawing: { readonly id: string; readonly pointer: number; readonly on: string } | null = null;
  let waiting: number[] = [];
  let count = 0;
  const own = `${Math.random()}`;
  const observer = new ResizeObserver(place);
  let observed: HTMLElement | null = null;
  let shown: ReturnType<typeof setTimeout> | undefined;

  canvas.addEventListener('pointerdown', onDown);
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerup', onUp);
  canvas.addEventListener('pointercancel', onUp);
  addEventListener('pointermove', showButton);
  addEventListener('pointerdown', showButton);
  addEventListener('keydown', onKey, { capture: true });
  addEventListener('scroll', place, { capture: true, passive: true });
  addEventListener('resize', place);
  send({ do: 'ask' });
  place();

  function choose(next: Tool | null): void {
    tool = next;
    canvas.dataset['tool'] = next ?? '';
    canvas.classList.toggle('ink--on', next !== null);
    for (const [at, [name]] of TOOLS.entries()) {
      buttons[at]?.setAttribute('aria-pressed', String(name === next));
    }
    place();
  }

  function toggle(): void {
    const wasOn = tool !== null;
    if (bar.contains(document.activeElement) && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
    choose(wasOn ? null : 'pen');
  }

  // Over the slide, a pointer brings the pen to its side or corner; it goes again by itself.
  function showButton({ clientX, clientY, target }: PointerEvent): void {
    const rect = frame()?.getBoundingClientRect();
    const isOver =
      rect !== undefined &&
      clientX >= rect.left &&
      clientX <= rect.right &&
      clientY >= rect.top &&
      clientY <= rect.bottom;
    // Beside the slide it does not go from under the pointer that came for it.
    const isOnPen = target instanceof Node && open.contains(target);
    if (!isOver && !isOnPen) return;
    clearTimeout(shown);
    open.classList.add('ink-open--shown');
    shown = setTimeout(() => open.classList.remove('ink-open--shown'), SHOWN_MS);
  }

  function onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, target } = event;
    const isTyped = target instanceof Element && target.closest('input, textarea, dialog') !== null;
    if (tool === null || isTyped) return;
    if (key === 'Escape') toggle();
    else if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') takeBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function change(make: (now: Ink, on: string) => Ink): void {
    const on = slide();
    if (on === null) return;
    const next = make(ink, on);
    if (next === ink) return;
    ink = next;
    send({ do: 'all', slide: on, strokes: strokesOn(ink, on) });
    place();
  }

  function takeBack(): void {
    change(undo);
  }

  function onDown(event: PointerEvent): void {
    const on = slide();
    if (tool === null || on === null || drawing !== null || event.button > 5) return;
    // A second finger, or a hand that lies on the screen while a pen draws, is none of it.
    if (!event.isPrimary) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    ink = remember(ink, on);
    count += 1;
    drawing = { id: `${own}:${count}`, pointer: event.pointerId, on };
    onMove(event);
  }

  function onMove(event: PointerEvent): void {
    if (drawing === null || event.pointerId !== drawing.pointer || tool === null) return;
    event.preventDefault();
    const all = event.getCoalescedEvents?.() ?? [];
    const points = (all.length > 0 ? all : [event]).flatMap(pointOf);
    if (tool === 'eraser' || (event.buttons & ERASER_BUTTON) !== 0) return erase(points);
    ink = takeInk(ink, { do: 'points', slide: drawing.on, id: drawing.id, tool, points });
    if (waiting.length === 0) requestAnimationFrame(sendPoints);
    waiting.push(...points);
    paint();
  }

  function erase(points: readonly number[]): void {
    if (drawing === null) return;
    const before = ink;
    for (let at = 0; at < points.length; at += 3) {
      ink = eraseAt(ink, drawing.on, [points[at] ?? 0, points[at + 1] ?? 0]);
    }
    if (ink === before) return;
    send({ do: 'all', slide: drawing.on, strokes: strokesOn(ink, drawing.on) });
    paint();
  }

  function sendPoints(): void {
    const points = waiting;
    waiting = [];
    if (drawing === null || tool === null || tool === 'eraser' || points.length === 0) return;
    send({ do: 'points', slide: drawing.on, id: drawing.id, tool, points });
  }

  function onUp(event: PointerEvent): void {
    if (drawing === null || event.pointerId !== drawing.pointer) return;
    sendPoints();
    drawing = null;
    place();
  }

  // In units of the slide, to a tenth.
  function pointOf({ clientX, clientY, pressure, pointerType }: PointerEvent): readonly number[] {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const tenth = (value: number) => Math.round(value * 10) / 10;
    return [
      tenth(((clientX - left) / width) * SLIDE_WIDTH),
      tenth(((clientY - top) / height) * SLIDE_HEIGHT),
      pointerType === 'pen' && pressure > 0 ? Math.round(pressure * 100) / 100 : 0.5,
    ];
  }

  function place(): void {
    const seen = frame();
    if (seen !== observed) {
      observer.disconnect();
      if (seen !== null) observer.observe(seen);
      observed = seen;
    }
    const on = slide();
    const rect = seen?.getBoundingClientRect();
    canvas.hidden = !rect || rect.width === 0 || on === null;
    bar.hidden = tool === null || canvas.hidden;
    open.hidden = tool !== null || canvas.hidden;
    back.disabled = on === null || !canUndo(ink, on);
    wipe.disabled = on === null || strokesOn(ink, on).length === 0;
    if (!rect || canvas.hidden) return;
    for (const side of ['left', 'top', 'width', 'height'] as const) {
      canvas.style[side] = `${rect[side]}px`;
    }
    const beside = Math.max(0, innerWidth - rect.right);
    for (const one of [bar, open]) {
      // Beside the slide where there is room: over its corner it covers what is written there.
      const isBeside = beside >= one.offsetWidth + 2 * EDGE;
      one.style.right = `${isBeside ? beside - EDGE - one.offsetWidth : beside + EDGE}px`;
      one.style.bottom = `${Math.max(0, innerHeight - rect.bottom) + EDGE}px`;
    }
    const scale = devicePixelRatio;
    canvas.width = Math.round(rect.width * scale);
    canvas.height = Math.round(rect.height * scale);
    paint();
  }

  function paint(): void {
    const context = canvas.getContext('2d');
    const on = slide();
    if (context === null || on === null) return;
    context.setTransform(canvas.width / SLIDE_WIDTH, 0, 0, canvas.height / SLIDE_HEIGHT, 0, 0);
    context.clearRect(0, 0, SLIDE_WIDTH, SLIDE_HEIGHT);
    const look = getComputedStyle(canvas);
    for (const stroke of strokesOn(ink, on)) paintStroke(context, stroke, look);
  }

  return {
    toggle,
    isOn: () => tool !== null,
    take(message) {
      if (message.do === 'ask') {
        for (const [on, strokes] of ink.slides) send({ do: 'all', slide: on, strokes });
        return;
      }
      ink = takeInk(ink, message);
      if (message.slide === slide()) place();
    },
    undo: takeBack,
    place,
    forget() {
      ink = NO_INK;
      choose(null);
    },
    close() {
      observer.disconnect();
      clearTimeout(shown);
      removeEventListener('pointermove', showButton);
      removeEventListener('pointerdown', showButton);
      removeEventListener('keydown', onKey, { capture: true });
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
      box.remove();
    },
  };
}

function paintStroke(
  context: CanvasRenderingContext2D,
  { tool, points }: Stroke,
  look: CSSStyleDeclaration,
): void {
  const isPen = tool === 'pen';
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = look.getPropertyValue(isPen ? '--ink-pen' : '--ink-highlighter');
  context.globalAlpha = isPen ? 1 : 0.45;
  // A highlighter is of one width and one shade; a pen's line is as wide as it is pressed.
  if (!isPen) {
    context.lineWidth = WIDTHS.highlighter;
    strokeAlong(context, points);
    return;
  }
  for (let at = 0; at < points.length; at += 3) {
    context.lineWidth = WIDTHS.pen * (0.4 + 1.2 * (points[at + 2] ?? 0.5));
    strokeAlong(context, points.slice(Math.max(0, at - 3), at + 3));
  }
}

// A dot is a line that ends where it began.
function strokeAlong(context: CanvasRenderingContext2D, points: readonly number[]): void {
  context.beginPath();
  context.moveTo(points[0] ?? 0, points[1] ?? 0);
  for (let at = 0; at < points.length; at += 3) {
    context.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
  }
  context.stroke();
}

function button(words: string, shape: string, press: () => void): HTMLButtonElement {
  const one = document.createElement('button');
  one.type = 'button';
  one.setAttribute('aria-label', words);
  one.title = words;
  one.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;
  one.addEventListener('click', press);
  return one;
}
