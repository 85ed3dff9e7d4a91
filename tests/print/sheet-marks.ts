/** Something drawn on a sheet that has to be there on a copy of a copy: where it is, in CSS pixels of the page, and how to name it. */
export type Mark = {
  readonly is: 'words' | 'line' | 'picture';
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** All that is drawn on a sheet as it is laid out for paper: each word, each side of each frame and each line to write on, each picture. Runs in the page. */
export function marksOnSheet(): readonly Mark[] {
  const marks: Mark[] = [];
  const take = (is: Mark['is'], name: string, { left, top, width, height }: DOMRectReadOnly) => {
    if (width > 0 && height > 0) {
      marks.push({ is, name, left: left + scrollX, top: top + scrollY, width, height });
    }
  };
  // A draft’s mark across the page is to be seen, and not in the way of what it lies behind; the words of lines to write on are not to be seen.
  const isLeftOut = (part: Element) => part.closest('.draft, .write-words, script, style') !== null;

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const part = node.parentElement;
    if (part === null || !part.checkVisibility() || isLeftOut(part)) continue;
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
      // A comma behind a word in another typeface is no word.
      if (/^[.,;:]$/.test(word)) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      for (const rect of range.getClientRects()) take('words', word, rect);
    }
  }

  for (const part of document.body.querySelectorAll<HTMLElement | SVGElement>('*')) {
    if (!part.checkVisibility() || isLeftOut(part)) continue;
    const name = `${part.localName}.${(part.getAttribute('class') ?? '').replaceAll(' ', '.')}`;
    if (part.matches('img, svg')) {
      take('picture', part.getAttribute('src') ?? name, part.getBoundingClientRect());
      continue;
    }
    if (part.closest('svg') !== null) continue;
    const style = getComputedStyle(part);
    const { left, top, right, bottom, width, height } = part.getBoundingClientRect();
    const sides = [
      ['top', new DOMRect(left, top, width, 1)],
      ['bottom', new DOMRect(left, bottom - 1, width, 1)],
      ['left', new DOMRect(left, top, 1, height)],
      ['right', new DOMRect(right - 1, top, 1, height)],
    ] as const;
    for (const [side, rect] of sides) {
      const isDrawn =
        parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
        !/^(?:none|hidden)$/.test(style.getPropertyValue(`border-${side}-style`));
      if (isDrawn) take('line', `${side} of ${name}`, rect);
    }
  }
  return marks;
}
