import { formulaXml } from '../formula-xml.ts';
import {
  boldRun,
  plainRun,
  type OfficeBlock,
  type OfficeCell,
  type Run,
} from '../office-blocks.ts';
import type { PartRelation } from '../office-package.ts';
import { element, xmlWords } from '../office-xml.ts';

/** What a document gathers while its text is written: where it leads, and its counted lists, each with its first number. */
export type Gathering = { readonly relations: PartRelation[]; readonly lists: number[] };

/** The list of all bullets; counted lists follow. */
export const BULLETS = 1;

/** The style of a paragraph, by its id. */
export type ParagraphStyle = 'Title' | 'Heading1' | 'Heading2' | 'Heading3' | 'Small' | null;

/** A paragraph of these words. */
export function paragraph(
  words: readonly Run[],
  gathering: Gathering,
  { style = null, more = '' }: { readonly style?: ParagraphStyle; readonly more?: string } = {},
): string {
  const named = style === null ? '' : element('w:pStyle', { 'w:val': style });
  const properties = named + more === '' ? '' : element('w:pPr', {}, named + more);
  return element('w:p', {}, properties + words.map((run) => runXml(run, gathering)).join(''));
}

/** Parts of a text, `w:p` and `w:tbl`. */
export function blocksXml(blocks: readonly OfficeBlock[], gathering: Gathering): string {
  const counting: Counting = [];
  return blocks.map((block) => blockXml(block, gathering, counting)).join('');
}

type Counting = ({ readonly id: number; readonly last: number } | undefined)[];

function blockXml(block: OfficeBlock, gathering: Gathering, counting: Counting): string {
  if (block.kind !== 'item') counting.length = 0;
  const plain = (words: readonly Run[]) => paragraph(words, gathering);
  switch (block.kind) {
    case 'paragraph': {
      const isStrong = block.look === 'heading' || block.look === 'clock';
      const inset = block.inset === 0 ? '' : element('w:ind', { 'w:left': block.inset * 400 });
      return paragraph(isStrong ? block.words.map(bold) : block.words, gathering, { more: inset });
    }
    case 'item':
      return itemXml(block, gathering, counting);
    case 'option':
      return plain([boldRun(`${LETTERS[block.number - 1] ?? block.number}  `), ...block.words]);
    case 'quote':
      return block.blocks
        .map((inner) =>
          'words' in inner
            ? paragraph(inner.words, gathering, { more: element('w:ind', { 'w:left': 400 }) })
            : blockXml(inner, gathering, []),
        )
        .join('');
    case 'table':
      return tableXml(block.rows, gathering);
    case 'code':
      return block.lines.map((line) => plain([{ ...plainRun(line), isCode: true }])).join('');
    case 'picture':
      return block.alt === '' ? '' : plain([plainRun(`Picture: ${block.alt}`)]);
    case 'columns':
      return block.columns.map((column) => blocksXml(column, gathering)).join('');
    case 'thread':
      return block.messages
        .map(({ who, words }) =>
          plain(who === null ? words : [...who.map(bold), boldRun(': '), ...words]),
        )
        .join('');
    case 'cards':
      return block.sorted
        .map(({ name, cards }) =>
          plain([
            ...name.map(bold),
            boldRun(': '),
            ...cards.flatMap((card, at) => [
              plainRun(`${at === 0 ? '' : '; '}${card.number} `),
              ...card.words,
            ]),
          ]),
        )
        .join('');
  }
}

const LETTERS = 'ABCDE';

function bold(run: Run): Run {
  return run.kind === 'words' ? { ...run, bold: true } : run;
}

function itemXml(
  { level, number, words }: Extract<OfficeBlock, { readonly kind: 'item' }>,
  gathering: Gathering,
  counting: Counting,
): string {
  counting.length = Math.min(counting.length, level + 1);
  let id = BULLETS;
  if (number === null) counting[level] = undefined;
  else {
    const open = counting[level];
    if (open !== undefined && open.last + 1 === number) id = open.id;
    else {
      gathering.lists.push(number);
      id = BULLETS + gathering.lists.length;
    }
    counting[level] = { id, last: number };
  }
  const list = element(
    'w:numPr',
    {},
    element('w:ilvl', { 'w:val': level }) + element('w:numId', { 'w:val': id }),
  );
  return paragraph(words, gathering, { more: list });
}

/** A table with its head marked as one, so that a screen reader names it, and it stands again on the next page. `widths` are parts of the whole. */
export function tableXml(
  rows: readonly (readonly OfficeCell[])[],
  gathering: Gathering,
  widths: readonly number[] = [],
): string {
  const count = rows.reduce((max, row) => Math.max(max, row.length), 1);
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const columns = Array.from({ length: count }, (_, at) =>
    Math.round(TEXT_WIDTH * (whole === 0 ? 1 / count : (widths[at] ?? 0) / whole)),
  );
  const grid = columns.map((width) => element('w:gridCol', { 'w:w': width })).join('');
  const written = rows.map((row, nth) => {
    const isHead = nth === 0 && row.every((cell) => cell.isHead);
    const properties = element('w:trPr', {}, `<w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}`);
    const cells = columns.map((width, at) => cellXml(row[at], width, gathering)).join('');
    return element('w:tr', {}, properties + cells);
  });
  const look = element(
    'w:tblPr',
    {},
    `<w:tblStyle w:val="TableGrid"/>${element('w:tblW', { 'w:w': TEXT_WIDTH, 'w:type': 'dxa' })}<w:tblLayout w:type="fixed"/>${element('w:tblLook', { 'w:val': '0020', 'w:firstRow': 1 })}`,
  );
  // A table is followed by a paragraph, or Word joins it with the next.
  return `${element('w:tbl', {}, `${look}${element('w:tblGrid', {}, grid)}${written.join('')}`)}<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr></w:p>`;
}

/** How wide the text is on A4, in twentieths of a point. */
const TEXT_WIDTH = 10_318;

function cellXml(cell: OfficeCell | undefined, width: number, gathering: Gathering): string {
  const blocks = (cell?.blocks ?? []).map((block) =>
    cell?.isHead === true && block.kind === 'paragraph'
      ? { ...block, look: 'heading' as const }
      : block,
  );
  const side = cell?.side ?? null;
  const aligned =
    side === null ? '' : element('w:jc', { 'w:val': side === 'middle' ? 'center' : 'right' });
  const inside =
    aligned === ''
      ? blocksXml(blocks, gathering)
      : blocks
          .map((block) =>
            block.kind === 'paragraph'
              ? paragraph(block.words, gathering, { more: aligned })
              : blocksXml([block], gathering),
          )
          .join('');
  // A cell ends with a paragraph.
  const end = inside === '' || inside.endsWith('</w:tbl>') ? '<w:p/>' : '';
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })) + inside + end,
  );
}

function runXml(run: Run, gathering: Gathering): string {
  switch (run.kind) {
    case 'break':
      return '<w:r><w:br/></w:r>';
    case 'formula':
      return formulaXml(
        run.mathml,
        '<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>',
      );
    case 'words': {
      const look = [
        ...(run.link === null ? [] : ['<w:rStyle w:val="Hyperlink"/>']),
        ...(run.isCode
          ? ['<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>']
          : []),
        ...(run.bold ? ['<w:b/>'] : []),
        ...(run.italic ? ['<w:i/>'] : []),
        ...(run.struck ? ['<w:strike/>'] : []),
        ...(run.underlined ? ['<w:u w:val="single"/>'] : []),
        ...(run.raised === null
          ? []
          : [
              element('w:vertAlign', {
                'w:val': run.raised === 'sup' ? 'superscript' : 'subscript',
              }),
            ]),
      ].join('');
      const words = `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${xmlWords(run.text)}</w:t></w:r>`;
      return run.link === null
        ? words
        : element('w:hyperlink', { 'r:id': linkTo(run.link, gathering) }, words);
    }
  }
}

function linkTo(address: string, { relations }: Gathering): string {
  const known = relations.find(({ target }) => target === address);
  if (known !== undefined) return known.id;
  const id = `rId${relations.length + 20}`;
  relations.push({ id, type: 'hyperlink', target: address, isOutside: true });
  return id;
}
