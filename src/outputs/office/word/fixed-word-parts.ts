import { palette } from '../../../ui/palette.ts';
import type { OfficePart } from '../office-package.ts';
import { element, xmlPart, xmlWords } from '../office-xml.ts';
import { BULLETS } from './word-text.ts';

const OFFICE = 'http://schemas.openxmlformats.org';

/** The namespaces of a document. */
export const WORD_NAMESPACES: Readonly<Record<string, string>> = {
  'xmlns:w': `${OFFICE}/wordprocessingml/2006/main`,
  'xmlns:r': `${OFFICE}/officeDocument/2006/relationships`,
  'xmlns:m': `${OFFICE}/officeDocument/2006/math`,
};

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts that a plan’s document leads to: its styles, its lists, and the foot of each page. */
export function fixedWordParts(
  lists: readonly number[],
  foot: string,
): readonly (OfficePart & { readonly relation: string })[] {
  const part = (name: string, relation: string, root: string) => ({
    name: `word/${name}.xml`,
    relation,
    type: `${TYPE}.${relation}+xml`,
    xml: xmlPart(root),
    relations: [],
  });
  return [
    part('styles', 'styles', stylesXml()),
    part('numbering', 'numbering', numberingXml(lists)),
    part(
      'settings',
      'settings',
      element(
        'w:settings',
        WORD_NAMESPACES,
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>',
      ),
    ),
    part('footer1', 'footer', footerXml(foot)),
    part('fontTable', 'fontTable', fontsXml()),
  ];
}

const FACE = 'Atkinson Hyperlegible Next';
const HEADING_FACE = 'Lexend';

// What stands in where a computer lacks them: another without serifs.
function fontsXml(): string {
  const fonts = [FACE, HEADING_FACE].map((name) =>
    element(
      'w:font',
      { 'w:name': name },
      '<w:altName w:val="Calibri"/><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>',
    ),
  );
  return element('w:fonts', WORD_NAMESPACES, fonts.join(''));
}

function faces(name: string): string {
  return element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name });
}

// Sizes are halves of a point: 11 on paper, as schools set their plans.
function stylesXml(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${faces(FACE)}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const style = (id: string, name: string, inside: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${inside}</w:style>`;
  const heading = (level: number, size: number, before: number) =>
    style(
      `Heading${level}`,
      `heading ${level}`,
      `<w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="60"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr>${faces(HEADING_FACE)}<w:b/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`,
    );
  const line = palette['teal-deep'].slice(1).toUpperCase();
  return element(
    'w:styles',
    WORD_NAMESPACES,
    [
      defaults,
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
      style(
        'Title',
        'Title',
        `<w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr>${faces(HEADING_FACE)}<w:b/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr>`,
      ),
      heading(1, 28, 240),
      heading(2, 24, 200),
      heading(3, 22, 120),
      style(
        'Small',
        'Small',
        '<w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr>',
      ),
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
      `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="${line}"/><w:u w:val="single"/></w:rPr></w:style>`,
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
      `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:after="40"/></w:pPr><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join('')}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
    ].join(''),
  );
}

const MAX_LEVELS = 9;

// One list of bullets, and one for each counted list, which begins with a number of its own.
function numberingXml(lists: readonly number[]): string {
  const level = (at: number, format: string, words: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(at + 1) * 400}" w:hanging="300"/></w:pPr></w:lvl>`;
  const levels = (format: string, words: (at: number) => string) =>
    Array.from({ length: MAX_LEVELS }, (_, at) => level(at, format, words(at))).join('');
  const abstracts = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels('bullet', () => '•')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${levels('decimal', (at) => `%${at + 1}.`)}</w:abstractNum>`;
  const counted = lists.map((start, at) => {
    const overrides = Array.from(
      { length: MAX_LEVELS },
      (_, of) =>
        `<w:lvlOverride w:ilvl="${of}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
    );
    return `<w:num w:numId="${BULLETS + 1 + at}"><w:abstractNumId w:val="1"/>${overrides.join('')}</w:num>`;
  });
  return element(
    'w:numbering',
    WORD_NAMESPACES,
    `${abstracts}<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>${counted.join('')}`,
  );
}

function footerXml(foot: string): string {
  const field = (name: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const text = (words: string) => `<w:r><w:t xml:space="preserve">${xmlWords(words)}</w:t></w:r>`;
  return element(
    'w:ftr',
    WORD_NAMESPACES,
    `<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="10318"/></w:tabs></w:pPr>${text(foot)}<w:r><w:tab/></w:r>${text('page ')}${field('PAGE')}${text(' of ')}${field('NUMPAGES')}</w:p>`,
  );
}
