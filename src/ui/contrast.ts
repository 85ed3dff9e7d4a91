/** A colour as a screen shows it, each part 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** How far two colours differ, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [dim = 0, bright = 0] = [one, other].map(lightOf).toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** How light a colour is, 0 to 1 (WCAG 2.2, relative luminance). */
export function lightOf([red, green, blue]: Rgb): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colour that a style sheet writes as `#14273a`, or as `#fff` for `#ffffff`. */
export function rgbOf(colour: string): Rgb {
  const digits = sixDigits(colour).slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(digits.slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

/** A colour with all its digits: `#fff` → `#ffffff`. */
function sixDigits(colour: string): string {
  return colour.length === 4 ? colour.replaceAll(/[0-9a-f]/gi, '$&$&') : colour;
}
