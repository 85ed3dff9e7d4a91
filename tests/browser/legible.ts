import type { Page } from '@playwright/test';

/** Text that is too small or too faint for the back row, or runs out of its slide: empty where all is well. */
export function illegibleText(board: Page): Promise<string[]> {
  return board.evaluate(() => {
    type Colour = readonly [number, number, number, number];
    const slide = document.querySelector('section.present .slide');
    if (!slide) return ['no slide is shown'];
    const frame = slide.getBoundingClientRect();
    const scale = frame.height / 720;

    function colourOf(text: string): Colour {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    }
    function light([...colour]: Colour): number {
      const [red = 0, green = 0, blue = 0] = colour.map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    }
    function groundOf(element: Element | null): Colour {
      if (!element) return [255, 255, 255, 1];
      const ground = colourOf(getComputedStyle(element).backgroundColor);
      return ground[3] === 0 ? groundOf(element.parentElement) : ground;
    }
    function troubles(element: Element): string[] {
      const style = getComputedStyle(element);
      const [ink, ground] = [light(colourOf(style.color)), light(groundOf(element))];
      const contrast = Math.max(ink, ground) / Math.min(ink, ground);
      const words = element.textContent.trim().slice(0, 40);
      const { right, bottom } = element.getBoundingClientRect();
      return [
        ...(parseFloat(style.fontSize) < 35.9 ? [`“${words}” is ${style.fontSize} high`] : []),
        ...(contrast < 10 ? [`“${words}” has a contrast of ${contrast.toFixed(1)}`] : []),
        ...(bottom > frame.bottom - 12 * scale || right > frame.right ? [`“${words}” runs out of the slide`] : []),
      ];
    }

    const holdsText = (element: Element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    return [...slide.querySelectorAll('*')].filter((element) => holdsText(element) && element.getClientRects().length > 0).flatMap(troubles);
  });
}
