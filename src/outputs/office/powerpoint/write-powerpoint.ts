import type { Lesson } from '../../../lesson/lesson.ts';
import { fillWords } from '../../../lesson/names.ts';
import { missingWords, notInPowerPoint, type Missing } from '../not-in-powerpoint.ts';
import { plainRun, type OfficeBlock } from '../office-blocks.ts';
import { packOffice, type OfficePart, type PartRelation } from '../office-package.ts';
import { officePictures, type OfficePictures } from '../office-pictures.ts';
import { element, xmlPart } from '../office-xml.ts';
import {
  defaultTextStyle,
  fixedParts,
  fixedRelations,
  layoutPart,
  NAMESPACES,
  NOTES_MASTER,
  SLIDE_SIZE,
} from './fixed-parts.ts';
import { notesXml } from './notes-xml.ts';
import { layOut } from './page-boxes.ts';
import { slidePages, type FilmToShow, type SlidePage } from './slide-pages.ts';
import { slideXml } from './slide-xml.ts';

/** What a presentation is made from, beside the lesson: its pictures by their path under `media/`, the film that plays, and the day it is made, `2026-11-28`, null to say none. */
export type PowerPointParts = {
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly film: FilmToShow | null;
  readonly day: string | null;
};

/** A presentation of PowerPoint, and what the lesson loses in it. */
export type PowerPointFile = { readonly bytes: Uint8Array; readonly missing: readonly Missing[] };

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
const LANGUAGE = 'en-GB';

/** Writes a lesson as a presentation of PowerPoint (ECMA-376): native text, lists, tables and pictures, the teacher's notes in notes pages and nowhere else. The same lesson, pictures, film and day make the same bytes. */
export function writePowerPoint(lesson: Lesson, parts: PowerPointParts): PowerPointFile {
  const { media, film, day } = parts;
  const pictures = officePictures(media);
  const pages = slidePages(lesson, film);
  const laidOut = pages.map((page) => layOut(page, pictures.of));
  const missing = notInPowerPoint(lesson, {
    pages,
    tight: laidOut.flatMap(({ isTight }, at) => (isTight ? [at + 1] : [])),
    withoutPicture: pages.flatMap((page, at) =>
      isWithoutPicture(page.body, pictures.of) ? [at + 1] : [],
    ),
  });
  const slides = pages.flatMap((page, at) => {
    const laid = laidOut[at];
    if (laid === undefined) return [];
    const notes = at === 0 ? [...page.notes, ...missingBlocks(missing)] : page.notes;
    return slideParts({ ...page, notes }, { laid, number: at + 1 });
  });
  const all: readonly OfficePart[] = [
    presentationPart(lesson, pages),
    ...fixedParts(),
    ...slides,
    ...pictures
      .used()
      .flatMap(({ name, bytes, source }): readonly OfficePart[] => [
        { name: `ppt/media/${name}`, bytes },
        ...(source === null ? [] : [{ name: `ppt/media/${source.name}`, bytes: source.bytes }]),
      ]),
  ];
  const title = fillWords(lesson.boardTitle || lesson.title, lesson.names);
  return { bytes: packOffice(all, { title, language: LANGUAGE, day }), missing };
}

function missingBlocks(missing: readonly Missing[]): readonly OfficeBlock[] {
  if (missing.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      look: 'heading',
      words: [plainRun('Made by Wholeclass. What is not in this file')],
      inset: 0,
    },
    ...missing.map((one): OfficeBlock => ({
      kind: 'item',
      level: 0,
      number: null,
      isSmall: false,
      words: [plainRun(missingWords(one))],
    })),
  ];
}

// A cell of a table holds words alone.
function isWithoutPicture(
  blocks: readonly OfficeBlock[],
  pictures: OfficePictures['of'],
  isInCell = false,
): boolean {
  return blocks.some((block) => {
    switch (block.kind) {
      case 'picture':
        return isInCell || pictures(block.path) === null;
      case 'columns':
        return isWithoutPicture(block.columns.flat(), pictures, isInCell);
      case 'table':
        return isWithoutPicture(
          block.rows.flat().flatMap((cell) => cell.blocks),
          pictures,
          true,
        );
      case 'quote':
      case 'paragraph':
      case 'item':
      case 'option':
      case 'code':
      case 'thread':
      case 'cards':
        return false;
    }
  });
}

type Placed = { readonly laid: ReturnType<typeof layOut>; readonly number: number };

function slideParts(page: SlidePage, { laid, number }: Placed): readonly OfficePart[] {
  const slide = slideXml(page, laid, LANGUAGE);
  const name = `ppt/slides/slide${number}.xml`;
  const notesName = `ppt/notesSlides/notesSlide${number}.xml`;
  const hasNotes = page.notes.length > 0;
  const own: OfficePart = {
    name,
    type: `${TYPE}.slide+xml`,
    xml: slide.xml,
    relations: [
      { id: 'rId1', type: 'slideLayout', target: layoutPart(page.layout) },
      ...(hasNotes ? [{ id: 'rId2', type: 'notesSlide', target: notesName }] : []),
      ...slide.relations,
    ],
  };
  if (!hasNotes) return [own];
  const notes = notesXml(page.notes, LANGUAGE);
  return [
    own,
    {
      name: notesName,
      type: `${TYPE}.notesSlide+xml`,
      xml: notes.xml,
      relations: [
        { id: 'rId1', type: 'notesMaster', target: NOTES_MASTER },
        { id: 'rId2', type: 'slide', target: name },
        ...notes.relations,
      ],
    },
  ];
}

/** Ids of slides begin here (ECMA-376, `ST_SlideId`). */
const FIRST_ID = 256;

function presentationPart(lesson: Lesson, pages: readonly SlidePage[]): OfficePart {
  const relations: readonly PartRelation[] = pages.map((_, at) => ({
    id: `rId${at + 100}`,
    type: 'slide',
    target: `ppt/slides/slide${at + 1}.xml`,
  }));
  const ids = relations.map(({ id }, at) => element('p:sldId', { id: FIRST_ID + at, 'r:id': id }));
  const { width, height } = SLIDE_SIZE;
  const inside = [
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
    ids.length === 0 ? '' : element('p:sldIdLst', {}, ids.join('')),
    element('p:sldSz', { cx: width, cy: height }),
    '<p:notesSz cx="6858000" cy="9144000"/>',
    defaultTextStyle(),
    sectionsXml(lesson, pages),
  ];
  return {
    name: 'ppt/presentation.xml',
    type: `${TYPE}.presentation.main+xml`,
    xml: xmlPart(element('p:presentation', { ...NAMESPACES, saveSubsetFonts: 1 }, inside.join(''))),
    relations: [...fixedRelations, ...relations],
  };
}

// The parts of a lesson are sections, which only who edits the file sees.
function sectionsXml({ blocks, names }: Lesson, pages: readonly SlidePage[]): string {
  const sections = blocks.flatMap(({ title }, part) => {
    const ids = pages.flatMap((page, at) =>
      page.part === part ? [element('p14:sldId', { id: FIRST_ID + at })] : [],
    );
    if (ids.length === 0) return [];
    const name = fillWords(title, names) || `Part ${part + 1}`;
    return [
      element(
        'p14:section',
        { name, id: guidOf(part + 1) },
        element('p14:sldIdLst', {}, ids.join('')),
      ),
    ];
  });
  if (sections.length === 0) return '';
  const list = element(
    'p14:sectionLst',
    { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
    sections.join(''),
  );
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">${list}</p:ext></p:extLst>`;
}

function guidOf(number: number): string {
  return `{57C1A550-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
}
