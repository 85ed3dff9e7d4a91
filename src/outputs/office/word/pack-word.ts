import {
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type IParagraphStylePropertiesOptions,
  type Table,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { palette } from '../../../ui/palette.ts';
import { zipOffice } from '../office-package.ts';
import { allowedInXml } from '../office-xml.ts';
import { TEXT_WIDTH } from './word-text.ts';

// A font that school computers have: without one of that name Word takes another, with serifs.
const FACE = 'Calibri';

/** A document of Word on A4: `title` is in its properties, `foot` at the bottom of each page, before its number. */
export async function packWord(
  children: readonly (Paragraph | Table)[],
  { title, foot }: { readonly title: string; readonly foot: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: allowedInXml(title),
    creator: 'Wholeclass',
    lastModifiedBy: 'Wholeclass',
    styles: {
      default: {
        // Sizes are halves of a point: 11 on paper, as schools set their plans.
        document: {
          run: { font: FACE, size: 22, language: { value: 'en-GB', bidirectional: 'ar-SA' } },
          paragraph: { spacing: { after: 80, line: 259 } },
        },
        title: style(40, { spacing: { after: 60 } }),
        heading1: style(28, { keepNext: true, spacing: { before: 240, after: 60 } }),
        heading2: style(24, { keepNext: true, spacing: { before: 200, after: 60 } }),
        heading3: style(22, { keepNext: true, spacing: { before: 120, after: 60 } }),
        hyperlink: { run: { color: palette['teal-deep'].slice(1), underline: {} } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 720, right: 794, bottom: 850, left: 794, header: 400, footer: 400 },
          },
        },
        footers: { default: new Footer({ children: [footLine(foot)] }) },
        children,
      },
    ],
  });
  return withoutDates(new Uint8Array(await Packer.toArrayBuffer(document)));
}

// The same lesson makes the same bytes: a folder of it is the same whenever it is made.
function withoutDates(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(packed);
  const core = strFromU8(parts[CORE] ?? new Uint8Array());
  const undated = core.replaceAll(/<(dcterms:\w+)[^>]*>[^<]*<\/\1>/g, '');
  return zipOffice({ ...parts, [CORE]: strToU8(undated) });
}

const CORE = 'docProps/core.xml';

function style(size: number, paragraph: IParagraphStylePropertiesOptions) {
  return { run: { bold: true, size }, paragraph };
}

function footLine(foot: string): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      new TextRun({
        children: [
          allowedInXml(foot),
          '\tpage ',
          PageNumber.CURRENT,
          ' of ',
          PageNumber.TOTAL_PAGES,
        ],
      }),
    ],
  });
}
