import {
  boldRun,
  plainRun,
  runWords,
  type OfficeBlock,
  type OfficeCell,
  type Run,
} from '../office-blocks.ts';
import type { OfficePicture } from '../office-pictures.ts';
import type { PageLayout, SlidePage } from './slide-pages.ts';

/** A place on a slide, in parts of 1280 by 720, as the board counts. */
export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What is drawn on a slide, in the order in which it is read. `size` is that of body text. */
export type PageBox = { readonly at: Rect } & (
  | { readonly kind: 'chip'; readonly words: string }
  | { readonly kind: 'title'; readonly words: readonly Run[]; readonly size: number }
  | {
      readonly kind: 'text';
      readonly blocks: readonly OfficeBlock[];
      readonly size: number;
      /** True for the slide's own text, which its outline shows. */
      readonly isMain: boolean;
      readonly ground: 'none' | 'card' | 'tint' | 'quote';
      readonly isMiddle: boolean;
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly OfficeCell[])[];
      readonly columns: readonly number[];
      readonly rowHeights: readonly number[];
      readonly size: number;
    }
  | {
      readonly kind: 'code';
      readonly lines: readonly string[];
      readonly marked: readonly number[];
      readonly size: number;
    }
  | { readonly kind: 'picture'; readonly picture: OfficePicture; readonly alt: string }
  | { readonly kind: 'film' }
);

/** A slide with everything on it in its place; `isTight` where its text is smaller than a class reads from its last row. */
export type LaidOut = { readonly boxes: readonly PageBox[]; readonly isTight: boolean };

/** The board's sizes, of 720. */
const BODY = 44;
const HEADING = 54;
const SMALL = 36;
/** How wide a letter is on average, in parts of its size: a little more than in our own faces, since a school's computers may have others. */
const LETTER = { heading: 0.58, text: 0.5, code: 0.6 } as const;
const LINE = 1.22;
const GAP = 20;
const COLUMN_GAP = 56;
/** The smallest that is tried; below `READABLE` the report says so. */
const SCALES = [1, 0.92, 0.84, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34, 0.28];
const READABLE = 0.58;
/** How high a picture is that says nothing of it. */
const PICTURE_HEIGHTS = { small: 180, medium: 290, large: 400, full: 520 } as const;

/** Where a slide's parts stand by its layout: the margins, and the sizes of its heading. */
const FRAMES: Readonly<
  Record<PageLayout, { readonly top: number; readonly sizes: readonly [number, number] }>
> = {
  title: { top: 72, sizes: [92, 72] },
  text: { top: 64, sizes: [HEADING, 44] },
  question: { top: 56, sizes: [HEADING, 44] },
  stop: { top: 64, sizes: [76, HEADING] },
  film: { top: 64, sizes: [76, HEADING] },
  help: { top: 64, sizes: [HEADING, 44] },
};

/** What a slide's picture is by its path; null for one that is not there. */
export type Pictures = (path: string) => OfficePicture | null;

/** Puts a slide's parts in their places, as large as there is room: a slide with much on it has less space around it, as on the board. */
export function layOut(page: SlidePage, pictures: Pictures): LaidOut {
  const wide = layOutIn(page, pictures, false);
  const { boxes, scale } = wide.scale === 1 ? wide : layOutIn(page, pictures, true);
  return { boxes, isTight: scale < READABLE };
}

type Scaled = { readonly boxes: readonly PageBox[]; readonly scale: number };

function layOutIn(page: SlidePage, pictures: Pictures, isFull: boolean): Scaled {
  const { top: usual, sizes } = FRAMES[page.layout];
  const isTitle = page.layout === 'title';
  const top = isFull ? Math.min(usual, 44) : usual;
  const floor = isFull ? 680 : 664;
  const side = isFull ? 72 : 88;
  const width = isTitle ? 960 : 1280 - 2 * side;
  const boxes: PageBox[] = [];
  let y = top;
  if (page.chip !== '') {
    const wide = Math.min(width, 60 + page.chip.length * SMALL * LETTER.heading);
    boxes.push({ kind: 'chip', words: page.chip, at: { x: side, y, width: wide, height: 62 } });
    y += 62 + (isTitle ? 40 : 26);
  } else if (isTitle) y += 60;
  const words = runWords(page.title);
  if (words !== '') {
    const [large, small] = sizes;
    const isLong = linesIn(words, { size: large, width, letter: LETTER.heading }) > 2;
    const size = isLong ? small : large;
    const lines = linesIn(words, { size, width, letter: LETTER.heading });
    const height = lines * size * 1.17 + 6;
    boxes.push({ kind: 'title', words: page.title, size, at: { x: side, y, width, height } });
    y += height + (isTitle ? 28 : isFull ? 14 : 24);
  }
  const foot = footOf(page, { side, width, floor });
  const film = filmOf(page, { side, y: foot?.at.y ?? floor });
  const bottom = film?.at.y ?? foot?.at.y ?? floor;
  const body = fit(page, { x: side, y, width, height: Math.max(120, bottom - y - 12) }, pictures);
  return {
    boxes: [
      ...boxes,
      ...body.boxes,
      ...(film === null ? [] : [film]),
      ...(foot === null ? [] : [foot]),
    ],
    scale: body.scale,
  };
}

type Side = { readonly side: number; readonly width: number; readonly floor: number };

function footOf({ foot, layout }: SlidePage, { side, width, floor }: Side): PageBox | null {
  if (foot.length === 0) return null;
  const size = layout === 'stop' ? BODY : SMALL;
  const height = Math.min(200, heightOf(foot, { size, width }) + 8);
  return {
    kind: 'text',
    blocks: foot,
    size,
    isMain: false,
    ground: 'none',
    isMiddle: false,
    at: { x: side, y: floor - 8 - height, width, height },
  };
}

function filmOf(
  { film }: SlidePage,
  { side, y }: { readonly side: number; readonly y: number },
): PageBox | null {
  // Without an address there is nothing to press.
  if (film === null || film.address === null) return null;
  return { kind: 'film', at: { x: side, y: y - 112, width: 620, height: 92 } };
}

function fit(page: SlidePage, at: Rect, pictures: Pictures): Scaled {
  const isCard = page.layout === 'question' || page.layout === 'help';
  for (const scale of SCALES) {
    const flow = placeAll(page.body, at, { scale, pictures, isCard });
    const isLast = scale === SCALES.at(-1);
    if (flow.height <= at.height || isLast) {
      return { boxes: withMain(flow.boxes), scale };
    }
  }
  return { boxes: [], scale: 1 };
}

// The first text of a slide is its own, which the outline shows.
function withMain(boxes: readonly PageBox[]): readonly PageBox[] {
  const first = boxes.findIndex((box) => box.kind === 'text' && box.ground !== 'tint');
  return boxes.map((box, at) =>
    at === first && box.kind === 'text' ? { ...box, isMain: true } : box,
  );
}

type Placing = {
  readonly scale: number;
  readonly pictures: Pictures;
  readonly isCard: boolean;
};

type Flow = { readonly boxes: readonly PageBox[]; readonly height: number };

/** What stands together in one box: text, or one part of another kind. */
type Group =
  | { readonly kind: 'text'; readonly blocks: readonly OfficeBlock[] }
  | { readonly kind: 'other'; readonly block: Other };
type Other = Exclude<OfficeBlock, { readonly kind: 'paragraph' | 'item' | 'option' }>;

function groupsOf(blocks: readonly OfficeBlock[]): readonly Group[] {
  const groups: Group[] = [];
  let text: OfficeBlock[] | null = null;
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'option') {
      groups.push({ kind: 'other', block });
      text = null;
    } else if (text === null) {
      text = [block];
      groups.push({ kind: 'text', blocks: text });
    } else text.push(block);
  }
  return groups;
}

function placeAll(blocks: readonly OfficeBlock[], at: Rect, placing: Placing): Flow {
  const groups = groupsOf(blocks);
  const beside = besideOf(groups, at, placing);
  return beside ?? below(groups, at, placing);
}

// One picture and words that have no room above each other stand side by side.
function besideOf(groups: readonly Group[], at: Rect, placing: Placing): Flow | null {
  const pictures = groups.filter(({ kind }) => kind === 'other');
  const [only] = pictures;
  if (groups.length !== 2 || pictures.length !== 1 || only?.kind !== 'other') return null;
  if (only.block.kind !== 'picture' || only.block.size === 'full') return null;
  if (placing.pictures(only.block.path) === null) return null;
  if (below(groups, at, placing).height <= at.height) return null;
  const gap = 40;
  const wide = Math.round((at.width - gap) * 0.56);
  const isFirst = groups[0] === only;
  const text: Rect = {
    ...at,
    x: isFirst ? at.x + at.width - wide : at.x,
    width: wide,
  };
  const picture: Rect = {
    ...at,
    x: isFirst ? at.x : at.x + wide + gap,
    width: at.width - wide - gap,
  };
  const flows = groups.map((group) =>
    group.kind === 'text' ? below([group], text, placing) : below([group], picture, placing),
  );
  return {
    boxes: flows.flatMap((flow) => flow.boxes),
    height: Math.max(...flows.map(({ height }) => height)),
  };
}

function below(groups: readonly Group[], at: Rect, placing: Placing): Flow {
  const { scale } = placing;
  const gap = GAP * Math.max(0.6, scale);
  // Pictures take what the words leave them.
  const fixed = groups.reduce((sum, group) => {
    if (group.kind === 'other' && group.block.kind === 'picture') return sum;
    return sum + placeGroup(group, { ...at, y: 0 }, placing).height + gap;
  }, 0);
  const count = groups.filter(({ kind, ...one }) => isPicture({ kind, ...one })).length;
  const share = count === 0 ? 0 : (at.height - fixed - count * gap + gap) / count;
  const boxes: PageBox[] = [];
  let y = at.y;
  for (const group of groups) {
    const room: Rect = {
      ...at,
      y,
      height: group.kind === 'other' && group.block.kind === 'picture' ? share : at.height,
    };
    const flow = placeGroup(group, room, placing);
    boxes.push(...flow.boxes);
    y += flow.height + gap;
  }
  return { boxes, height: Math.max(0, y - at.y - gap) };
}

function isPicture(group: Pick<Group, 'kind'> & Partial<{ readonly block: Other }>): boolean {
  return group.block?.kind === 'picture';
}

function placeGroup(group: Group, at: Rect, placing: Placing): Flow {
  if (group.kind === 'text') return textFlow(group.blocks, at, placing);
  const { block } = group;
  const size = BODY * placing.scale;
  switch (block.kind) {
    case 'quote': {
      const inner: Rect = { ...at, x: at.x + 32, width: at.width - 32 };
      const height = heightOf(block.blocks, { size, width: inner.width });
      return one({ ...textBox(block.blocks, size), ground: 'quote' }, { ...inner, height });
    }
    case 'table':
      // The words below both ends of a scale have a fifth of the slide each.
      return placing.isCard
        ? tableFlow(block.rows, at, { size: size * 0.72, isEven: true })
        : tableFlow(block.rows, at, { size, isEven: false });
    case 'code':
      return codeFlow(block, at, placing.scale);
    case 'picture':
      return pictureFlow(block, at, placing);
    case 'columns':
      return columnsFlow(block.columns, at, placing);
    case 'thread':
      return threadFlow(block, at, size);
    case 'cards':
      return cardsFlow(block, at, size);
  }
}

function one(box: BoxWithoutPlace, at: Rect): Flow {
  return { boxes: [{ ...box, at }], height: at.height };
}

type BoxWithoutPlace = PageBox extends infer Box
  ? Box extends PageBox
    ? Omit<Box, 'at'>
    : never
  : never;

function textBox(blocks: readonly OfficeBlock[], size: number) {
  return {
    kind: 'text',
    blocks,
    size,
    isMain: false,
    ground: 'none',
    isMiddle: false,
  } as const;
}

function textFlow(blocks: readonly OfficeBlock[], at: Rect, { scale, isCard }: Placing): Flow {
  const size = BODY * scale;
  if (!isCard) {
    return one(textBox(blocks, size), {
      ...at,
      height: heightOf(blocks, { size, width: at.width }),
    });
  }
  const pad = 28;
  const height = heightOf(blocks, { size, width: at.width - 2 * pad }) + 2 * pad;
  return one({ ...textBox(blocks, size), ground: 'card' }, { ...at, height });
}

function tableFlow(
  rows: readonly (readonly OfficeCell[])[],
  at: Rect,
  { size, isEven }: { readonly size: number; readonly isEven: boolean },
): Flow {
  const count = rows.reduce((max, row) => Math.max(max, row.length), 1);
  const weights = Array.from({ length: count }, (_, nth) =>
    isEven
      ? 1
      : rows.reduce((max, row) => Math.max(max, Math.sqrt(cellWords(row[nth]).length + 3)), 2),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const columns = weights.map((weight) => (at.width * weight) / whole);
  const pad = 10 * Math.min(1, size / BODY);
  const rowHeights = rows.map(
    (row) =>
      columns.reduce((max, width, nth) => {
        const blocks = row[nth]?.blocks ?? [];
        return Math.max(max, heightOf(blocks, { size, width: Math.max(40, width - 24) }));
      }, size * LINE) +
      2 * pad,
  );
  const height = rowHeights.reduce((sum, one_) => sum + one_, 0);
  return one({ kind: 'table', rows, columns, rowHeights, size }, { ...at, height });
}

function cellWords(cell: OfficeCell | undefined): string {
  return (cell?.blocks ?? [])
    .map((block) => ('words' in block ? runWords(block.words) : ''))
    .join(' ');
}

function codeFlow(
  { lines, marked }: Extract<Other, { readonly kind: 'code' }>,
  at: Rect,
  scale: number,
): Flow {
  const longest = lines.reduce((max, line) => Math.max(max, line.length), 1);
  const widest = (at.width - 48) / (longest * LETTER.code);
  const size = Math.max(14, Math.min(SMALL * scale, widest));
  const height = lines.length * size * LINE + 40;
  return one({ kind: 'code', lines, marked, size }, { ...at, height });
}

function pictureFlow(
  { path, alt, size }: Extract<Other, { readonly kind: 'picture' }>,
  at: Rect,
  { pictures, scale }: Placing,
): Flow {
  const picture = pictures(path);
  if (picture === null) {
    const words = alt === '' ? 'Picture' : `Picture: ${alt}`;
    const blocks: readonly OfficeBlock[] = [
      { kind: 'paragraph', look: 'small', words: [plainRun(words)], inset: 0 },
    ];
    const own = BODY * scale;
    return one(textBox(blocks, own), {
      ...at,
      height: heightOf(blocks, { size: own, width: at.width }),
    });
  }
  const wanted = Math.max(MIN_PICTURE, Math.min(PICTURE_HEIGHTS[size ?? 'large'], at.height));
  const ratio = picture.width / picture.height;
  const height = Math.min(wanted, at.width / ratio);
  return one({ kind: 'picture', picture, alt }, { ...at, width: height * ratio, height });
}

/** A picture that is lower than this shows nothing to the last row. */
const MIN_PICTURE = 150;

function columnsFlow(
  columns: readonly (readonly OfficeBlock[])[],
  at: Rect,
  placing: Placing,
): Flow {
  const count = Math.max(1, columns.length);
  const width = (at.width - (count - 1) * COLUMN_GAP) / count;
  const flows = columns.map((blocks, nth) =>
    placeAll(blocks, { ...at, x: at.x + nth * (width + COLUMN_GAP), width }, placing),
  );
  return {
    boxes: flows.flatMap(({ boxes }) => boxes),
    height: flows.reduce((max, { height }) => Math.max(max, height), 0),
  };
}

function threadFlow(
  { messages }: Extract<Other, { readonly kind: 'thread' }>,
  at: Rect,
  size: number,
): Flow {
  const boxes: PageBox[] = [];
  let y = at.y;
  const gap = 10;
  for (const { who, isRight, words } of messages) {
    const isBetween = who === null;
    const all: readonly Run[] = isBetween ? words : [...who.map(bold), boldRun(': '), ...words];
    const own = isBetween ? Math.min(size, SMALL) : size;
    const widest = at.width * 0.8;
    const needed = runWords(all).length * own * LETTER.text + 72;
    const width = isBetween ? at.width : Math.min(widest, needed);
    const lines = linesIn(runWords(all), { size: own, width: width - 56, letter: LETTER.text });
    const height = lines * own * LINE + (isBetween ? 2 : 16);
    const blocks: readonly OfficeBlock[] = [
      { kind: 'paragraph', look: isBetween ? 'middle' : 'plain', words: all, inset: 0 },
    ];
    boxes.push({
      ...textBox(blocks, own),
      ground: isBetween ? 'none' : isRight ? 'tint' : 'card',
      isMiddle: true,
      at: { x: isRight ? at.x + at.width - width : at.x, y, width, height },
    });
    y += height + gap;
  }
  return { boxes, height: Math.max(0, y - at.y - gap) };
}

function bold(run: Run): Run {
  return run.kind === 'words' ? { ...run, bold: true } : run;
}

function cardsFlow(
  { groups, mixed }: Extract<Other, { readonly kind: 'cards' }>,
  at: Rect,
  size: number,
): Flow {
  const boxes: PageBox[] = [];
  const names: readonly Run[] = [
    plainRun('Sort into: '),
    ...groups.flatMap((name, nth) => [...(nth === 0 ? [] : [plainRun(', ')]), ...name.map(bold)]),
  ];
  let y = at.y;
  // An unfinished list of cards has no names to sort them by.
  if (groups.length > 0) {
    const heading: readonly OfficeBlock[] = [
      { kind: 'paragraph', look: 'plain', words: names, inset: 0 },
    ];
    const above = heightOf(heading, { size, width: at.width });
    boxes.push({ ...textBox(heading, size), at: { ...at, height: above } });
    y += above + 16;
  }
  const gap = 20;
  const width = (at.width - gap) / 2;
  for (let nth = 0; nth < mixed.length; nth += 2) {
    const row = mixed.slice(nth, nth + 2).map(({ number, words }) => {
      const all = [boldRun(`${number}  `), ...words];
      const lines = linesIn(runWords(all), { size, width: width - 56, letter: LETTER.text });
      return { all, height: lines * size * LINE + 26 };
    });
    const height = Math.max(...row.map((card) => card.height));
    for (const [at_, { all }] of row.entries()) {
      boxes.push({
        ...textBox([{ kind: 'paragraph', look: 'plain', words: all, inset: 0 }], size),
        ground: 'card',
        isMiddle: true,
        at: { x: at.x + at_ * (width + gap), y, width, height },
      });
    }
    y += height + 12;
  }
  return { boxes, height: Math.max(0, y - at.y - 12) };
}

type Measure = { readonly size: number; readonly width: number };

/** How high parts of a text are, one below the other. */
function heightOf(blocks: readonly OfficeBlock[], { size, width }: Measure): number {
  return blocks.reduce((sum, block, at) => {
    const own = heightOfBlock(block, { size, width });
    return sum + own + (at === 0 ? 0 : GAP * (size / BODY));
  }, 4);
}

function heightOfBlock(block: OfficeBlock, { size, width }: Measure): number {
  switch (block.kind) {
    case 'paragraph': {
      const own = sizeOf(block.look, size);
      const letter = block.look === 'heading' ? LETTER.heading : LETTER.text;
      const room = width - block.inset * INSET;
      return heightOfRuns(block.words, { size: own, width: room }, letter);
    }
    case 'item': {
      const own = block.isSmall ? sizeOf('small', size) : size;
      const room = width - itemInset(block);
      return heightOfRuns(block.words, { size: own, width: room }, LETTER.text);
    }
    case 'option':
      return heightOfRuns(block.words, { size, width: width - INSET * 1.4 }, LETTER.text);
    case 'quote':
      return heightOf(block.blocks, { size, width: width - 32 });
    case 'code':
      return block.lines.length * size * LINE;
    case 'table':
    case 'picture':
    case 'columns':
    case 'thread':
    case 'cards':
      return size * LINE;
  }
}

/** How far an item stands in from the one it belongs to. */
export const INSET = 48;

/** How far the words of an item stand in: a number and its point need more room than a bullet. */
export function itemInset({
  level,
  number,
}: Pick<Extract<OfficeBlock, { readonly kind: 'item' }>, 'level' | 'number'>): number {
  return level * INSET + (number === null ? INSET : NUMBER_INSET);
}

const NUMBER_INSET = 66;

/** The size of a paragraph's letters, where body text has `size`. */
export function sizeOf(
  look: Extract<OfficeBlock, { readonly kind: 'paragraph' }>['look'],
  size: number,
): number {
  switch (look) {
    case 'plain':
    case 'heading':
      return size;
    case 'small':
    case 'middle':
      return (size * SMALL) / BODY;
    case 'clock':
      return size * 2;
  }
}

function heightOfRuns(words: readonly Run[], { size, width }: Measure, letter: number): number {
  const isHigh = words.some((run) => run.kind === 'formula' && /[/√∑∫]|frac/.test(run.words));
  const lines = splitAtBreaks(words).reduce(
    (sum, line) => sum + linesIn(line, { size, width, letter }),
    0,
  );
  return lines * size * LINE + (isHigh ? size * 0.8 : 0);
}

function splitAtBreaks(words: readonly Run[]): readonly string[] {
  const lines = [''];
  for (const run of words) {
    if (run.kind === 'break') lines.push('');
    else lines[lines.length - 1] = `${lines.at(-1) ?? ''}${runWords([run])}`;
  }
  return lines;
}

function linesIn(
  words: string,
  { size, width, letter }: Measure & { readonly letter: number },
): number {
  return Math.max(1, Math.ceil((words.length * size * letter) / Math.max(size, width)));
}
