import { palette, type Colour } from '../../../ui/palette.ts';
import type { OfficePart, PartRelation } from '../office-package.ts';
import { element, xmlPart } from '../office-xml.ts';
import type { PageLayout } from './slide-pages.ts';
import { UNIT } from './text-xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org';

/** The namespaces of a slide and of what it is made after. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  'xmlns:a': `${OFFICE}/drawingml/2006/main`,
  'xmlns:r': `${OFFICE}/officeDocument/2006/relationships`,
  'xmlns:p': `${OFFICE}/presentationml/2006/main`,
  'xmlns:m': `${OFFICE}/officeDocument/2006/math`,
};

/** A slide's size, in the units of Office: 16 to 9. */
export const SLIDE_SIZE = { width: 1280 * UNIT, height: 720 * UNIT } as const;

/** Colours of the board that pages have not (`deck.css`). */
export const BOARD_COLOURS = {
  'plum-deep': '#4a2857',
  'plum-ground': '#f3edf5',
  line: '#e0d8c8',
  'ink-soft': '#44566a',
} as const;

/** A colour of the board as Office writes it, `14273A`. */
export function hexOf(colour: Colour | keyof typeof BOARD_COLOURS): string {
  return { ...palette, ...BOARD_COLOURS }[colour].slice(1).toUpperCase();
}

/** What a slide, its layout, its master and its notes begin with: the shapes in their tree, on a ground of their own where they have one. */
export function commonSlide(shapes: string, ground = ''): string {
  return `<p:cSld>${ground}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree></p:cSld>`;
}

/** The layouts, in the order of their parts, with what PowerPoint calls them and what they are like. */
const layouts: readonly {
  readonly name: PageLayout;
  readonly title: string;
  readonly type: 'title' | 'obj';
}[] = [
  { name: 'title', title: 'Title', type: 'title' },
  { name: 'text', title: 'Heading and text', type: 'obj' },
  { name: 'question', title: 'Question', type: 'obj' },
  { name: 'stop', title: 'Stop and talk', type: 'obj' },
  { name: 'film', title: 'Film', type: 'obj' },
  { name: 'help', title: 'Help', type: 'obj' },
];

/** The name of a layout's part. */
export function layoutPart(name: PageLayout): string {
  return `ppt/slideLayouts/slideLayout${layouts.findIndex((one) => one.name === name) + 1}.xml`;
}

const MASTER = 'ppt/slideMasters/slideMaster1.xml';
/** The part that every notes page is made after. */
export const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';

/** What every presentation of ours has: theme, master and layouts in the board's colours and typefaces, and the same for notes. */
export function fixedParts(): readonly OfficePart[] {
  return [
    themePart('ppt/theme/theme1.xml'),
    {
      name: MASTER,
      type: `${TYPE}.slideMaster+xml`,
      xml: masterXml(),
      relations: [
        ...layouts.map(({ name }, at): PartRelation => ({
          id: `rId${at + 1}`,
          type: 'slideLayout',
          target: layoutPart(name),
        })),
        { id: 'rId20', type: 'theme', target: 'ppt/theme/theme1.xml' },
      ],
    },
    ...layouts.map((layout): OfficePart => ({
      name: layoutPart(layout.name),
      type: `${TYPE}.slideLayout+xml`,
      xml: layoutXml(layout),
      relations: [{ id: 'rId1', type: 'slideMaster', target: MASTER }],
    })),
    themePart('ppt/theme/theme2.xml'),
    {
      name: NOTES_MASTER,
      type: `${TYPE}.notesMaster+xml`,
      xml: notesMasterXml(),
      relations: [{ id: 'rId1', type: 'theme', target: 'ppt/theme/theme2.xml' }],
    },
    {
      name: 'ppt/presProps.xml',
      type: `${TYPE}.presProps+xml`,
      xml: xmlPart(element('p:presentationPr', NAMESPACES)),
      relations: [],
    },
    {
      name: 'ppt/tableStyles.xml',
      type: `${TYPE}.tableStyles+xml`,
      xml: xmlPart(
        element('a:tblStyleLst', {
          'xmlns:a': NAMESPACES['xmlns:a'] ?? '',
          def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}',
        }),
      ),
      relations: [],
    },
  ];
}

/** What the presentation itself leads to among these. */
export const fixedRelations: readonly PartRelation[] = [
  { id: 'rId1', type: 'slideMaster', target: MASTER },
  { id: 'rId2', type: 'notesMaster', target: NOTES_MASTER },
  { id: 'rId3', type: 'presProps', target: 'ppt/presProps.xml' },
  { id: 'rId4', type: 'tableStyles', target: 'ppt/tableStyles.xml' },
  { id: 'rId5', type: 'theme', target: 'ppt/theme/theme1.xml' },
];

function themePart(name: string): OfficePart {
  return {
    name,
    type: 'application/vnd.openxmlformats-officedocument.theme+xml',
    xml: themeXml(),
    relations: [],
  };
}

// Text is `dk1` on `lt1`: ink on paper, 13 to 1.
function themeXml(): string {
  const colour = (name: string, hex: string) => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`;
  const colours = [
    colour('dk1', hexOf('ink')),
    colour('lt1', hexOf('paper')),
    colour('dk2', hexOf('ink-soft')),
    colour('lt2', hexOf('line')),
    colour('accent1', hexOf('teal')),
    colour('accent2', hexOf('plum-deep')),
    colour('accent3', hexOf('sun')),
    colour('accent4', hexOf('teal-deep')),
    colour('accent5', hexOf('plum')),
    colour('accent6', hexOf('ink-soft')),
    colour('hlink', hexOf('teal-deep')),
    colour('folHlink', hexOf('plum')),
  ].join('');
  const face = (name: string, typeface: string) =>
    `<a:${name}><a:latin typeface="${typeface}" panose="020B0604020202020204" pitchFamily="34" charset="0"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;
  // A computer without them takes another without serifs.
  const faces = face('majorFont', 'Lexend') + face('minorFont', 'Atkinson Hyperlegible Next');
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number) => `<a:ln w="${width}">${solid}</a:ln>`;
  const bare = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return xmlPart(
    `<a:theme xmlns:a="${OFFICE}/drawingml/2006/main" name="Wholeclass"><a:themeElements><a:clrScheme name="Wholeclass">${colours}</a:clrScheme><a:fontScheme name="Wholeclass">${faces}</a:fontScheme><a:fmtScheme name="Wholeclass"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(9525)}${line(19_050)}${line(28_575)}</a:lnStyleLst><a:effectStyleLst>${bare.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
}

const GROUND =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const COLOUR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

type Place = {
  readonly id: number;
  readonly name: string;
  readonly place: string;
  readonly at: readonly [x: number, y: number, width: number, height: number];
  readonly words: string;
  /** What its text is like, where it is otherwise than in the master. */
  readonly style?: string;
  readonly anchor?: 't' | 'b';
};

function placeXml({ id, name, place, at, words, style = '', anchor = 't' }: Place): string {
  const [x, y, width, height] = at.map((one) => one * UNIT);
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${place}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle>${words}</p:txBody></p:sp>`;
}

const words = (text: string) => `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${text}</a:t></a:r></a:p>`;
const NUMBER_FIELD =
  '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld></a:p>';
const NUMBER_STYLE =
  '<a:lvl1pPr algn="r"><a:defRPr sz="1500"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>';

function numberPlace(): string {
  return placeXml({
    id: 4,
    name: 'Slide number',
    place: '<p:ph type="sldNum" sz="quarter" idx="12"/>',
    at: [1080, 674, 152, 30],
    words: NUMBER_FIELD,
    style: NUMBER_STYLE,
  });
}

const TITLE_WORDS = words('Click to edit the heading');
const BODY_WORDS = words('Click to edit the text');

function masterXml(): string {
  const shapes = [
    placeXml({
      id: 2,
      name: 'Title',
      place: '<p:ph type="title"/>',
      at: [88, 64, 1104, 132],
      words: TITLE_WORDS,
    }),
    placeXml({
      id: 3,
      name: 'Text',
      place: '<p:ph type="body" idx="1"/>',
      at: [88, 216, 1104, 440],
      words: BODY_WORDS,
    }),
    numberPlace(),
  ].join('');
  const ids = layouts
    .map((_, at) => `<p:sldLayoutId id="${2_147_483_649 + at}" r:id="rId${at + 1}"/>`)
    .join('');
  const root = element(
    'p:sldMaster',
    NAMESPACES,
    `${commonSlide(shapes, GROUND)}${COLOUR_MAP}<p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst><p:hf hdr="0" ftr="0" dt="0"/><p:txStyles>${titleStyle()}${bodyStyle()}${otherStyle('p:otherStyle', 3300)}</p:txStyles>`,
  );
  return xmlPart(root);
}

function titleStyle(): string {
  return `<p:titleStyle><a:lvl1pPr algn="l" rtl="0"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="4050" b="1" kern="1200">${TEXT_FILL}<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle>`;
}

const TEXT_FILL = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>';
const TEXT_FACE = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

function bodyStyle(): string {
  const levels = Array.from({ length: 9 }, (_, at) => {
    const left = (at + 1) * 48 * UNIT;
    return `<a:lvl${at + 1}pPr marL="${left}" indent="-${48 * UNIT}" algn="l" rtl="0"><a:spcBef><a:spcPts val="1050"/></a:spcBef><a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="3300" kern="1200">${TEXT_FILL}${TEXT_FACE}</a:defRPr></a:lvl${at + 1}pPr>`;
  });
  return `<p:bodyStyle>${levels.join('')}</p:bodyStyle>`;
}

function otherStyle(name: string, size: number): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) =>
      `<a:lvl${at + 1}pPr marL="${at * 48 * UNIT}" algn="l" rtl="0"><a:defRPr sz="${size}" kern="1200">${TEXT_FILL}${TEXT_FACE}</a:defRPr></a:lvl${at + 1}pPr>`,
  );
  return `<${name}>${levels.join('')}</${name}>`;
}

/** How text is that stands in no place of a layout. */
export function defaultTextStyle(): string {
  return otherStyle('p:defaultTextStyle', 3300);
}

function layoutXml({ name, title, type }: (typeof layouts)[number]): string {
  const isTitle = name === 'title';
  const isPlum = name === 'stop' || name === 'film';
  const ground = isPlum
    ? `<p:bg><p:bgPr><a:solidFill><a:srgbClr val="${hexOf('plum-ground')}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`
    : '';
  const large = (size: number) => `<a:lvl1pPr><a:defRPr sz="${size}"/></a:lvl1pPr>`;
  const heading = placeXml({
    id: 2,
    name: 'Title',
    place: `<p:ph type="${isTitle ? 'ctrTitle' : 'title'}"/>`,
    at: isTitle ? [88, 174, 960, 220] : [88, 64, 1104, 132],
    words: TITLE_WORDS,
    style: isTitle ? large(6900) : isPlum ? large(5700) : '',
  });
  const body = placeXml({
    id: 3,
    name: 'Text',
    place: `<p:ph type="${isTitle ? 'subTitle' : 'body'}" idx="1"/>`,
    at: isTitle ? [88, 420, 860, 200] : [88, 216, 1104, 440],
    words: BODY_WORDS,
    style: isTitle ? '<a:lvl1pPr marL="0" indent="0"><a:buNone/></a:lvl1pPr>' : '',
  });
  const shapes = `${isTitle ? crowd() : ''}${heading}${body}${numberPlace()}`;
  const root = element(
    'p:sldLayout',
    { ...NAMESPACES, type, preserve: 1 },
    `${commonSlide(shapes, ground).replace('<p:cSld>', `<p:cSld name="${title}">`)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`,
  );
  return xmlPart(root);
}

const NUMBER_OF_DOT = 100;

// The dots of the title slide: everyone the same size. They lie in the layout, where no one reads them aloud.
function crowd(): string {
  const gap = 62;
  const left = 1280 + 32 - 354;
  const top = 720 + 32 - 354;
  return crowdDots
    .map(({ x, y, tone }, at) => {
      const colour = tone === 't' ? 'teal' : tone === 's' ? 'sun' : 'teal-tint';
      const place = [left + x * gap, top + y * gap].map((one) => Math.round(one * UNIT));
      return `<p:sp><p:nvSpPr><p:cNvPr id="${NUMBER_OF_DOT + at}" name="Dot ${at + 1}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${place[0]}" y="${place[1]}"/><a:ext cx="${44 * UNIT}" cy="${44 * UNIT}"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="${hexOf(colour)}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
    })
    .join('');
}

/** The crowd of dots of a title slide as the board has it: its places, and one letter for a tone. */
const crowdDots = ['     f', '    ms', '   ptm', '  ftmt', ' sptms', 'spmfms'].flatMap((row, y) =>
  [...row].flatMap((tone, x) => (tone === ' ' ? [] : [{ x, y, tone }])),
);

function notesMasterXml(): string {
  const shapes = [
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>`,
    `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4000500"/><a:ext cx="5486400" cy="4600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${words('Click to edit the notes')}</p:txBody></p:sp>`,
  ].join('');
  const root = element(
    'p:notesMaster',
    NAMESPACES,
    `${commonSlide(shapes, GROUND)}${COLOUR_MAP}${otherStyle('p:notesStyle', 1200)}`,
  );
  return xmlPart(root);
}
