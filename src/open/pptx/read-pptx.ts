import { inlineWords, plainInline, type Block, type Cell, type Inline } from '../blocks.ts';
import { counted } from '../../text/counted.ts';
import type { RawFinding } from '../document-read.ts';
import { readGraphic, readPicture, type Drawn } from '../drawings.ts';
import type { LessonPictures } from '../lesson-pictures.ts';
import { LIMITS } from '../limits.ts';
import { CannotOpen } from '../opened.ts';
import { readPart, relatedName, relatedPart, type Part } from '../package-parts.ts';
import { childAt, childrenOf, elementsIn, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { bodyBlocks, bodyWords, listMark, type Bullets } from './text-body.ts';

/** A slide as it is read: its title, what the class sees, and what only its teacher does. */
export type ReadSlide = {
  /** From 1, as the program counts them, hidden ones too. */
  readonly number: number;
  readonly isTitle: boolean;
  readonly title: readonly Inline[];
  readonly body: readonly Block[];
  readonly notes: readonly Block[];
};

/** A presentation as it is read. */
export type ReadSlides = {
  readonly slides: readonly ReadSlide[];
  readonly findings: readonly RawFinding[];
};

type Reading = {
  readonly archive: Archive;
  readonly pictures: LessonPictures;
  readonly findings: RawFinding[];
  /** The layouts read so far, by their name: many slides have the same one. */
  readonly layouts: Map<string, Part | null>;
  /** The size of a slide, in the units of shapes; null where the file does not say it. */
  readonly size: { readonly width: number; readonly height: number } | null;
};

/** Reads a presentation of PowerPoint (ECMA-376, PresentationML): its slides in their order, with titles, bullets, tables, pictures with their alternative text, and speaker notes. Hidden slides and shapes are left out, what lies beside a slide is its teacher's, and each is reported. */
export function readPptx(archive: Archive, main: Part, pictures: LessonPictures): ReadSlides {
  const size = childAt(main.root, 'p:sldSz')?.attributes;
  const [width, height] = [Number(size?.get('cx')), Number(size?.get('cy'))];
  const reading: Reading = {
    archive,
    pictures,
    findings: [],
    layouts: new Map(),
    size: width > 0 && height > 0 ? { width, height } : null,
  };
  const names = childrenOf(childAt(main.root, 'p:sldIdLst'), 'p:sldId').flatMap(
    ({ attributes }) => main.relations.get(attributes.get('r:id') ?? '')?.target ?? [],
  );
  if (names.length > LIMITS.slides) {
    throw new CannotOpen(
      'too-large',
      `Cannot open this file: it has ${names.length} slides, and ${LIMITS.slides} is the limit. Save the slides of one lesson as a file of their own, and open that`,
    );
  }
  const slides = names.flatMap((name, at) => {
    const part = readPart(archive, name);
    return part === null ? [] : (readSlide(part, at + 1, reading) ?? []);
  });
  if (slides.length === 0) {
    throw new CannotOpen(
      'empty-file',
      'Cannot open this file: there is no slide in it that is shown. If its slides are hidden, show them in PowerPoint, save it, and open it again',
    );
  }
  return { slides, findings: [...reading.findings, ...aboutAll(archive, names)] };
}

/** What a slide is read into. */
type Slide = {
  readonly part: Part;
  readonly layout: Part | null;
  readonly place: string;
  readonly reading: Reading;
  readonly title: Inline[];
  readonly body: Block[];
  readonly notes: Block[];
  isTitle: boolean;
};

function readSlide(part: Part, number: number, reading: Reading): ReadSlide | null {
  const place = `slide ${number}`;
  if (/^(?:0|false)$/.test(part.root.attributes.get('show') ?? '')) {
    reading.findings.push({ kind: 'left-out', words: 'A hidden slide', place, block: null });
    return null;
  }
  const layout = layoutOf(part, reading);
  const slide: Slide = {
    part,
    layout,
    place,
    reading,
    title: [],
    body: [],
    notes: [],
    isTitle: false,
  };
  const tree = childAt(part.root, 'p:cSld', 'p:spTree');
  if (tree !== undefined) readShapes(tree, slide, { isBeside: false, isInGroup: false });
  const spoken = relatedPart(reading.archive, part, '/notesSlide');
  const notes = spoken === null ? [] : notesOf(spoken);
  if (childAt(part.root, 'p:timing') !== undefined && hasSteps(part.root)) {
    reading.findings.push({
      kind: 'changed',
      words: ANIMATED,
      place,
      block: slide.body[0] ?? null,
    });
  }
  if (slide.title.length + slide.body.length + slide.notes.length + notes.length === 0) {
    const words = 'A slide without any words or pictures that a lesson can have';
    reading.findings.push({ kind: 'left-out', words, place, block: null });
    return null;
  }
  return {
    number,
    isTitle: slide.isTitle,
    title: slide.title,
    body: slide.body,
    notes: [...notes, ...slide.notes],
  };
}

function layoutOf(slide: Part, { archive, layouts }: Reading): Part | null {
  const name = relatedName(slide, '/slideLayout');
  if (name === null) return null;
  const layout = layouts.get(name) ?? readPart(archive, name);
  layouts.set(name, layout);
  return layout;
}

const ANIMATED =
  'Its animations are not in the lesson, so all of it shows at once: put what comes later between “::: reveal” and “:::”';

function hasSteps(root: XmlElement): boolean {
  return elementsIn(root, 'p:bldP').length + elementsIn(root, 'p:bldDgm').length > 0;
}

function notesOf(part: Part): readonly Block[] {
  const tree = childAt(part.root, 'p:cSld', 'p:spTree');
  return childrenOf(tree, 'p:sp')
    .filter((shape) => placeholderOf(shape)?.attributes.get('type') === 'body')
    .flatMap((shape) => bodyBlocks(childAt(shape, 'p:txBody'), { part, bullets: () => 'none' }));
}

/** Where a shape stands: in a group, whose own place counts, and whether that is beside the slide. */
type Around = { readonly isBeside: boolean; readonly isInGroup: boolean };

function readShapes(tree: XmlElement, slide: Slide, around: Around): void {
  for (const shape of childrenOf(tree)) {
    if (shape.name === 'mc:AlternateContent') {
      readShapes(childAt(shape, 'mc:Choice') ?? shape, slide, around);
      continue;
    }
    const properties = propertiesOf(shape);
    if (/^(?:1|true)$/.test(properties?.attributes.get('hidden') ?? '')) {
      slide.reading.findings.push({
        kind: 'left-out',
        words: 'A shape that is hidden in the file',
        place: slide.place,
        block: null,
      });
      continue;
    }
    // The places of shapes in a group are in units of its own.
    const isBeside = around.isBeside || (!around.isInGroup && isBesideSlide(shape, slide.reading));
    switch (shape.name) {
      case 'p:sp':
        readShape(shape, slide, isBeside);
        break;
      case 'p:grpSp':
        readShapes(shape, slide, { isBeside, isInGroup: true });
        break;
      case 'p:pic':
        addDrawn(pictureOf(shape, properties, slide), slide, isBeside);
        break;
      case 'p:graphicFrame':
        readFrame(shape, slide, isBeside);
        break;
      default:
    }
  }
}

function propertiesOf(shape: XmlElement): XmlElement | undefined {
  const of = childrenOf(shape).find(({ name }) => /^p:nv\w+Pr$/.test(name));
  return childAt(of, 'p:cNvPr');
}

function placeholderOf(shape: XmlElement): XmlElement | undefined {
  const of = childrenOf(shape).find(({ name }) => /^p:nv\w+Pr$/.test(name));
  return childAt(of, 'p:nvPr', 'p:ph');
}

// What lies wholly beside the slide is what its author keeps there: the class never sees it.
function isBesideSlide(shape: XmlElement, { size }: Reading): boolean {
  const frame =
    childAt(shape, 'p:spPr', 'a:xfrm') ??
    childAt(shape, 'p:grpSpPr', 'a:xfrm') ??
    childAt(shape, 'p:xfrm');
  const number = (element: string, name: string) =>
    Number(childAt(frame, element)?.attributes.get(name));
  const [x, y] = [number('a:off', 'x'), number('a:off', 'y')];
  const [width, height] = [number('a:ext', 'cx'), number('a:ext', 'cy')];
  if (size === null || [x, y, width, height].some((one) => !Number.isFinite(one))) return false;
  return x >= size.width || y >= size.height || x + width <= 0 || y + height <= 0;
}

function readShape(shape: XmlElement, slide: Slide, isBeside: boolean): void {
  const placeholder = placeholderOf(shape);
  const type = placeholder?.attributes.get('type') ?? (placeholder === undefined ? '' : 'obj');
  const body = childAt(shape, 'p:txBody');
  if (['dt', 'ftr', 'sldNum', 'hdr'].includes(type)) return;
  if ((type === 'title' || type === 'ctrTitle') && !isBeside) {
    slide.isTitle ||= type === 'ctrTitle';
    const words = bodyWords(body, slide.part);
    if (slide.title.length === 0) slide.title.push(...words);
    else slide.body.push({ kind: 'paragraph', words });
    return;
  }
  const blocks = bodyBlocks(body, {
    part: slide.part,
    bullets: (level) => bulletsOf(type, { placeholder, layout: slide.layout, level }),
  });
  put(blocks, slide, isBeside);
}

function put(blocks: readonly Block[], { body, notes, place, reading }: Slide, isBeside: boolean) {
  if (blocks.length === 0) return;
  if (!isBeside) return void body.push(...blocks);
  notes.push(...blocks);
  reading.findings.push({
    kind: 'to-notes',
    words: 'What lies beside the slide, where the class does not see it',
    place,
    block: blocks[0] ?? null,
  });
}

function bulletsOf(
  type: string,
  {
    placeholder,
    layout,
    level,
  }: {
    readonly placeholder: XmlElement | undefined;
    readonly layout: Part | null;
    readonly level: number;
  },
): Bullets {
  if (type !== 'body' && type !== 'obj') return 'none';
  const [wanted, index] = [placeholder?.attributes.get('type'), placeholder?.attributes.get('idx')];
  const model = childrenOf(childAt(layout?.root, 'p:cSld', 'p:spTree'), 'p:sp').find((shape) => {
    const of = placeholderOf(shape);
    return index === undefined
      ? of !== undefined && of.attributes.get('type') === wanted
      : of?.attributes.get('idx') === index;
  });
  return listMark(childAt(model, 'p:txBody'), level) ?? 'bullets';
}

function pictureOf(shape: XmlElement, properties: XmlElement | undefined, slide: Slide): Drawn {
  const media = childAt(shape, 'p:nvPicPr', 'p:nvPr');
  const isFilm = childrenOf(media).some(({ name }) => /^a:(?:videoFile|quickTimeFile)$/.test(name));
  const isSound = childrenOf(media).some(({ name }) =>
    /^a:(?:audioFile|wavAudioFile|audioCd)$/.test(name),
  );
  if (isFilm || isSound) {
    return {
      kind: 'left-out',
      what: isFilm ? 'A film' : 'A recording',
      why: 'a film of a lesson lies in its media folder; one on a website is a link on a line of its own',
    };
  }
  return readPicture(shape, properties, {
    archive: slide.reading.archive,
    pictures: slide.reading.pictures,
    part: slide.part,
  });
}

function readFrame(frame: XmlElement, slide: Slide, isBeside: boolean): void {
  const data = childAt(frame, 'a:graphic', 'a:graphicData');
  const table = childAt(data, 'a:tbl');
  if (table !== undefined) {
    const rows = childrenOf(table, 'a:tr').map((row) =>
      childrenOf(row, 'a:tc').map((cell) => cellOf(cell, slide.part)),
    );
    put([{ kind: 'table', rows }], slide, isBeside);
    return;
  }
  const { archive, pictures } = slide.reading;
  addDrawn(readGraphic(data, { archive, pictures, part: slide.part }), slide, isBeside);
}

function cellOf(cell: XmlElement, part: Part): Cell {
  const isMerged = ['hMerge', 'vMerge'].some((name) =>
    /^(?:1|true)$/.test(cell.attributes.get(name) ?? ''),
  );
  return isMerged ? [] : bodyBlocks(childAt(cell, 'a:txBody'), { part, bullets: () => 'none' });
}

function addDrawn(drawn: Drawn, slide: Slide, isBeside: boolean): void {
  const { place, reading } = slide;
  switch (drawn.kind) {
    case 'picture': {
      const block: Block = { kind: 'paragraph', words: [drawn.inline] };
      if (!isBeside && drawn.isCropped) {
        slide.notes.push(block);
        reading.findings.push({ kind: 'to-notes', words: CROPPED, place, block });
        return;
      }
      if (drawn.inline.alt === '' && !isBeside) {
        reading.findings.push({ kind: 'look', words: NO_ALT, place, block });
      }
      put([block], slide, isBeside);
      return;
    }
    case 'diagram': {
      const items = drawn.items.map((item): Block => ({
        kind: 'item',
        level: 0,
        number: null,
        words: [plainInline(item)],
      }));
      put(items, slide, isBeside);
      reading.findings.push({
        kind: 'changed',
        words: 'A diagram is a list of its words',
        place,
        block: items[0] ?? null,
      });
      return;
    }
    case 'left-out':
      reading.findings.push({
        kind: 'left-out',
        words: `${drawn.what}: ${drawn.why}`,
        place,
        block: null,
      });
  }
}

const CROPPED =
  'A picture is cropped in the file, and whole here: cut it, then move it out of the notes';
const NO_ALT = 'A picture has no words for pupils who cannot see it: write them in its brackets';

function aboutAll(archive: Archive, names: readonly string[]): readonly RawFinding[] {
  const place = 'in the whole file';
  const comments = archive.names.filter((name) => name.startsWith('ppt/comments/')).length;
  const missing = names.filter((name) => !archive.names.includes(name)).length;
  return [
    ...(comments > 0 ? ['The comments: nothing of them is in the lesson'] : []),
    ...(missing > 0 ? [`${counted(missing, 'slide')} that the file names, and does not have`] : []),
  ].map((words) => ({ kind: 'left-out', words, place, block: null }));
}

/** The title of a slide in words. */
export function titleWords({ title }: ReadSlide): string {
  return inlineWords(title)
    .replaceAll(/[\s\v]+/g, ' ')
    .trim();
}
