import type { Page } from '@playwright/test';
import { rest } from './axe-findings.ts';

/** A window in which a page is looked at. */
export type Size = { readonly width: number; readonly height: number };

/** No wider than this, and upright, a window is a phone’s. */
const PHONE = 480;

/** What is wrong with what a page draws in a window of this size, each in a line that begins with the rule’s name; nothing, where all is well. */
export async function layoutFindings(page: Page, size: Size): Promise<readonly string[]> {
  await page.setViewportSize(size);
  await rest(page);
  const found = await page.evaluate(lookAtLayout);
  const bars = size.width <= PHONE ? await page.evaluate(lookAtBars) : [];
  return [...new Set([...found, ...bars])];
}

/** Runs in the page: how much of a phone’s height stays in sight at the head and at the foot while the page is scrolled. */
async function lookAtBars(): Promise<readonly string[]> {
  const before = scrollY;
  scrollTo({ top: (document.documentElement.scrollHeight - innerHeight) / 2, behavior: 'instant' });
  for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
  const boxes = [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((one) => {
    const { position } = getComputedStyle(one);
    const isBar = position === 'fixed' || position === 'sticky';
    if (!isBar || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
      return [];
    }
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 ? [box] : [];
  });
  scrollTo({ top: before, behavior: 'instant' });
  const heads = boxes.filter(
    ({ top, bottom }) => top <= 12 && bottom > 0 && bottom < innerHeight - 12,
  );
  const feet = boxes.filter(
    ({ top, bottom }) => top > 12 && top < innerHeight && bottom >= innerHeight - 12,
  );
  const head = Math.max(0, ...heads.map(({ bottom }) => bottom));
  const foot = innerHeight - Math.min(innerHeight, ...feet.map(({ top }) => top));
  return [
    ...(foot > innerHeight / 8 ? [`foot: ${Math.round(foot)} of ${innerHeight} px`] : []),
    ...(head + foot > innerHeight / 4
      ? [`head and foot: ${Math.round(head + foot)} of ${innerHeight} px`]
      : []),
  ];
}

/** Runs in the page: all rules about one place after another. It holds all that it needs, because it is handed over as its text. */
function lookAtLayout(): readonly string[] {
  type Drawn = {
    readonly node: Text;
    readonly words: string;
    /** Each line of it, as much of it as its scroller shows. */
    readonly lines: readonly DOMRect[];
  };
  /** What is smaller than this is not seen: half a pixel is rounded either way. */
  const SLACK = 1.5;
  /** A longer word is an address, or made up: no phone’s line holds it. */
  const LONGEST = 20;
  const found: string[] = [];

  function named(element: Element): string {
    const words = (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 40);
    const { id, classList } = element;
    const name = id === '' ? [...classList].map((one) => `.${one}`).join('') : `#${id}`;
    return `${element.localName}${name} “${words}”`;
  }

  const seen = new WeakMap<Element, boolean>();
  /** False for what is hidden, and for what is there for screen readers alone. */
  function isSeen(element: Element): boolean {
    const known = seen.get(element);
    if (known !== undefined) return known;
    const is = lookedAt(element);
    seen.set(element, is);
    return is;
  }
  function lookedAt(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const { clipPath, clip, position, overflowX } = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const isTiny = box.width <= 2 || box.height <= 2;
      if (isTiny && overflowX !== 'visible') return false;
      if (isTiny && (clipPath !== 'none' || (position === 'absolute' && clip !== 'auto'))) {
        return false;
      }
      // What comes into the window with the focus alone.
      if (position !== 'static' && (box.right <= 0 || box.bottom + scrollY <= 0)) return false;
    }
    return true;
  }

  /** What an element’s scrollers show of a box; null where it is scrolled out of sight, or cut off where nothing scrolls, which is found. */
  function shown(of: Element, box: DOMRect, cut: (by: Element) => void): DOMRect | null {
    let { left, top, right, bottom } = box;
    let { position } = getComputedStyle(of);
    for (
      let one = of;
      one.parentElement !== null && one !== document.body;
      one = one.parentElement
    ) {
      const style = getComputedStyle(one);
      // An inline box has no overflow of its own.
      const around = one.getBoundingClientRect();
      const sides = [
        ['x', style.overflowX, left < around.left - SLACK || right > around.right + SLACK],
        ['y', style.overflowY, top < around.top - SLACK || bottom > around.bottom + SLACK],
      ] as const;
      if (style.display !== 'inline' && style.display !== 'contents') {
        for (const [side, overflow, isOut] of sides) {
          if (overflow === 'visible') continue;
          const isScroller = overflow === 'auto' || overflow === 'scroll';
          const isMeant = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
          if (isOut && !isScroller && !isMeant) cut(one);
          if (side === 'x') {
            [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
          } else [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
        }
      }
      if (position === 'fixed') break;
      position = style.position === 'static' ? position : style.position;
    }
    return right - left < 1 || bottom - top < 1
      ? null
      : new DOMRect(left, top, right - left, bottom - top);
  }

  // The letters, without the room that a typeface has above and below them.
  function inked({ left, top, width, height }: DOMRect): DOMRect {
    return new DOMRect(left, top + height * 0.22, width, height * 0.56);
  }

  const texts: Drawn[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    const parent = text.parentElement;
    if (
      parent === null ||
      text.data.trim() === '' ||
      parent.closest('svg, script, style, noscript, option')
    ) {
      continue;
    }
    if (!isSeen(parent)) continue;
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter(
      ({ width, height }) => width > 0.5 && height > 0.5,
    );
    const words = text.data.trim().replaceAll(/\s+/g, ' ').slice(0, 50);
    const inSight = lines.flatMap((line) => {
      const box = inked(line);
      return shown(parent, box, (by) => found.push(`cut off: “${words}” in ${named(by)}`)) ?? [];
    });
    texts.push({ node: text, words, lines: inSight });
    for (const { left, right } of inSight) {
      if (left < -SLACK || right > innerWidth + SLACK) {
        found.push(`outside: “${words}” of ${named(parent)}`);
      }
    }
    if (lines.length > 1) lookAtWords(text, parent);
  }

  function lookAtWords(text: Text, parent: Element): void {
    if (getComputedStyle(parent).display.startsWith('ruby')) return;
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}\p{N}’'./@]+/gu)) {
      // An address is longer than a phone’s line, and breaks where it must.
      if (word.length > LONGEST || /\p{L}[./@]\p{L}/u.test(word)) continue;
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const rows = new Set(
        [...range.getClientRects()]
          .filter(({ width }) => width > 0.5)
          .map(({ top }) => Math.round(top)),
      );
      if (rows.size > 1) found.push(`broken word: “${word}” of ${named(parent)}`);
    }
  }

  if (document.documentElement.scrollWidth > innerWidth) {
    found.push(`sideways: ${document.documentElement.scrollWidth} of ${innerWidth} px`);
  }

  // Whatever stays while the page is scrolled lies on other text, and is meant to.
  const stays = (element: Element): boolean => {
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(one).position)) return true;
    }
    return false;
  };
  const rows = texts
    .filter(({ node }) => node.parentElement !== null && !stays(node.parentElement))
    .flatMap(({ node, words, lines }) => lines.map((line) => ({ node, words, line })))
    .toSorted((a, b) => a.line.top - b.line.top);
  rows.forEach((one, place) => {
    for (const other of rows.slice(place + 1)) {
      if (other.line.top >= one.line.bottom - SLACK) break;
      const across =
        Math.min(one.line.right, other.line.right) - Math.max(one.line.left, other.line.left);
      const down = Math.min(one.line.bottom, other.line.bottom) - other.line.top;
      if (other.node !== one.node && across > 2 && down > SLACK) {
        found.push(`over text: “${one.words}” and “${other.words}”`);
      }
    }
  });

  const PRESSED =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=switch], [role=menuitem], [role=option], [contenteditable=true]';
  for (const control of document.body.querySelectorAll<HTMLElement>(PRESSED)) {
    // Areas of a text that is written in, and what is drawn as a picture, have rules of their own.
    if (control.closest('svg') !== null) continue;
    const box = pressed(control);
    if (box === null) continue;
    if (box.width < 23.5 || box.height < 23.5) {
      found.push(
        `small: ${Math.round(box.width)} × ${Math.round(box.height)} px, ${named(control)}`,
      );
    }
    const inSight = shown(control.parentElement ?? control, box, (by) =>
      found.push(`cut off: ${named(control)} in ${named(by)}`),
    );
    if (inSight !== null && (inSight.left < -SLACK || inSight.right > innerWidth + SLACK)) {
      found.push(`outside: ${named(control)}`);
    }
    if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement
    ) {
      continue;
    }
    const words = texts.filter(({ node }) => control.contains(node));
    for (const { node } of words) {
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        if (getComputedStyle(control).display === 'inline') continue;
        if (line.left < box.left - SLACK || line.right > box.right + SLACK) {
          found.push(`narrower than its words: ${named(control)}`);
        }
      }
    }
  }

  /** Where a control is pressed: in its own box, and in that of its label; null for a link in running text (WCAG 2.5.8) and for what is not seen. */
  function pressed(control: HTMLElement): DOMRect | null {
    const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
    const boxes = [control, ...labels].filter(isSeen).map((one) => one.getBoundingClientRect());
    if (boxes.length === 0 || (control.matches(':disabled') && labels.length > 0)) return null;
    if (control.localName === 'a' && isInText(control)) return null;
    const parts = boxes.filter(({ width, height }) => width > 0 && height > 0);
    if (parts.length === 0) return null;
    // A link that makes a whole card one place to press.
    const after = getComputedStyle(control, '::after');
    const around = control.offsetParent;
    if (after.content !== 'none' && after.position === 'absolute' && around !== null) {
      const cover = [after.top, after.right, after.bottom, after.left];
      if (
        cover.every((side) => side === '0px') &&
        getComputedStyle(control).position === 'static'
      ) {
        return around.getBoundingClientRect();
      }
    }
    const [left, top] = [
      Math.min(...parts.map((one) => one.left)),
      Math.min(...parts.map((one) => one.top)),
    ];
    return new DOMRect(
      left,
      top,
      Math.max(...parts.map(({ right }) => right)) - left,
      Math.max(...parts.map(({ bottom }) => bottom)) - top,
    );
  }

  function isInText(link: HTMLElement): boolean {
    if (!getComputedStyle(link).display.startsWith('inline')) return false;
    let block: Element | null = link.parentElement;
    while (block !== null && getComputedStyle(block).display === 'inline') {
      block = block.parentElement;
    }
    const around = block?.cloneNode(true) as Element | undefined;
    around?.querySelectorAll('a[href]').forEach((one) => one.remove());
    return /\p{L}/u.test(around?.textContent ?? '');
  }

  return found;
}
