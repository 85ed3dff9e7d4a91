// What runs inside the board's page while it is measured. Each function is handed to the page as its text, so it holds all that it needs.
import type { BoardState, FromBoard, ToBoard } from './board-link.ts';
import type { Rgb } from '../../ui/contrast.ts';
import type { Box, Ground, Ink, Measured, MeasuredBox, MeasuredText } from './measured.ts';

/** Sends the board a state, as a presenter would, and waits until the board has answered. */
export function turnBoard({
  channel,
  state,
}: {
  readonly channel: string;
  readonly state: BoardState;
}): Promise<void> {
  const link = new BroadcastChannel(channel);
  return new Promise((resolve, reject) => {
    setTimeout(
      () => reject(new Error(`the board did not come to the slide “${state.slide}”`)),
      10_000,
    );
    link.addEventListener('message', ({ data }: MessageEvent<FromBoard>) => {
      if (data.type !== 'status' || data.status.slide !== state.slide) return;
      link.close();
      resolve();
    });
    link.postMessage({ type: 'state', state } satisfies ToBoard);
  });
}

/** Waits until nothing on the board fades, no font of it is still on its way and, where it was given another size, until that is laid out: the slide in sight is in one place for two frames. */
export async function boardAtRest(
  sized: { readonly width: number; readonly height: number } | null,
): Promise<void> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isSized = () =>
    sized === null || (innerWidth === sized.width && innerHeight === sized.height);
  const isFading = () =>
    document
      .getAnimations()
      .some(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
  // Where the slide is, once it is laid out: a font that no slide had before, that of formulas, is asked for no sooner.
  const place = () =>
    JSON.stringify(document.querySelector('section.present .slide')?.getBoundingClientRect());
  // What a question's room says is drawn by a script that comes after the board.
  const isMoving = () =>
    place() !== before ||
    document.fonts.status === 'loading' ||
    document.querySelector('[data-awaits]') !== null;
  await document.fonts.ready;
  let before = sized === null ? place() : null;
  // A board that is never at rest is measured as it is: ten seconds of frames.
  for (let frames = 0; frames < 600 && (isFading() || !isSized() || isMoving()); frames += 1) {
    before = place();
    // A new size is laid out just before a frame is drawn, and not when it is set.
    await nextFrame();
  }
}

/** Measures the slide in sight, or null when none is; `small` selects what is no body text. */
export function measureSlide(small: string): Measured | null {
  const found = document.querySelector<HTMLElement>('section.present .slide');
  if (!found) return null;
  const slide = found;
  const frame = slide.getBoundingClientRect();
  const unit = frame.height / 720;
  const inRows = [...slide.querySelectorAll<HTMLElement>('tr, .slide__body > .voices > li')];
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

  function boxOf({ left, top, right, bottom }: DOMRect): Box {
    const x = (at: number) => (at - frame.left) / unit;
    const y = (at: number) => (at - frame.top) / unit;
    return { left: x(left), top: y(top), right: x(right), bottom: y(bottom) };
  }

  const inks = new Map<string, Ink>();
  function inkOf(colour: string): Ink {
    const ink = inks.get(colour) ?? paint(colour);
    inks.set(colour, ink);
    return ink;
  }

  function paint(colour: string): Ink {
    if (!pen) return [0, 0, 0, 1];
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, cover = 255] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, cover / 255];
  }

  function opacityOf(element: Element): number {
    return (
      Number(getComputedStyle(element).opacity) *
      (element.parentElement ? opacityOf(element.parentElement) : 1)
    );
  }

  function isPainted(element: Element): boolean {
    const { backgroundColor, borderTopWidth, borderLeftWidth } = getComputedStyle(element);
    return (
      inkOf(backgroundColor)[3] > 0 ||
      parseFloat(borderTopWidth) > 0 ||
      parseFloat(borderLeftWidth) > 0
    );
  }

  function blockOf(element: HTMLElement): HTMLElement {
    const isInline = /^inline|^contents/.test(getComputedStyle(element).display);
    return isInline && !element.matches(small) && element !== slide && element.parentElement
      ? blockOf(element.parentElement)
      : element;
  }

  function sizeOf(element: Element): number {
    return (parseFloat(getComputedStyle(element).fontSize) / slide.offsetHeight) * 720;
  }

  // Bubbles side by side are in the row of the first of them.
  function rowOf(block: Element): number | null {
    const own = inRows.find((one) => one.contains(block));
    if (own === undefined) return null;
    return inRows.findIndex(
      (one) => one.parentElement === own.parentElement && one.offsetTop === own.offsetTop,
    );
  }

  // A formula is as high as it is drawn, a line for each of its rows; what scrolls within its box is as wide as it is.
  function formulaLines(formula: Element): Box[] {
    const { left, top, bottom, width } = formula.getBoundingClientRect();
    const whole = width * Math.max(1, formula.scrollWidth / Math.max(1, formula.clientWidth));
    const rows = [...formula.querySelectorAll('mtr')].filter(
      (row) => row.parentElement?.closest('mtr') === null,
    );
    return rows.length > 1
      ? rows.map((row) => boxOf(row.getBoundingClientRect()))
      : [boxOf(new DOMRect(left, top, whole, bottom - top))];
  }

  // A line's box leaves room for letters of every language: what can be seen of it is about one em high.
  function linesOf(node: Node, size: number): Box[] {
    if (node instanceof Element) return formulaLines(node);
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].map(boxOf).map((box) => {
      const spare = Math.max(0, (box.bottom - box.top - size) / 2);
      return { ...box, top: box.top + spare, bottom: box.bottom - spare };
    });
  }

  function withinOf(block: HTMLElement): MeasuredText['within'] {
    const around: HTMLElement[] = [];
    for (let up: HTMLElement | null = block; up && up !== slide; up = up.parentElement) {
      around.push(up);
    }
    return around.flatMap((element) => {
      const cuts = getComputedStyle(element).overflow !== 'visible';
      return cuts || isPainted(element)
        ? [{ box: boxOf(element.getBoundingClientRect()), cuts }]
        : [];
    });
  }

  function textOf([block, nodes]: readonly [HTMLElement, readonly Node[]]): MeasuredText {
    const pieces = nodes.flatMap((node) =>
      node.parentElement
        ? [{ node, element: node.parentElement, size: sizeOf(node.parentElement) }]
        : [],
    );
    const smallest = pieces.toSorted((a, b) => a.size - b.size)[0];
    const [red, green, blue, cover] = inkOf(getComputedStyle(smallest?.element ?? block).color);
    return {
      words: nodes
        .map(({ textContent }) => textContent)
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      size: smallest?.size ?? sizeOf(block),
      isSmall: block.closest(small) !== null,
      lines: pieces.flatMap(({ node, size }) => linesOf(node, size)),
      ink: [red, green, blue, cover * opacityOf(smallest?.element ?? block)],
      within: withinOf(block),
      row: rowOf(block),
      isBeside: block.closest('.chat--beside') !== null,
    };
  }

  function isSeen(element: Element): boolean {
    return (
      element.getClientRects().length > 0 &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    );
  }

  function boxesOf(): MeasuredBox[] {
    const all = [...slide.querySelectorAll('*')].filter(
      (element) => isSeen(element) && element.closest('[aria-hidden=true]') === null,
    );
    return all
      .filter((element) => element instanceof HTMLImageElement || isPainted(element))
      .map((element) => {
        const isPicture = element instanceof HTMLImageElement;
        const words = isPicture ? element.alt : element.textContent;
        return {
          words: words.replaceAll(/\s+/g, ' ').trim(),
          isPicture,
          box: boxOf(element.getBoundingClientRect()),
        };
      });
  }

  function blocksOf(): Map<HTMLElement, Node[]> {
    // A formula is one word of its line, whatever stands above and below within it; what is read out alone is not seen.
    const walker = document.createTreeWalker(
      slide,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      (node) => {
        if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
        if (node instanceof Element && node.matches('.code-step')) return NodeFilter.FILTER_REJECT;
        return node.nodeName === 'math' ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
      },
    );
    const blocks = new Map<HTMLElement, Node[]>();
    while (walker.nextNode()) {
      const { currentNode } = walker;
      const element = currentNode.parentElement;
      if (element?.closest('math')) continue;
      if (!element || !isSeen(element) || !currentNode.textContent?.trim()) continue;
      const block = blockOf(element);
      blocks.set(block, [...(blocks.get(block) ?? []), currentNode]);
    }
    return blocks;
  }

  return { texts: [...blocksOf()].map(textOf), boxes: boxesOf() };
}

/** Shows the slides of films as they stand while the film is paused: then they say most. */
export function pauseFilms(): void {
  for (const slide of document.querySelectorAll<HTMLElement>('.slide--film')) {
    slide.dataset['film'] = 'paused';
  }
}

/** Hides all text on the board, for a picture of what lies beneath it, or shows it again. */
export function hideText(hidden: boolean): void {
  const others = document.adoptedStyleSheets;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { color: transparent !important; transition: none !important }');
  document.adoptedStyleSheets = hidden ? [...others, sheet] : others.slice(0, -1);
}

/** The darkest and the lightest ground under each of these texts, from a picture of the slide (PNG in base64) in which no text is seen. */
export async function groundsUnder({
  png,
  texts,
}: {
  readonly png: string;
  readonly texts: readonly (readonly Box[])[];
}): Promise<readonly (Ground | null)[]> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d', {
    willReadFrequently: true,
  });
  pen?.drawImage(picture, 0, 0);
  const unit = picture.height / 720;

  function pixelsIn({ left, top, right, bottom }: Box): Rgb[] {
    const x = Math.max(0, Math.round(left * unit));
    const y = Math.max(0, Math.round(top * unit));
    const width = Math.round(right * unit) - x;
    const height = Math.round(bottom * unit) - y;
    if (!pen || width < 1 || height < 1) return [];
    const { data } = pen.getImageData(x, y, width, height);
    const pixels: Rgb[] = [];
    // One in three is enough. Outside the picture there are none.
    for (let at = 0; at + 3 < data.length; at += 12) {
      if (data[at + 3] === 255) pixels.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
    }
    return pixels;
  }

  // A hairline that runs through the box is no ground: one pixel in fifty may be anything.
  return texts.map((lines) => {
    const light = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    const pixels = lines.flatMap(pixelsIn).toSorted((a, b) => light(a) - light(b));
    const few = Math.floor(pixels.length / 50);
    const darkest = pixels[few];
    const lightest = pixels.at(-1 - few);
    return darkest && lightest ? { darkest, lightest } : null;
  });
}
