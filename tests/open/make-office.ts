import { strToU8, zipSync, type Zippable } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/';
const RELATIONS = `${OFFICE}officeDocument/2006/relationships`;

/** The files within an Office file, by name: XML, or bytes. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A zip file of these files. */
export function zipOf(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    files[name] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(files);
}

/** Relations of a part: what each id leads to. */
export function relations(
  of: Readonly<Record<string, readonly [type: string, target: string]>>,
): string {
  const all = Object.entries(of).map(([id, [type, target]]) => {
    const mode = /^https?:/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="${OFFICE}package/2006/relationships">${all.join('')}</Relationships>`;
}

const WORD = `xmlns:w="${OFFICE}wordprocessingml/2006/main" xmlns:r="${RELATIONS}" xmlns:m="${OFFICE}officeDocument/2006/math" xmlns:wp="${OFFICE}drawingml/2006/wordprocessingDrawing" xmlns:a="${OFFICE}drawingml/2006/main" xmlns:pic="${OFFICE}drawingml/2006/picture" xmlns:mc="${OFFICE}markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;

const STYLES = `<w:styles ${WORD}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>`).join('')}
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="H1"/></w:style>
</w:styles>`;

const NUMBERING = `<w:numbering ${WORD}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>`;

/** Text as XML has it. */
function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Words of a run, with properties such as `<w:b/>`. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
}

/** A paragraph of runs or words; `style` is `Titel`, `H1`, `Mine`, or nothing. */
export function paragraph(words: string, style = '', more = ''): string {
  const runs = words.startsWith('<') ? words : run(words);
  const named = style === '' ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${more}</w:pPr>${runs}</w:p>`;
}

/** An item of a list: 1 has bullets, 2 is counted. */
export function item(words: string, list: 1 | 2 = 1, level = 0): string {
  return paragraph(
    words,
    '',
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  );
}

/** A table of cells, each words or paragraphs. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (words: string) =>
    `<w:tc><w:tcPr/>${words.startsWith('<') ? words : paragraph(words)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A run with a picture of this id. */
export function picture(id: string, alt: string, crop = ''): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${xml(alt)}"/><a:graphic><a:graphicData uri="${OFFICE}drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** The same picture, of Word or PowerPoint, marked as one that only decorates. */
export function asDecorative(made: string): string {
  const mark = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`;
  return made.replace(
    /<(wp:docPr|p:cNvPr)([^>]*)\/>/,
    (_, name: string, attributes: string) => `<${name}${attributes}>${mark}</${name}>`,
  );
}

/** A document of Word with this body, and more files and relations. */
export function docx(
  body: string,
  {
    parts = {},
    related = {},
  }: { readonly parts?: Parts; readonly related?: Parameters<typeof relations>[0] } = {},
): Uint8Array {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations({ r1: ['officeDocument', 'word/document.xml'] }),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations({
      s: ['styles', 'styles.xml'],
      n: ['numbering', 'numbering.xml'],
      ...related,
    }),
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
    ...parts,
  });
}

/** The words of another part of a document, `<w:footnotes>` and the like. */
export function wordPart(name: string, inner: string): string {
  return `<w:${name} ${WORD}>${inner}</w:${name}>`;
}

const SLIDE = `xmlns:p="${OFFICE}presentationml/2006/main" xmlns:a="${OFFICE}drawingml/2006/main" xmlns:r="${RELATIONS}" xmlns:mc="${OFFICE}markup-compatibility/2006"`;

/** Paragraphs of a shape, each words with what stands before them: its level, its mark. */
export function lines(
  of: readonly (string | readonly [words: string, properties: string])[],
): string {
  return of
    .map((one) => {
      const [words, properties] = typeof one === 'string' ? [one, ''] : one;
      return `<a:p>${properties}<a:r><a:t>${xml(words)}</a:t></a:r></a:p>`;
    })
    .join('');
}

/** A shape in a place of its layout, `title`, `body`, or none; `more` is its frame. */
export function shape(type: string, paragraphs: string, more = '', hidden = ''): string {
  const place = type === '' ? '' : `<p:ph type="${type}"/>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"${hidden}/><p:cNvSpPr/><p:nvPr>${place}</p:nvPr></p:nvSpPr><p:spPr>${more}</p:spPr><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`;
}

/** A frame at a place, in the units of slides. */
export function frame(x: number, y: number, width: number, height: number): string {
  return `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;
}

/** A picture on a slide. */
export function slidePicture(id: string, alt: string, crop = ''): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="4" name="x" descr="${xml(alt)}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/>${crop}</p:blipFill></p:pic>`;
}

/** Another part of a presentation with shapes on it, `sldLayout`. */
export function slidePart(name: string, shapes: string): string {
  return `<p:${name} ${SLIDE}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:${name}>`;
}

/** One slide of a presentation that a test makes. */
export type MadeSlide = {
  readonly shapes: string;
  readonly notes?: string;
  readonly hidden?: boolean;
  readonly related?: Parameters<typeof relations>[0];
  readonly timing?: string;
};

/** A presentation of these slides in this order; their files are named the other way round. */
export function pptx(slides: readonly MadeSlide[], parts: Parts = {}): Uint8Array {
  const fileOf = (at: number) => `slide${slides.length - at}.xml`;
  const files: Record<string, string> = {};
  slides.forEach(({ shapes, notes, hidden = false, related = {}, timing = '' }, at) => {
    const file = fileOf(at);
    files[`ppt/slides/${file}`] =
      `<p:sld ${SLIDE}${hidden ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>${timing}</p:sld>`;
    files[`ppt/slides/_rels/${file}.rels`] = relations({
      ...related,
      ...(notes === undefined ? {} : { n: ['notesSlide', `../notesSlides/${file}`] as const }),
    });
    if (notes !== undefined) {
      files[`ppt/notesSlides/${file}`] =
        `<p:notes ${SLIDE}><p:cSld><p:spTree>${shape('sldImg', '')}${shape('body', notes)}${shape('sldNum', lines(['7']))}</p:spTree></p:cSld></p:notes>`;
    }
  });
  const list = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join('');
  return zipOf({
    '_rels/.rels': relations({ r1: ['officeDocument', 'ppt/presentation.xml'] }),
    'ppt/presentation.xml': `<p:presentation ${SLIDE}><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="1000" cy="500"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      Object.fromEntries(slides.map((_, at) => [`s${at}`, ['slide', `slides/${fileOf(at)}`]])),
    ),
    ...files,
    ...parts,
  });
}
