import './picture-handle.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PictureSize } from '../../document/nodes.ts';
import type { ShownSlide } from '../../edit/last-good.ts';
import { spansOf } from '../../edit/outline.ts';
import { pictureAt, SIZES, withSize, type WrittenPicture } from '../../edit/picture-size.ts';
import type { Reading } from '../../edit/reading.ts';
import { namesOf } from '../../text/own.ts';
import type { TextEditor } from './text-editor.ts';

type HandleProps = {
  readonly editor: TextEditor;
  readonly reading: Reading;
  readonly shown: ShownSlide;
};

/** A place on the board, in pixels of the window. */
type Point = { readonly x: number; readonly y: number };

/** A picture that is drawn larger or smaller: where its corner would be in each size, and how far from it the pointer took hold. */
type Pull = {
  readonly corners: readonly (readonly [PictureSize, Point])[];
  readonly off: Point;
};

const ORDER = namesOf(SIZES);

/** The lower right corner of the picture at the cursor: pulled by a pointer or moved by arrow keys it writes the picture’s size into the text. */
export function PictureHandle({ editor, reading, shown }: HandleProps) {
  const buttonRef = useRef<HTMLButtonElement>(null);
  const pullRef = useRef<Pull | null>(null);
  const [pulled, setPulled] = useState<PictureSize | null>(null);
  const [corner, setCorner] = useState<Point | null>(null);
  const text = editor.text();
  const span = spansOf(reading.outline).find(({ slide }) => slide.id === shown.slide.id);
  const pictures = reading.pictures.filter(
    ({ line }) => span !== undefined && line >= span.from && line <= span.to,
  );
  const written = shown.isLastGood ? null : pictureAt(text, editor.cursor(), pictures);
  const size = pulled ?? written?.size ?? 'large';

  const onBoard = () =>
    written === null || buttonRef.current === null
      ? null
      : pictureOnBoard(frameOf(buttonRef.current), shown.slide.html, written);

  function place(): void {
    const picture = onBoard();
    const at = picture === null ? null : cornerOf(picture);
    if (at === null || buttonRef.current === null) return setCorner(null);
    const { left, top } = frameOf(buttonRef.current).getBoundingClientRect();
    const [x, y] = [Math.round(at.x - left), Math.round(at.y - top)];
    // The same place is no reason to draw again.
    setCorner((now) => (now?.x === x && now.y === y ? now : { x, y }));
  }
  const placeRef = useRef(place);
  useLayoutEffect(() => {
    placeRef.current = place;
    place();
  });
  // The board draws, turns and fits its slide by itself, and a picture comes when it comes.
  useLayoutEffect(() => {
    if (buttonRef.current === null) return;
    const frame = frameOf(buttonRef.current);
    let next = 0;
    const placeSoon = () => {
      cancelAnimationFrame(next);
      next = requestAnimationFrame(() => placeRef.current());
    };
    const board = frame.querySelector('.pane__board') ?? frame;
    const changes = new MutationObserver(placeSoon);
    changes.observe(board, { attributes: true, childList: true, subtree: true });
    const resized = new ResizeObserver(placeSoon);
    resized.observe(frame);
    board.addEventListener('load', placeSoon, true);
    board.addEventListener('transitionend', placeSoon, true);
    return () => {
      cancelAnimationFrame(next);
      changes.disconnect();
      resized.disconnect();
      board.removeEventListener('load', placeSoon, true);
      board.removeEventListener('transitionend', placeSoon, true);
    };
  }, []);

  function write(to: PictureSize): void {
    if (written !== null && to !== written.size) editor.replaceAll(withSize(text, written, to));
  }

  function begin(event: PointerEvent): void {
    const picture = onBoard();
    const now = picture === null ? null : cornerOf(picture);
    if (event.button !== 0 || picture === null || now === null) return;
    buttonRef.current?.setPointerCapture(event.pointerId);
    const corners = ORDER.flatMap((one) => {
      draw(picture, one);
      const at = cornerOf(picture);
      return at === null ? [] : [[one, at] as const];
    });
    draw(picture, size);
    pullRef.current = { corners, off: { x: event.clientX - now.x, y: event.clientY - now.y } };
  }

  function move(event: PointerEvent): void {
    const picture = onBoard();
    if (pullRef.current === null || picture === null) return;
    const { corners, off } = pullRef.current;
    const at = { x: event.clientX - off.x, y: event.clientY - off.y };
    // Of sizes that are one on this slide the present one is meant.
    const far = ([one, { x, y }]: Pull['corners'][number]) =>
      Math.hypot(x - at.x, y - at.y) - (one === size ? 1 : 0);
    const [nearest] = corners.toSorted((a, b) => far(a) - far(b));
    if (nearest === undefined) return;
    draw(picture, nearest[0]);
    setPulled(nearest[0]);
  }

  function end(does: 'write' | 'leave'): void {
    if (pullRef.current === null) return;
    pullRef.current = null;
    const picture = onBoard();
    if (does === 'leave' && picture !== null && written !== null) draw(picture, written.size);
    setPulled(null);
    if (does === 'write') write(size);
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      return editor.focus();
    }
    const to = keyed(event.key, ORDER.indexOf(size));
    if (to === null) return;
    event.preventDefault();
    write(ORDER[Math.min(Math.max(to, 0), ORDER.length - 1)] ?? size);
  }

  return (
    <button
      ref={buttonRef}
      type="button"
      role="slider"
      class="picture-handle"
      aria-label="Size of the picture"
      aria-valuemin={1}
      aria-valuemax={ORDER.length}
      aria-valuenow={ORDER.indexOf(size) + 1}
      aria-valuetext={SIZES[size]}
      data-pulled={pulled !== null}
      hidden={corner === null}
      style={corner === null ? {} : { '--x': `${corner.x}px`, '--y': `${corner.y}px` }}
      // The text has the focus, and keeps it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => end('write')}
      onPointerCancel={() => end('leave')}
      onKeyDown={press}
    >
      <span class="picture-handle__size" aria-hidden="true">
        {SIZES[size]}
      </span>
    </button>
  );
}

function keyed(key: string, at: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return ORDER.length - 1;
    default:
      return null;
  }
}

function frameOf(button: HTMLElement): Element {
  return button.parentElement ?? button;
}

// The board shows the pictures of its slide in their order, under addresses that this page gives them.
function pictureOnBoard(
  frame: Element,
  markup: string,
  { path, nth }: WrittenPicture,
): HTMLImageElement | null {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const all = [...template.content.querySelectorAll('img')];
  const own = all.filter((one) => one.getAttribute('src')?.endsWith(`/media/${encodeURI(path)}`));
  const wanted = own[nth];
  if (wanted === undefined) return null;
  const drawn = frame.querySelectorAll<HTMLImageElement>('section.present img');
  const picture = drawn[all.indexOf(wanted)];
  return picture?.alt === wanted.alt ? picture : null;
}

// A picture that fills the slide keeps its shape within the room it has.
function cornerOf(picture: HTMLImageElement): Point | null {
  const { left, top, width, height } = picture.getBoundingClientRect();
  const { naturalWidth, naturalHeight } = picture;
  if (width === 0 || height === 0 || naturalWidth === 0) return null;
  const scale = Math.min(width / naturalWidth, height / naturalHeight);
  return {
    x: left + (width + naturalWidth * scale) / 2,
    y: top + (height + naturalHeight * scale) / 2,
  };
}

function draw(picture: HTMLImageElement, size: PictureSize): void {
  for (const one of ORDER) picture.classList.toggle(`picture--${one}`, one === size);
}
