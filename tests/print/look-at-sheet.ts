/** What a sheet has to keep to on paper, in points: the least size of letters on what is cut out or taken along as a card. */
export type SheetLimits = { readonly card: number };

/** What is wrong with a sheet as it is laid out for paper: words too pale once all is grey, cards written too small or too full for their place. Runs in the page. */
export function lookAtSheet({ card }: SheetLimits): readonly string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const found: string[] = [];
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colours = new Map<string, Colour>();
  const colourOf = (css: string): Colour => {
    const known = colours.get(css);
    if (known !== undefined || paint === null) return known ?? [0, 0, 0, 1];
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = css;
    paint.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [red, green, blue, alpha / 255];
    colours.set(css, colour);
    return colour;
  };
  const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
    r * a + x * (1 - a),
    g * a + y * (1 - a),
    b * a + z * (1 - a),
    1,
  ];
  // What a printer without colours makes of it (Rec. 709), and how light that is (WCAG 2.2).
  const light = ([r, g, b]: Colour): number => {
    const grey = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
    return grey <= 0.04045 ? grey / 12.92 : ((grey + 0.055) / 1.055) ** 2.4;
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [dark = 0, bright = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  // What lies under words, and how solid they are: asked once of each element, for all that stands in it.
  const grounds = new Map<Element, { readonly ground: Colour; readonly opacity: number }>();
  const under = (part: Element): { readonly ground: Colour; readonly opacity: number } => {
    const known = grounds.get(part);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(part);
    if (backgroundImage !== 'none') found.push(`a picture lies behind words: ${part.className}`);
    const below =
      part.parentElement === null
        ? { ground: [255, 255, 255, 1] as const, opacity: 1 }
        : under(part.parentElement);
    const own = {
      ground: over(colourOf(backgroundColor), below.ground),
      opacity: Number(opacity) * below.opacity,
    };
    grounds.set(part, own);
    return own;
  };

  const brokenIn = (place: Element): readonly string[] => {
    const broken: string[] = [];
    for (const node of place.matches('td, th') ? place.childNodes : []) {
      for (const { 0: word, index } of (node instanceof Text ? node.data : '').matchAll(
        /[\p{L}\p{N}]+/gu,
      )) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (range.getClientRects().length > 1) broken.push(word);
      }
    }
    return broken;
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const part = texts.currentNode.parentElement;
    const words = (texts.currentNode.textContent ?? '').trim();
    // A draft’s mark across the page is to be seen, and not in the way of what it lies behind; the words of lines to write on are not to be seen.
    if (
      part === null ||
      words === '' ||
      !part.checkVisibility() ||
      part.closest('.draft, .write-words, svg, script, style')
    ) {
      continue;
    }
    const { color, fontSize } = getComputedStyle(part);
    const [red, green, blue, alpha] = colourOf(color);
    const { ground, opacity } = under(part);
    const ratio = contrast(over([red, green, blue, alpha * opacity], ground), ground);
    if (ratio < 7) found.push(`“${words.slice(0, 30)}” is pale: ${ratio.toFixed(1)} to 1`);
    const size = parseFloat(fontSize) * 0.75;
    if (part.closest('.help-card, .cut__card, .cards__list') && size < card - 0.05) {
      found.push(`“${words.slice(0, 30)}” is on a card in ${size} pt`);
    }
  }
  for (const place of document.querySelectorAll<HTMLElement>(
    '.help-card, .cut__card, .sheet td, .sheet th',
  )) {
    const isFull =
      place.scrollHeight > place.clientHeight + 1 || place.scrollWidth > place.clientWidth + 1;
    for (const word of brokenIn(place)) found.push(`the word “${word}” is broken in its column`);
    if (place.checkVisibility() && isFull) {
      found.push(`a place is too small for “${place.textContent.trim().slice(0, 30)}”`);
    }
  }
  // A browser makes all letters smaller until what is too wide fits.
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 1) found.push(`the sheet is ${wide} px wider than its page`);
  return [...new Set(found)];
}
