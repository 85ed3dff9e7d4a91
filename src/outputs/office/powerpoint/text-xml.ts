import { isRightToLeft } from '../direction.ts';
import { plainRun, runWords, type OfficeBlock, type Run, type WordsRun } from '../office-blocks.ts';
import { formulaXml } from '../formula-xml.ts';
import { element, xmlWords } from '../office-xml.ts';
import { INSET, itemInset, sizeOf } from './page-boxes.ts';

/** The units of Office for one of the board's 720. */
export const UNIT = 9525;

/** How text is written into a part. */
export type TextWay = {
  readonly language: string;
  /** The size of body text, of 720; null where the part's own is meant. */
  readonly size: number | null;
  /** The colour of words, by its name in the theme; null for the part's own. */
  readonly colour?: string;
  /** True where formulas are written as Office has them, false as words. */
  readonly hasFormulas: boolean;
  /** The id by which the part leads to an address. */
  readonly link: (address: string) => string;
};

/** The paragraphs of a text, `a:p`; one without words is there where there are none. */
export function paragraphsXml(blocks: readonly OfficeBlock[], way: TextWay): string {
  const flat = blocks.flatMap(flatBlocks);
  const counts = startsOf(flat);
  const all = flat.map((block, at) => blockXml(block, { way, at, start: counts[at] ?? 1 }));
  return all.length === 0 ? element('a:p') : all.join('');
}

/** One paragraph of these words; `properties` are its own, `a:pPr`. */
export function paragraphXml(
  words: readonly Run[],
  way: TextWay,
  { properties = '', look = {} }: { readonly properties?: string; readonly look?: OwnLook } = {},
): string {
  const runs = words.map((run) => runXml(run, way, look)).join('');
  return element('a:p', {}, properties + runs);
}

/** What all runs of a paragraph have. */
type OwnLook = { readonly bold?: boolean; readonly size?: number; readonly face?: string };

type Flat = Extract<OfficeBlock, { readonly kind: 'paragraph' | 'item' | 'option' }>;

// Where only text can be, other parts are what they say.
function flatBlocks(block: OfficeBlock): readonly Flat[] {
  const paragraph = (words: readonly Run[]): Flat => ({
    kind: 'paragraph',
    look: 'plain',
    words,
    inset: 0,
  });
  switch (block.kind) {
    case 'paragraph':
    case 'item':
    case 'option':
      return [block];
    case 'quote':
      return block.blocks.flatMap(flatBlocks);
    case 'columns':
      return block.columns.flat().flatMap(flatBlocks);
    case 'table':
      return block.rows.map((row) =>
        paragraph(
          row.flatMap(({ blocks }, at) => [
            ...(at === 0 ? [] : [plainRun(' · ')]),
            ...blocks.flatMap(flatBlocks).flatMap(({ words }) => words),
          ]),
        ),
      );
    case 'code':
      return block.lines.map((line) => paragraph([{ ...plainRun(line), isCode: true }]));
    case 'picture':
      return block.alt === '' ? [] : [paragraph([plainRun(`Picture: ${block.alt}`)])];
    case 'thread':
      return block.messages.map(({ who, words }) =>
        paragraph([...(who === null ? [] : [...who, plainRun(': ')]), ...words]),
      );
    case 'cards':
      return block.mixed.map(({ number, words }) => paragraph([plainRun(`${number} `), ...words]));
  }
}

// PowerPoint counts on as long as items follow each other: an item says with which number its run begins.
function startsOf(blocks: readonly Flat[]): readonly number[] {
  const runs: ({ readonly start: number; readonly last: number } | undefined)[] = [];
  return blocks.map((block) => {
    if (block.kind === 'option') return 1;
    if (block.kind === 'paragraph') {
      runs.length = 0;
      return 1;
    }
    runs.splice(block.level + 1);
    const { number, level } = block;
    if (number === null) {
      runs[level] = undefined;
      return 1;
    }
    const run = runs[level];
    const start = run !== undefined && run.last + 1 === number ? run.start : number;
    runs[level] = { start, last: number };
    return start;
  });
}

type Place = { readonly way: TextWay; readonly at: number; readonly start: number };

function blockXml(block: Flat, { way, at, start }: Place): string {
  const size = way.size ?? undefined;
  const gap = at === 0 ? 0 : block.kind === 'item' ? 14 : 18;
  const spaced = spaceXml(way.size === null ? gap : (gap * way.size) / 44);
  const rightToLeft = isRightToLeft(runWords(block.words));
  const side = rightToLeft ? { algn: 'r', rtl: 1 } : {};
  switch (block.kind) {
    case 'paragraph': {
      const middle = block.look === 'middle' ? { algn: 'ctr' } : {};
      const properties = element(
        'a:pPr',
        { marL: Math.round(block.inset * INSET * UNIT), indent: 0, ...side, ...middle },
        `${spaced}<a:buNone/>`,
      );
      const own = size === undefined ? undefined : sizeOf(block.look, size);
      const isStrong = block.look === 'heading' || block.look === 'clock';
      return paragraphXml(block.words, way, {
        properties,
        look: {
          ...(own !== undefined && { size: own }),
          ...(isStrong && { bold: true, face: '+mj-lt' }),
        },
      });
    }
    case 'item': {
      const mark =
        block.number === null
          ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
          : `<a:buFont typeface="+mj-lt"/>${element('a:buAutoNum', { type: 'arabicPeriod', startAt: start === 1 ? null : start })}`;
      const properties = element(
        'a:pPr',
        {
          marL: itemInset(block) * UNIT,
          lvl: block.level === 0 ? null : block.level,
          indent: (block.level * INSET - itemInset(block)) * UNIT,
          ...side,
        },
        `${spaced}${MARK_COLOUR}${mark}`,
      );
      const own = size === undefined ? undefined : sizeOf(block.isSmall ? 'small' : 'plain', size);
      return paragraphXml(block.words, way, {
        properties,
        look: own === undefined ? {} : { size: own },
      });
    }
    case 'option': {
      const properties = element(
        'a:pPr',
        {
          marL: Math.round(INSET * 1.4) * UNIT,
          indent: -Math.round(INSET * 1.4) * UNIT,
          ...side,
        },
        `${spaced}${MARK_COLOUR}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="alphaUcPeriod"/>`,
      );
      return paragraphXml(block.words, way, {
        properties,
        look: size === undefined ? {} : { size },
      });
    }
  }
}

const MARK_COLOUR = '<a:buClr><a:schemeClr val="accent1"/></a:buClr>';

function spaceXml(units: number): string {
  return `<a:spcBef><a:spcPts val="${Math.round(units * 75)}"/></a:spcBef>`;
}

function runXml(run: Run, way: TextWay, look: OwnLook): string {
  switch (run.kind) {
    case 'break':
      return element('a:br', {}, runProperties(null, way, look));
    case 'formula':
      return way.hasFormulas
        ? `<a14:m xmlns:a14="${A14}">${formulaXml(run.mathml, mathsLook(way, look))}</a14:m>`
        : textRun(run.words, runProperties(null, way, look));
    case 'words':
      return run.text === '' ? '' : textRun(run.text, runProperties(run, way, look));
  }
}

/** The namespace of what PowerPoint 2010 brought to drawings. */
const A14 = 'http://schemas.microsoft.com/office/drawing/2010/main';

function textRun(words: string, properties: string): string {
  return `<a:r>${properties}<a:t>${xmlWords(words)}</a:t></a:r>`;
}

function mathsLook({ language, size }: TextWay, look: OwnLook): string {
  const own = look.size ?? size;
  return element(
    'a:rPr',
    { lang: language, sz: own === null ? null : points(own) },
    '<a:latin typeface="Cambria Math"/>',
  );
}

function runProperties(
  run: WordsRun | null,
  { language, size, colour, link }: TextWay,
  look: OwnLook,
): string {
  const own = look.size ?? size;
  const face = run?.isCode === true ? 'Consolas' : look.face;
  const inside = [
    ...(colour === undefined
      ? []
      : [element('a:solidFill', {}, element('a:schemeClr', { val: colour }))]),
    ...(face === undefined ? [] : [element('a:latin', { typeface: face })]),
    ...(run === null || run.link === null
      ? []
      : [element('a:hlinkClick', { 'r:id': link(run.link) })]),
  ];
  return element(
    'a:rPr',
    {
      lang: language,
      sz: own === null ? null : points(own),
      b: run?.bold === true || look.bold === true ? 1 : null,
      i: run?.italic === true ? 1 : null,
      u: run?.underlined === true ? 'sng' : null,
      strike: run?.struck === true ? 'sngStrike' : null,
      baseline:
        run === null || run.raised === null ? null : run.raised === 'sup' ? 30_000 : -25_000,
    },
    inside.join(''),
  );
}

/** A size of the board in hundredths of a point. */
function points(size: number): number {
  return Math.max(100, Math.round(size * 75));
}

/** True where a formula is among these parts, however deep. */
export function hasFormula(blocks: readonly OfficeBlock[]): boolean {
  return blocks
    .flatMap(flatBlocks)
    .some(({ words }) => words.some(({ kind }) => kind === 'formula'));
}
