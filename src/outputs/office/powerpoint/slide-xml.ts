import type { PartRelation } from '../office-package.ts';
import type { OfficePicture } from '../office-pictures.ts';
import { element, xmlPart, xmlWords } from '../office-xml.ts';
import { plainRun, type OfficeBlock } from '../office-blocks.ts';
import { commonSlide, hexOf, NAMESPACES } from './fixed-parts.ts';
import type { LaidOut, PageBox, Rect } from './page-boxes.ts';
import type { SlidePage } from './slide-pages.ts';
import { hasFormula, paragraphsXml, paragraphXml, UNIT, type TextWay } from './text-xml.ts';

/** A slide's part, and what it leads to beside its layout and its notes. */
export type SlideXml = { readonly xml: string; readonly relations: readonly PartRelation[] };

type Drawing = {
  readonly page: SlidePage;
  readonly language: string;
  readonly relations: PartRelation[];
  /** The number of the last shape. */
  count: number;
};

/** Writes a slide (ECMA-376, PresentationML): native text, tables and pictures, each in its place, in the order in which they are read. */
export function slideXml(page: SlidePage, { boxes }: LaidOut, language: string): SlideXml {
  const drawing: Drawing = { page, language, relations: [], count: 1 };
  const shapes = boxes.map((box) => boxXml(box, drawing)).join('');
  const root = element(
    'p:sld',
    NAMESPACES,
    `${commonSlide(`${shapes}${page.layout === 'title' ? '' : numberXml(drawing)}`)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`,
  );
  return { xml: xmlPart(root), relations: drawing.relations };
}

function nextId(drawing: Drawing): number {
  drawing.count += 1;
  return drawing.count;
}

function wayOf(drawing: Drawing, size: number | null, more: Partial<TextWay> = {}): TextWay {
  return {
    language: drawing.language,
    size,
    hasFormulas: true,
    link: (address) => linkTo(drawing, address),
    ...more,
  };
}

function linkTo({ relations }: Drawing, address: string): string {
  const known = relations.find(({ isOutside, target }) => isOutside === true && target === address);
  if (known !== undefined) return known.id;
  const id = `rId${relations.length + 10}`;
  relations.push({ id, type: 'hyperlink', target: address, isOutside: true });
  return id;
}

function pictureAt({ relations }: Drawing, name: string): string {
  const target = `ppt/media/${name}`;
  const known = relations.find((one) => one.target === target);
  if (known !== undefined) return known.id;
  const id = `rId${relations.length + 10}`;
  relations.push({ id, type: 'image', target });
  return id;
}

function boxXml(box: PageBox, drawing: Drawing): string {
  switch (box.kind) {
    case 'chip':
      return chipXml(box, drawing);
    case 'title':
      return titleXml(box, drawing);
    case 'text':
      return withFormulas(box.blocks, (hasFormulas) => textXml(box, drawing, hasFormulas));
    case 'table':
      return tableXml(box, drawing);
    case 'code':
      return codeXml(box, drawing);
    case 'picture':
      return pictureXml(box, drawing);
    case 'film':
      return filmXml(box.at, drawing);
  }
}

// Programs that know no formulas show them as words: each shape with one is there twice, of which a program takes one.
function withFormulas(
  blocks: readonly OfficeBlock[],
  draw: (hasFormulas: boolean) => string,
): string {
  if (!hasFormula(blocks)) return draw(true);
  return `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14">${draw(true)}</mc:Choice><mc:Fallback>${draw(false)}</mc:Fallback></mc:AlternateContent>`;
}

/** The frame of a shape at a place. */
function frameXml(at: Rect, name = 'a:xfrm'): string {
  const number = (value: number) => Math.round(value * UNIT);
  return element(
    name,
    {},
    element('a:off', { x: number(at.x), y: number(at.y) }) +
      element('a:ext', { cx: number(at.width), cy: number(at.height) }),
  );
}

type Shape = {
  readonly name: string;
  /** `<p:ph …/>`; empty for a shape that is in no place of its layout. */
  readonly place?: string;
  readonly at: Rect;
  /** What is behind its words: a form, its fill and line. */
  readonly ground?: string;
  readonly body: string;
  readonly paragraphs: string;
  readonly link?: string | null;
  readonly description?: string;
};

function shapeXml(shape: Shape, drawing: Drawing): string {
  const { name, place = '', at, ground = '', body, paragraphs, link = null } = shape;
  const id = nextId(drawing);
  const properties = element(
    'p:cNvPr',
    { id, name: `${name} ${id}`, descr: shape.description ?? null },
    link === null ? '' : element('a:hlinkClick', { 'r:id': link }),
  );
  const isBox = place === '';
  const own = isBox ? element('p:cNvSpPr', { txBox: ground === '' ? 1 : null }) : LOCKED;
  const form = ground === '' && isBox ? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' : ground;
  return `<p:sp><p:nvSpPr>${properties}${own}<p:nvPr>${place}</p:nvPr></p:nvSpPr><p:spPr>${frameXml(at)}${form}</p:spPr><p:txBody>${body}<a:lstStyle/>${paragraphs}</p:txBody></p:sp>`;
}

const LOCKED = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>';

/** How text stands in its box; `pad` is the space around it, of 720. */
function bodyXml(anchor: 't' | 'ctr' | 'b', pad: readonly [x: number, y: number]): string {
  const [x, y] = pad.map((one) => Math.round(one * UNIT));
  return element(
    'a:bodyPr',
    { wrap: 'square', lIns: x ?? 0, tIns: y ?? 0, rIns: x ?? 0, bIns: y ?? 0, anchor },
    '<a:normAutofit/>',
  );
}

function fill(colour: string): string {
  return element('a:solidFill', {}, element('a:schemeClr', { val: colour }));
}

function colourFill(hex: string): string {
  return element('a:solidFill', {}, element('a:srgbClr', { val: hex }));
}

function rounded(share: number): string {
  return `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${share}"/></a:avLst></a:prstGeom>`;
}

function chipXml({ words, at }: Extract<PageBox, { kind: 'chip' }>, drawing: Drawing): string {
  const isDark = drawing.page.layout === 'stop' || drawing.page.layout === 'film';
  const way = wayOf(drawing, 36, { colour: isDark ? 'bg1' : 'tx1' });
  return shapeXml(
    {
      name: 'Label',
      at,
      ground: `${rounded(50_000)}${isDark ? fill('accent2') : colourFill(hexOf('teal-tint'))}<a:ln><a:noFill/></a:ln>`,
      body: bodyXml('ctr', [20, 4]),
      paragraphs: paragraphXml([plainRun(words)], way, {
        properties: '<a:pPr algn="ctr"/>',
        look: { bold: true, face: '+mj-lt' },
      }),
    },
    drawing,
  );
}

function titleXml(
  { words, size, at }: Extract<PageBox, { kind: 'title' }>,
  drawing: Drawing,
): string {
  const type = drawing.page.layout === 'title' ? 'ctrTitle' : 'title';
  const blocks: readonly OfficeBlock[] = [{ kind: 'paragraph', look: 'plain', words, inset: 0 }];
  return withFormulas(blocks, (hasFormulas) =>
    shapeXml(
      {
        name: 'Title',
        place: element('p:ph', { type }),
        at,
        body: bodyXml('t', [0, 0]),
        paragraphs: paragraphXml(words, wayOf(drawing, size, { hasFormulas })),
      },
      drawing,
    ),
  );
}

function textXml(
  box: Extract<PageBox, { kind: 'text' }>,
  drawing: Drawing,
  hasFormulas: boolean,
): string {
  const { blocks, size, at, isMain, ground, isMiddle } = box;
  const isTitle = drawing.page.layout === 'title';
  const place = isMain
    ? element('p:ph', isTitle ? { type: 'subTitle', idx: 1 } : { type: 'body', idx: 1 })
    : '';
  const pad: readonly [number, number] =
    ground === 'none' || ground === 'quote' ? [0, 2] : isMiddle ? [26, 8] : [28, 26];
  const text = shapeXml(
    {
      name: isMain ? 'Text' : 'Text box',
      place,
      at,
      ground: groundXml(ground),
      body: bodyXml(isMiddle ? 'ctr' : 't', pad),
      paragraphs: paragraphsXml(blocks, wayOf(drawing, size, { hasFormulas })),
    },
    drawing,
  );
  return ground === 'quote' ? `${quoteBar(at, drawing)}${text}` : text;
}

function groundXml(ground: Extract<PageBox, { kind: 'text' }>['ground']): string {
  switch (ground) {
    case 'none':
    case 'quote':
      return '';
    case 'card':
      return `${rounded(6000)}${colourFill('FFFFFF')}<a:ln w="19050">${fill('bg2')}</a:ln>`;
    case 'tint':
      return `${rounded(12_000)}${colourFill(hexOf('teal-tint'))}<a:ln><a:noFill/></a:ln>`;
  }
}

function quoteBar(at: Rect, drawing: Drawing): string {
  const id = nextId(drawing);
  return `<p:sp><p:nvSpPr>${element('p:cNvPr', { id, name: `Line ${id}` }, DECORATIVE)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frameXml({ ...at, x: at.x - 32, width: 8 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill('accent1')}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

function tableXml(box: Extract<PageBox, { kind: 'table' }>, drawing: Drawing): string {
  const { rows, columns, rowHeights, size, at } = box;
  const id = nextId(drawing);
  const number = (value: number) => Math.round(value * UNIT);
  const hasHead = rows[0]?.every(({ isHead }) => isHead) === true;
  const grid = columns.map((width) => element('a:gridCol', { w: number(width) })).join('');
  const way = wayOf(drawing, size, { hasFormulas: false });
  const body = rows.map((row, nth) =>
    element(
      'a:tr',
      { h: number(rowHeights[nth] ?? size) },
      columns
        .map((_, column) => {
          const cell = row[column];
          const isHead = cell?.isHead === true;
          const blocks = (cell?.blocks ?? []).map((block) =>
            isHead && block.kind === 'paragraph' ? { ...block, look: 'heading' as const } : block,
          );
          const side = cell?.side ?? null;
          const written = paragraphsXml(blocks, way);
          const aligned = side === null ? written : alignedXml(written, side);
          return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${aligned}</a:txBody>${cellLook(hasHead && nth === 0, nth === rows.length - 1)}</a:tc>`;
        })
        .join(''),
    ),
  );
  const table = `<a:tbl>${element('a:tblPr', { firstRow: hasHead ? 1 : null })}<a:tblGrid>${grid}</a:tblGrid>${body.join('')}</a:tbl>`;
  return `<p:graphicFrame><p:nvGraphicFramePr>${element('p:cNvPr', { id, name: `Table ${id}` })}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${frameXml(at, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">${table}</a:graphicData></a:graphic></p:graphicFrame>`;
}

function alignedXml(paragraphs: string, side: 'middle' | 'right'): string {
  return paragraphs.replaceAll(
    /<a:pPr (marL="\d+" indent="-?\d+")(?: algn="ctr")?>/g,
    (_, rest: string) => `<a:pPr ${rest} algn="${side === 'middle' ? 'ctr' : 'r'}">`,
  );
}

function cellLook(isHead: boolean, isLast: boolean): string {
  const none = (name: string) => `<a:${name} w="0"><a:noFill/></a:${name}>`;
  const below = isHead
    ? `<a:lnB w="38100">${fill('accent1')}</a:lnB>`
    : isLast
      ? none('lnB')
      : `<a:lnB w="19050">${fill('bg2')}</a:lnB>`;
  const pad = Math.round(12 * UNIT);
  const high = Math.round(8 * UNIT);
  return element(
    'a:tcPr',
    { marL: 0, marR: pad * 2, marT: high, marB: high, anchor: isHead ? 'b' : 't' },
    `${none('lnL')}${none('lnR')}${none('lnT')}${below}<a:noFill/>`,
  );
}

function codeXml(
  { lines, marked, size, at }: Extract<PageBox, { kind: 'code' }>,
  drawing: Drawing,
): string {
  const way = wayOf(drawing, size);
  const paragraphs = lines.map((line, nth) => {
    const run = { ...plainRun(line), isCode: true, bold: marked.includes(nth + 1) };
    return paragraphXml(line === '' ? [] : [run], way, {
      properties: '<a:pPr marL="0" indent="0"><a:buNone/></a:pPr>',
    });
  });
  return shapeXml(
    {
      name: 'Code',
      at,
      ground: groundXml('card'),
      body: bodyXml('t', [24, 18]),
      paragraphs: paragraphs.join(''),
    },
    drawing,
  );
}

function pictureXml(
  { picture, alt, at }: Extract<PageBox, { kind: 'picture' }>,
  drawing: Drawing,
): string {
  const id = nextId(drawing);
  return `<p:pic><p:nvPicPr>${element('p:cNvPr', { id, name: `Picture ${id}`, descr: alt }, alt === '' ? DECORATIVE : '')}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>${blipXml(picture, drawing)}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${frameXml(at)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

function blipXml({ name, source }: OfficePicture, drawing: Drawing): string {
  const id = pictureAt(drawing, name);
  const own = source === null ? null : pictureAt(drawing, source.name);
  if (own === null || source?.isDrawing !== true) return element('a:blip', { 'r:embed': id });
  return `<a:blip r:embed="${id}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${own}"/></a:ext></a:extLst></a:blip>`;
}

function filmXml(at: Rect, drawing: Drawing): string {
  const { film } = drawing.page;
  if (film === null || film.address === null) return '';
  const words = `Play the film: ${film.title}`;
  return shapeXml(
    {
      name: 'Film',
      at,
      ground: `${rounded(50_000)}${fill('accent2')}<a:ln><a:noFill/></a:ln>`,
      body: bodyXml('ctr', [36, 8]),
      paragraphs: paragraphXml(
        [plainRun(`▶  ${words}`)],
        wayOf(drawing, Math.min(36, (36 * 30) / words.length), { colour: 'bg1' }),
        { properties: '<a:pPr algn="ctr"/>', look: { bold: true, face: '+mj-lt' } },
      ),
      link: linkTo(drawing, film.address),
      description: words,
    },
    drawing,
  );
}

function numberXml(drawing: Drawing): string {
  const id = nextId(drawing);
  return `<p:sp><p:nvSpPr>${element('p:cNvPr', { id, name: `Slide number ${id}` })}${LOCKED}<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr ${`lang="${xmlWords(drawing.language)}"`}/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>`;
}
