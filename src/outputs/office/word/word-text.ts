import {
  AlignmentType,
  ExternalHyperlink,
  ImportedXmlComponent,
  Math as MathZone,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type HeadingLevel,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { formulaParts } from '../formula-xml.ts';
import { isRightToLeft } from '../direction.ts';
import {
  boldRun,
  plainRun,
  runWords,
  type OfficeBlock,
  type OfficeCell,
  type Run,
} from '../office-blocks.ts';
import { allowedInXml } from '../office-xml.ts';
import { bulletItem, countedItem, MAX_LEVELS } from './word-lists.ts';

/** Counts the counted lists of a document, as each begins with a number of its own. */
export type ListCount = { lists: number };

type Look = {
  readonly heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel];
} & Pick<IParagraphOptions, 'alignment' | 'indent' | 'numbering' | 'pageBreakBefore'>;

/** A paragraph of these words; it runs from the right where its first letter does. */
export function paragraph(words: readonly Run[], look: Look = {}): Paragraph {
  const rightToLeft = isRightToLeft(runWords(words));
  return new Paragraph({
    ...look,
    ...(rightToLeft && { bidirectional: true }),
    children: words.map((run) => runOf(run, rightToLeft)),
  });
}

/** Parts of a text, in their order. */
export function wordBlocks(
  blocks: readonly OfficeBlock[],
  count: ListCount,
): readonly (Paragraph | Table)[] {
  const counting: Counting = [];
  return blocks.flatMap((block) => blockOf(block, count, counting));
}

type Counting = (
  | { readonly instance: number; readonly start: number; readonly last: number }
  | undefined
)[];

/** How far a text is set in, in twentieths of a point, for each list it is in. */
const INSET = 400;

function blockOf(
  block: OfficeBlock,
  count: ListCount,
  counting: Counting,
): readonly (Paragraph | Table)[] {
  if (block.kind !== 'item') counting.length = 0;
  switch (block.kind) {
    case 'paragraph': {
      const isStrong = block.look === 'heading' || block.look === 'clock';
      const inset = block.inset === 0 ? {} : { indent: { left: block.inset * INSET } };
      return [paragraph(isStrong ? block.words.map(bold) : block.words, inset)];
    }
    case 'item':
      return [itemOf(block, count, counting)];
    case 'option':
      return [
        paragraph([boldRun(`${LETTERS[block.number - 1] ?? block.number}  `), ...block.words]),
      ];
    case 'quote':
      return block.blocks.flatMap((inner) =>
        'words' in inner
          ? [paragraph(inner.words, { indent: { left: INSET } })]
          : blockOf(inner, count, []),
      );
    case 'table':
      return tableOf(block.rows, count);
    case 'code':
      return block.lines.map((line) => paragraph([{ ...plainRun(line), isCode: true }]));
    case 'picture':
      return block.alt === '' ? [] : [paragraph([plainRun(`Picture: ${block.alt}`)])];
    case 'columns':
      return block.columns.flatMap((column) => wordBlocks(column, count));
    case 'thread':
      return block.messages.map(({ who, words }) =>
        paragraph(who === null ? words : [...who.map(bold), boldRun(': '), ...words]),
      );
    case 'cards':
      return block.sorted.map(({ name, cards }) =>
        paragraph([
          ...name.map(bold),
          boldRun(': '),
          ...cards.flatMap((card, at) => [
            plainRun(`${at === 0 ? '' : '; '}${card.number} `),
            ...card.words,
          ]),
        ]),
      );
  }
}

const LETTERS = 'ABCDE';

function bold(run: Run): Run {
  return run.kind === 'words' ? { ...run, bold: true } : run;
}

function itemOf(
  { level, number, words }: Extract<OfficeBlock, { readonly kind: 'item' }>,
  count: ListCount,
  counting: Counting,
): Paragraph {
  const at = Math.min(level, MAX_LEVELS - 1);
  counting.length = Math.min(counting.length, at + 1);
  if (number === null) {
    counting[at] = undefined;
    return paragraph(words, { numbering: bulletItem(at) });
  }
  const open = counting[at];
  const list =
    open !== undefined && open.last + 1 === number
      ? { ...open, last: number }
      : { instance: (count.lists += 1), start: number, last: number };
  counting[at] = list;
  return paragraph(words, { numbering: countedItem(at, list.instance, list.start) });
}

/** How wide the text is on A4, in twentieths of a point. */
export const TEXT_WIDTH = 10_318;

/** A table with its head marked as one, so that a screen reader names it, and it is there again on the next page. `widths` are parts of the whole. */
export function tableOf(
  rows: readonly (readonly OfficeCell[])[],
  count: ListCount,
  widths: readonly number[] = [],
): readonly (Paragraph | Table)[] {
  const across = rows.reduce((max, row) => Math.max(max, row.length), 1);
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const columnWidths = Array.from({ length: across }, (_, at) =>
    Math.round(TEXT_WIDTH * (whole === 0 ? 1 / across : (widths[at] ?? 0) / whole)),
  );
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: rows.map(
      (row, nth) =>
        new TableRow({
          cantSplit: true,
          ...(nth === 0 && row.every((cell) => cell.isHead) && { tableHeader: true }),
          children: columnWidths.map((size, at) => cellOf(row[at], size, count)),
        }),
    ),
  });
  // A table is followed by a paragraph, or Word joins it with the next.
  return [table, new Paragraph({ spacing: { after: 0, line: 120, lineRule: 'exact' } })];
}

function cellOf(cell: OfficeCell | undefined, size: number, count: ListCount): TableCell {
  const blocks = (cell?.blocks ?? []).map((block) =>
    cell?.isHead === true && block.kind === 'paragraph'
      ? { ...block, look: 'heading' as const }
      : block,
  );
  const side = cell?.side ?? null;
  const alignment = side === 'middle' ? AlignmentType.CENTER : AlignmentType.END;
  const children =
    side === null
      ? wordBlocks(blocks, count)
      : blocks.flatMap((block) =>
          block.kind === 'paragraph'
            ? [paragraph(block.words, { alignment })]
            : wordBlocks([block], count),
        );
  return new TableCell({
    width: { size, type: WidthType.DXA },
    children: children.length === 0 ? [new Paragraph({})] : children,
  });
}

const FORMULA_LOOK = '<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>';

function runOf(run: Run, rightToLeft: boolean): ParagraphChild {
  switch (run.kind) {
    case 'break':
      return new TextRun({ break: 1 });
    case 'formula':
      return new MathZone({
        children: formulaParts(run.mathml, FORMULA_LOOK).map((part) =>
          ImportedXmlComponent.fromXmlString(part),
        ),
      });
    case 'words': {
      // What is false would take away what the style of a heading says.
      const words = new TextRun({
        text: allowedInXml(run.text),
        ...(rightToLeft && { rightToLeft }),
        ...(run.bold && { bold: true }),
        ...(run.italic && { italics: true }),
        ...(run.struck && { strike: true }),
        ...(run.underlined && { underline: {} }),
        ...(run.raised === 'sup' && { superScript: true }),
        ...(run.raised === 'sub' && { subScript: true }),
        ...(run.isCode && { font: 'Consolas' }),
        ...(run.link !== null && { style: 'Hyperlink' }),
      });
      return run.link === null
        ? words
        : new ExternalHyperlink({ link: run.link, children: [words] });
    }
  }
}
