type ToMeasure = {
  readonly pages: readonly string[];
  readonly styles: readonly string[];
  readonly fonts: readonly string[];
};

/** Runs in the page: what is too small, or runs out of its place, by the sheet’s name, style and typeface. */
export function measureAll({ pages, styles, fonts }: ToMeasure): readonly string[] {
  const main = document.querySelector('main');
  const root = document.documentElement;
  const found: string[] = [];
  for (const made of pages) {
    if (main) main.innerHTML = made;
    const name = main?.querySelector<HTMLElement>('[data-foot]')?.dataset['foot'];
    for (const style of styles) {
      for (const font of fonts) {
        Object.assign(root.dataset, { style, font });
        const min = (style === 'large' ? 18 : main?.querySelector('.sheet--cut') ? 14 : 12) - 0.01;
        // A box to tick stands on the middle of its first line.
        for (const box of main?.querySelectorAll<HTMLElement>(
          '.tick > .sheet__box, .sheet__options > li > .sheet__box',
        ) ?? []) {
          if (!box.checkVisibility()) continue;
          const words = document.createRange();
          words.selectNodeContents(box.parentElement ?? box);
          words.setStartAfter(box);
          const line = [...words.getClientRects()].find(
            ({ width, height }) => width > 1 && height > 4,
          );
          const { top, height } = box.getBoundingClientRect();
          const off =
            line === undefined ? 0 : Math.abs(top + height / 2 - (line.top + line.height / 2));
          if (off > 3) {
            found.push(
              [
                name,
                style,
                font,
                'box to tick',
                box.parentElement?.textContent.slice(0, 30),
                off,
              ].join(' | '),
            );
          }
        }
        // The words of lines to write on are for a screen reader.
        for (const part of main?.querySelectorAll<HTMLElement>('.sheet *:not(.write-words)') ??
          []) {
          if (!part.checkVisibility()) continue;
          const hasWords = [...part.childNodes].some(
            (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
          );
          const size = parseFloat(getComputedStyle(part).fontSize) * 0.75;
          const runsOut =
            part.matches('.cut__card, td, th') &&
            (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1);
          if ((!hasWords || size >= min) && !runsOut) continue;
          found.push(
            [
              name,
              style,
              font,
              part.className || part.tagName,
              part.textContent.slice(0, 30),
              size,
            ].join(' | '),
          );
        }
      }
    }
  }
  return found;
}
