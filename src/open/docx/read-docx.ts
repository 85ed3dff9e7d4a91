import { readBlockHeading } from '../../document/block-heading.ts';
import { readLabel } from '../../import/plan/plan-labels.ts';
import { inlineWords, isBlankInline, type Block, type Inline } from '../blocks.ts';
import { counted } from '../../text/counted.ts';
import type { DocumentRead, PlacedBlock, RawFinding } from '../document-read.ts';
import { readGraphic, readPicture, type Drawn } from '../drawings.ts';
import { formulaTex } from '../formula.ts';
import type { LessonPictures } from '../lesson-pictures.ts';
import type { Amount } from '../limits.ts';
import { countIn } from '../opened.ts';
import { readPart, relatedPart, type Part } from '../package-parts.ts';
import { childAt, childrenOf, elementsIn, wordsIn, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { readNumbering, type Numbering } from './numbering.ts';
import { listOf, outlineLevel, readStyles, toggle, type Styles } from './styles.ts';
import { symbolOf } from './symbols.ts';
import { tableBlocks } from './table-blocks.ts';

type Reading = {
  readonly archive: Archive;
  readonly part: Part;
  readonly pictures: LessonPictures;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: ReadonlyMap<string, XmlElement>;
  readonly findings: RawFinding[];
  /** How often each was met that the lesson does not have. */
  readonly left: { comments: number; deletions: number; hidden: number; contents: number };
  /** What was read so far: a note or a text box counts as often as it is pointed to. */
  readonly amount: Amount;
  /** The heading above, in words. */
  place: string;
  /** Words of a paragraph whose end is deleted: they begin the next. */
  carried: Inline[];
};

/** Where blocks are put: a document's body, or a cell of a table. */
type Into = { readonly blocks: PlacedBlock[]; readonly isCell: boolean };

/** Reads a document of Word (ECMA-376, WordprocessingML): headings, lists, tables, words in bold and italics, links, pictures with their alternative text, formulas, footnotes and text boxes. Comments, deleted and hidden words, and what repeats on every page are not in the lesson; each is reported. */
export function readDocx(archive: Archive, part: Part, pictures: LessonPictures): DocumentRead {
  const reading: Reading = {
    archive,
    part,
    pictures,
    styles: readStyles(relatedPart(archive, part, '/styles')),
    numbering: readNumbering(relatedPart(archive, part, '/numbering')),
    notes: new Map([
      ...notesOf(relatedPart(archive, part, '/footnotes'), 'w:footnote'),
      ...notesOf(relatedPart(archive, part, '/endnotes'), 'w:endnote'),
    ]),
    findings: [],
    left: { comments: 0, deletions: 0, hidden: 0, contents: 0 },
    amount: { paragraphs: 0, runs: 0 },
    place: 'at the start',
    carried: [],
  };
  const into: Into = { blocks: [], isCell: false };
  const body = childAt(part.root, 'w:body');
  if (body !== undefined) readContainer(body, reading, into);
  return {
    blocks: withLevels(withTitle(into.blocks)),
    findings: [...reading.findings, ...leftOut(reading)],
  };
}

function notesOf(part: Part | null, name: string): readonly (readonly [string, XmlElement])[] {
  return childrenOf(part?.root, name)
    .filter(({ attributes }) => attributes.get('w:type') === undefined)
    .map((note) => [`${name}${note.attributes.get('w:id') ?? ''}`, note] as const);
}

// A document whose title is one has its headings below it; one heading at its start is its title.
function withLevels(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const levels = blocks.flatMap(({ block }) => (block.kind === 'heading' ? [block.level] : []));
  const isTitled = levels.includes(0);
  const isLed = levels[0] === 1 && levels.filter((level) => level === 1).length === 1;
  const more = isTitled || !isLed ? 1 : 0;
  let hasTitle = false;
  return blocks.map(({ block, place }) => {
    if (block.kind !== 'heading') return { block, place };
    const isTitle = block.level === 0 && !hasTitle;
    hasTitle ||= isTitle;
    const level = isTitle ? 1 : Math.max(block.level + more, hasTitle || more === 1 ? 2 : 1);
    return {
      block: { ...block, level: block.level === 1 && isLed && !isTitled ? 1 : level },
      place,
    };
  });
}

// Without any style for it, the first line of a document is its title where it is bold and short.
function withTitle(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const [first, ...rest] = blocks;
  if (first?.block.kind !== 'paragraph') return blocks;
  if (rest.some(({ block }) => block.kind === 'heading' && block.level === 0)) return blocks;
  const { words } = first.block;
  const written = words.filter((one) => inlineWords([one]).trim() !== '');
  const isTitle =
    inlineWords(words).trim().length <= MAX_TITLE &&
    written.length > 0 &&
    written.every((one) => one.kind === 'words' && one.bold) &&
    readLabel(inlineWords(words)) === undefined &&
    typeof readBlockHeading(inlineWords(words)) !== 'object';
  if (!isTitle) return blocks;
  const plainOnes = words.map((one) => (one.kind === 'words' ? { ...one, bold: false } : one));
  return [{ ...first, block: { kind: 'heading', level: 0, words: plainOnes } }, ...rest];
}

const MAX_TITLE = 80;

function readContainer(container: XmlElement, reading: Reading, into: Into): void {
  for (const element of childrenOf(container)) {
    switch (element.name) {
      case 'w:p':
        readParagraph(element, reading, into);
        break;
      case 'w:tbl':
        readTable(element, reading, into);
        break;
      case 'w:sdt':
        if (isContents(element)) reading.left.contents += 1;
        else readContainer(contentOf(element), reading, into);
        break;
      case 'w:del':
      case 'w:moveFrom':
        reading.left.deletions += 1;
        break;
      case 'mc:AlternateContent':
        readContainer(chosen(element), reading, into);
        break;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        readContainer(element, reading, into);
        break;
      default:
    }
  }
}

function isContents(element: XmlElement): boolean {
  const gallery = childAt(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
  return /table of contents/i.test(gallery?.attributes.get('w:val') ?? '');
}

const EMPTY: XmlElement = { name: '', attributes: new Map(), children: [] };

function contentOf(element: XmlElement): XmlElement {
  return childAt(element, 'w:sdtContent') ?? EMPTY;
}

// Of two ways in which Word writes the same, the newer; the other would say it twice.
function chosen(element: XmlElement): XmlElement {
  return childAt(element, 'mc:Choice') ?? childAt(element, 'mc:Fallback') ?? EMPTY;
}

/** What a paragraph's runs give: its words, and what stands beside or below them. */
type Runs = {
  readonly words: Inline[];
  readonly drawn: Drawn[];
  readonly boxes: XmlElement[];
  readonly notes: string[];
};

function readParagraph(paragraph: XmlElement, reading: Reading, into: Into): void {
  countIn(reading.amount, paragraph.name);
  const properties = childAt(paragraph, 'w:pPr');
  const style = reading.styles(childAt(properties, 'w:pStyle')?.attributes.get('w:val'));
  if (style.isContents) {
    reading.left.contents += 1;
    return;
  }
  const runs: Runs = { words: reading.carried, drawn: [], boxes: [], notes: [] };
  reading.carried = [];
  readRuns(paragraph, { reading, runs, style });
  const isJoined = childAt(properties, 'w:rPr', 'w:del') !== undefined;
  if (isJoined && !isBlankInline(runs.words)) reading.carried = runs.words;
  else addWords(runs.words, { properties, style, reading, into });
  for (const drawn of runs.drawn) addDrawn(drawn, reading, into);
  for (const name of runs.notes) addNote(name, reading, into);
  for (const box of runs.boxes) readContainer(box, reading, into);
}

type Styled = {
  readonly properties: XmlElement | undefined;
  readonly style: ReturnType<Styles>;
  readonly reading: Reading;
  readonly into: Into;
};

function addWords(words: readonly Inline[], { properties, style, reading, into }: Styled): void {
  if (isBlankInline(words)) return;
  const heading = outlineLevel(properties) ?? style.heading;
  const list = listOf(properties) ?? style.list;
  if (heading !== null) {
    const plain = words.map((one) => (one.kind === 'words' ? { ...one, bold: false } : one));
    if (!into.isCell) reading.place = `under “${inlineWords(plain).trim().slice(0, 60)}”`;
    return add({ kind: 'heading', level: heading, words: plain }, reading, into);
  }
  const number = list === null ? undefined : reading.numbering(list.id, list.level);
  if (list === null || number === undefined) {
    return add({ kind: 'paragraph', words }, reading, into);
  }
  add({ kind: 'item', level: list.level, number, words }, reading, into);
}

function add(block: Block, { place }: Reading, into: Into): void {
  into.blocks.push({ block, place });
}

function addDrawn(drawn: Drawn, reading: Reading, into: Into): void {
  const { findings, place } = reading;
  switch (drawn.kind) {
    case 'picture': {
      const block: Block = {
        kind: 'paragraph',
        words: [drawn.inline],
        ...(drawn.isCropped && { forTeacher: true }),
      };
      add(block, reading, into);
      if (drawn.isCropped) {
        findings.push({ kind: 'to-notes', words: CROPPED, place, block });
      } else if (drawn.inline.alt === '') {
        findings.push({ kind: 'look', words: NO_ALT, place, block });
      }
      return;
    }
    case 'diagram':
      for (const item of drawn.items) {
        add({ kind: 'item', level: 0, number: null, words: [plain(item)] }, reading, into);
      }
      findings.push({
        kind: 'changed',
        words: 'A diagram is a list of its words',
        place,
        block: into.blocks.at(-1)?.block ?? null,
      });
      return;
    case 'left-out':
      findings.push({ kind: 'left-out', words: `${drawn.what}: ${drawn.why}`, place, block: null });
  }
}

const CROPPED =
  'A picture is cropped in the file, and whole here: cut it, then move it out of the notes';
const NO_ALT = 'A picture has no words for pupils who cannot see it: write them in its brackets';

function plain(text: string): Inline {
  return { kind: 'words', text, bold: false, italic: false, raised: null };
}

function addNote(name: string, reading: Reading, into: Into): void {
  const note = reading.notes.get(name);
  if (note === undefined) return;
  const runs: Runs = { words: [], drawn: [], boxes: [], notes: [] };
  for (const paragraph of childrenOf(note, 'w:p')) {
    countIn(reading.amount, paragraph.name);
    if (runs.words.length > 0) runs.words.push(plain(' '));
    readRuns(paragraph, { reading, runs, style: reading.styles(undefined) });
  }
  if (!isBlankInline(runs.words)) {
    add({ kind: 'footnote', name: noteName(name), words: runs.words }, reading, into);
  }
}

function noteName(name: string): string {
  return name
    .replace('w:footnote', 'note')
    .replace('w:endnote', 'end')
    .replaceAll(/[^a-z0-9-]/g, '');
}

type Running = {
  readonly reading: Reading;
  readonly runs: Runs;
  readonly style: ReturnType<Styles>;
};

function readRuns(container: XmlElement, running: Running): void {
  const { reading, runs } = running;
  for (const element of childrenOf(container)) {
    switch (element.name) {
      case 'w:r':
        readRun(element, running);
        break;
      case 'w:hyperlink': {
        const inner: Runs = { ...runs, words: [] };
        readRuns(element, { ...running, runs: inner });
        const relation = reading.part.relations.get(element.attributes.get('r:id') ?? '');
        if (relation?.isOutside === true && inner.words.length > 0) {
          runs.words.push({ kind: 'link', address: relation.target, words: inner.words });
        } else for (const one of inner.words) runs.words.push(one);
        break;
      }
      case 'w:del':
      case 'w:moveFrom':
        reading.left.deletions += 1;
        break;
      case 'w:sdt':
        readRuns(contentOf(element), running);
        break;
      case 'mc:AlternateContent':
        readRuns(chosen(element), running);
        break;
      case 'm:oMath':
        runs.words.push({ kind: 'formula', tex: formulaTex(element) });
        break;
      case 'm:oMathPara':
      case 'w:ins':
      case 'w:moveTo':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:fldSimple':
      case 'w:dir':
      case 'w:bdo':
        readRuns(element, running);
        break;
      case 'w:ruby':
        readRuns(childAt(element, 'w:rubyBase') ?? EMPTY, running);
        break;
      default:
    }
  }
}

function readRun(run: XmlElement, running: Running): void {
  const { reading, runs, style } = running;
  countIn(reading.amount, run.name);
  const properties = childAt(run, 'w:rPr');
  const named = childAt(properties, 'w:rStyle')?.attributes.get('w:val');
  const own = named === undefined ? undefined : reading.styles(named);
  if (toggle(properties, 'w:vanish') ?? (own?.isHidden || style.isHidden)) {
    if (elementsIn(run, 'w:t').length > 0) reading.left.hidden += 1;
    return;
  }
  const raised = childAt(properties, 'w:vertAlign')?.attributes.get('w:val');
  const push = (text: string) =>
    runs.words.push({
      kind: 'words',
      text,
      bold: toggle(properties, 'w:b') ?? own?.bold ?? style.bold ?? false,
      italic: toggle(properties, 'w:i') ?? own?.italic ?? style.italic ?? false,
      raised: raised === 'superscript' ? 'sup' : raised === 'subscript' ? 'sub' : null,
    });
  const visit = (container: XmlElement): void => {
    for (const element of childrenOf(container)) {
      switch (element.name) {
        case 'w:t':
          push(wordsIn(element));
          break;
        case 'w:tab':
        case 'w:ptab':
          push('\t');
          break;
        case 'w:br':
          if (
            element.attributes.get('w:type') === undefined ||
            element.attributes.get('w:type') === 'textWrapping'
          ) {
            runs.words.push({ kind: 'break' });
          }
          break;
        case 'w:cr':
          runs.words.push({ kind: 'break' });
          break;
        case 'w:noBreakHyphen':
          push('\u2011');
          break;
        case 'w:sym':
          push(
            symbolOf(
              element.attributes.get('w:font') ?? '',
              element.attributes.get('w:char') ?? '',
            ),
          );
          break;
        case 'w:drawing':
          readDrawing(element, running);
          break;
        case 'w:pict':
        case 'w:object':
          readOldDrawing(element, running);
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const name = `${element.name.replace('Reference', '')}${element.attributes.get('w:id') ?? ''}`;
          if (!reading.notes.has(name)) break;
          runs.words.push({ kind: 'footnote', name: noteName(name) });
          runs.notes.push(name);
          break;
        }
        case 'w:commentReference':
          reading.left.comments += 1;
          break;
        case 'mc:AlternateContent':
          visit(chosen(element));
          break;
        default:
      }
    }
  };
  visit(run);
}

function readDrawing(drawing: XmlElement, { reading, runs }: Running): void {
  for (const place of childrenOf(drawing)) {
    const properties = childAt(place, 'wp:docPr');
    const data = childAt(place, 'a:graphic', 'a:graphicData');
    if (data === undefined) continue;
    const pictures = elementsIn(data, 'pic:pic');
    const boxes = elementsIn(data, 'w:txbxContent');
    for (const picture of pictures) {
      const own = childAt(picture, 'pic:nvPicPr', 'pic:cNvPr');
      runs.drawn.push(readPicture(picture, pictures.length === 1 ? properties : own, reading));
    }
    for (const box of boxes) runs.boxes.push(box);
    if (pictures.length + boxes.length === 0) runs.drawn.push(readGraphic(data, reading));
  }
}

// What Word wrote before 2010 and writes for objects of other programs.
function readOldDrawing(element: XmlElement, { reading, runs }: Running): void {
  for (const box of elementsIn(element, 'w:txbxContent')) runs.boxes.push(box);
  if (element.name === 'w:object') {
    runs.drawn.push({
      kind: 'left-out',
      what: 'Something of another program',
      why: 'save it as a picture, or write it again',
    });
    return;
  }
  for (const shape of elementsIn(element, 'v:imagedata')) {
    const relation = reading.part.relations.get(shape.attributes.get('r:id') ?? '');
    if (relation === undefined || relation.isOutside) continue;
    const taken = reading.pictures.takeFrom(reading.archive, relation.target);
    runs.drawn.push(
      taken.kind === 'taken'
        ? {
            kind: 'picture',
            isCropped: false,
            inline: { kind: 'picture', path: taken.path, alt: '' },
          }
        : { kind: 'left-out', what: 'A picture', why: taken.why },
    );
  }
}

function readTable(table: XmlElement, reading: Reading, into: Into): void {
  const rows = elementsThrough(table, 'w:tr')
    .filter((row) => childAt(row, 'w:trPr', 'w:del') === undefined)
    .map((row) => elementsThrough(row, 'w:tc').flatMap((cell) => readCell(cell, reading)));
  for (const block of tableBlocks(rows)) add(block, reading, into);
}

// Rows and cells may stand in content controls and the like.
function elementsThrough(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'w:sdt') return elementsThrough(contentOf(child), name);
    return child.name === 'w:ins' || child.name === 'w:customXml'
      ? elementsThrough(child, name)
      : [];
  });
}

const MAX_COLUMNS = 63;

function readCell(cell: XmlElement, reading: Reading): readonly (readonly Block[])[] {
  const properties = childAt(cell, 'w:tcPr');
  const merge = childAt(properties, 'w:vMerge');
  const goesOn =
    merge !== undefined && (merge.attributes.get('w:val') ?? 'continue') === 'continue';
  const inner: Into = { blocks: [], isCell: true };
  if (!goesOn) readContainer(cell, reading, inner);
  const span = Number(childAt(properties, 'w:gridSpan')?.attributes.get('w:val') ?? 1);
  const more = Number.isInteger(span) && span > 1 ? Math.min(span, MAX_COLUMNS) - 1 : 0;
  return [inner.blocks.map(({ block }) => block), ...Array.from({ length: more }, () => [])];
}

function leftOut({ left, archive, part }: Reading): readonly RawFinding[] {
  const found: string[] = [];
  const comments = relatedPart(archive, part, '/comments');
  const written = Math.max(childrenOf(comments?.root, 'w:comment').length, left.comments);
  if (written > 0) found.push(`${counted(written, 'comment')}: nothing of them is in the lesson`);
  if (left.deletions > 0) {
    found.push(`What is deleted and still tracked, in ${counted(left.deletions, 'place')}`);
  }
  if (left.hidden > 0) {
    found.push(`Words that are hidden in the file, in ${counted(left.hidden, 'place')}`);
  }
  if (left.contents > 0) found.push('The table of contents');
  if (hasMargins(archive, part)) found.push('What is at the top and bottom of every page');
  return found.map((words) => ({
    kind: 'left-out',
    words,
    place: 'in the whole file',
    block: null,
  }));
}

function hasMargins(archive: Archive, { relations }: Part): boolean {
  return [...relations.values()]
    .filter(({ type, isOutside }) => !isOutside && /\/(?:header|footer)$/.test(type))
    .slice(0, 12)
    .some(({ target }) => {
      const margin = readPart(archive, target);
      return (
        margin !== null &&
        elementsIn(margin.root, 'w:t').some((words) => wordsIn(words).trim() !== '')
      );
    });
}
