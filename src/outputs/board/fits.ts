import { contrastOf, lightOf, type Rgb } from '../../ui/contrast.ts';
import type { Box, Ground, Ink, Measured, MeasuredText } from './measured.ts';

/** Something on a slide that the back row cannot read: `finding` says what was measured. */
export type Misfit = {
  readonly code: 'board-overflow' | 'board-small-text' | 'board-contrast' | 'board-lines';
  readonly words: string;
  readonly finding: string;
};

/** Heights in parts of the slide's (4/6/8 rule and TU Delft), contrast as a projector in a lit room needs it, lines as a class can take in. */
const FLOORS = { body: 0.06, any: 0.05, contrast: 10, lines: 10 } as const;

/** What may be as small as 5%: the words that label and surround those of the slide. */
export const SMALL =
  '.slide__chip, .slide__foot:not(.slide__foot--talk), .disc, .join, .result__words, .result__head, .result__mark, .chat__who, .chat__between, .slide__body > .voices > li > strong, .slide__cast, .cards__names, .cards__group > h3, .sources, sup, sub';

/** How near to its edge a slide's text may come, of 720: a projector may cut that much. */
const MARGIN = 12;
/** What rounding may cost, of 720. */
const SLACK = 1;
const slide: Box = { left: 0, top: 0, right: 1280, bottom: 720 };
const inner: Box = { left: MARGIN, top: MARGIN, right: 1280 - MARGIN, bottom: 720 - MARGIN };

/** What does not fit on a slide as it was measured; a text's ground is known where a picture of the slide was taken. */
export function judgeSlide(
  { texts, boxes }: Measured,
  grounds: readonly (Ground | null)[] = [],
): readonly Misfit[] {
  const pictures = boxes.filter(({ isPicture }) => isPicture);
  const found = texts.flatMap((text, at) => [
    ...runsOut(text),
    ...runsInto(text, [
      ...texts.slice(0, at).map(({ words, lines }) => ({ words, lines })),
      ...pictures.map(({ words, box }) => ({ words, lines: [box] })),
    ]),
    ...tooSmall(text),
  ]);
  const spilt = boxes.flatMap(({ words, isPicture, box }) => {
    const by = past(box, slide);
    return by === ''
      ? []
      : [
          misfit(
            'board-overflow',
            words,
            `${isPicture ? 'the picture' : 'the box'} “${short(words)}” runs out ${by}`,
          ),
        ];
  });
  // Where things lie on one another, what is beneath a text is not its ground.
  const isOrderly = ![...found, ...spilt].some(({ code }) => code === 'board-overflow');
  const faint = isOrderly ? texts.flatMap((text, at) => tooFaint(text, grounds[at])) : [];
  return [...found, ...spilt, ...faint, ...tooMany(texts)];
}

/**
 * The misfits of words that a slide has no room for at all; `words` are those that have to be
 * there.
 */
export function leftOut({ texts }: Measured, words: string): readonly Misfit[] {
  const plain = words.replaceAll(/\s+/g, ' ').trim();
  if (texts.some((text) => text.words.includes(plain))) return [];
  return [
    misfit('board-overflow', words, `“${short(plain)}” is left out, for there is no room for it`),
  ];
}

function runsOut({ words, lines, within }: MeasuredText): readonly Misfit[] {
  const name = `“${short(words)}”`;
  const out = lines.map((line) => past(line, inner)).find(Boolean);
  if (out !== undefined) return [misfit('board-overflow', words, `${name} runs out ${out}`)];
  for (const { box, cuts } of within) {
    const by = lines.map((line) => past(line, box)).find(Boolean);
    if (by !== undefined) {
      return [
        misfit(
          'board-overflow',
          words,
          cuts ? `${name} is cut off ${by}` : `${name} runs out of its box ${by}`,
        ),
      ];
    }
    // Inside a box that can be seen, what is around that box does not matter.
    if (!cuts) return [];
  }
  return [];
}

function runsInto(
  { words, lines }: MeasuredText,
  others: readonly Pick<MeasuredText, 'words' | 'lines'>[],
): readonly Misfit[] {
  const other = others.find((one) => one.lines.some((a) => lines.some((b) => overlap(a, b))));
  return other === undefined
    ? []
    : [misfit('board-overflow', words, `“${short(words)}” runs into “${short(other.words)}”`)];
}

function tooSmall({ words, size, isSmall }: MeasuredText): readonly Misfit[] {
  const floor = isSmall ? FLOORS.any : FLOORS.body;
  if (size / 720 >= floor - 0.0005) return [];
  const finding = `“${short(words)}” is ${percent(size / 720)} of the slide’s height, it needs ${percent(floor)} or more`;
  return [misfit('board-small-text', words, finding)];
}

function tooFaint(
  { words, ink }: MeasuredText,
  ground: Ground | null | undefined,
): readonly Misfit[] {
  if (!ground) return [];
  const light = lightOf([ink[0], ink[1], ink[2]]);
  const contrast = Math.min(
    ...[ground.darkest, ground.lightest].map((under) => contrastOf(blend(ink, under), under)),
  );
  const between = lightOf(ground.darkest) < light && light < lightOf(ground.lightest);
  const worst = between ? 1 : contrast;
  if (worst >= FLOORS.contrast - 0.05) return [];
  return [
    misfit(
      'board-contrast',
      words,
      `“${short(words)}” has a contrast of ${worst.toFixed(1)} to 1, it needs ${FLOORS.contrast} to 1 or more`,
    ),
  ];
}

// A thread stands beside its question: what is read again is not added to what is new.
function tooMany(texts: readonly MeasuredText[]): readonly Misfit[] {
  const body = texts.filter(({ isSmall }) => !isSmall);
  const [beside, main] = [true, false].map((side) =>
    linesIn(body.filter(({ isBeside }) => isBeside === side)),
  );
  const all = Math.max(beside ?? 0, main ?? 0);
  return all <= FLOORS.lines
    ? []
    : [misfit('board-lines', '', `it has ${all} lines, it needs ${FLOORS.lines} or fewer`)];
}

function linesIn(body: readonly MeasuredText[]): number {
  const rows = new Map<number, number>();
  let lines = 0;
  for (const text of body) {
    if (text.row === null) lines += linesOf(text);
    else rows.set(text.row, Math.max(rows.get(text.row) ?? 0, linesOf(text)));
  }
  return [...rows.values()].reduce((sum, row) => sum + row, lines);
}

// A line of a text in bold and plain letters is several boxes, one beside the other.
function linesOf({ lines, size }: MeasuredText): number {
  const middles = lines.map(({ top, bottom }) => (top + bottom) / 2).toSorted((a, b) => a - b);
  return middles.filter((middle, at) => at === 0 || middle - (middles[at - 1] ?? 0) > size / 2)
    .length;
}

function past(box: Box, edge: Box): string {
  const below = box.bottom - edge.bottom;
  const beside = Math.max(edge.left - box.left, box.right - edge.right);
  const largest = Math.max(below, beside, edge.top - box.top);
  if (largest <= SLACK) return '';
  const side =
    largest === below ? 'at its foot' : largest === beside ? 'at its side' : 'at its top';
  return `${side}, by ${percent(largest / 720)} of the slide’s height`;
}

function overlap(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 2 && down > 2;
}

function blend([red, green, blue, cover]: Ink, under: Rgb): Rgb {
  const mix = (top: number, ground: number) => top * cover + ground * (1 - cover);
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2])];
}

function misfit(code: Misfit['code'], words: string, finding: string): Misfit {
  return { code, words, finding };
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10}%`;
}

function short(words: string): string {
  return words.length <= 40 ? words : `${words.slice(0, 39).trimEnd()}…`;
}
