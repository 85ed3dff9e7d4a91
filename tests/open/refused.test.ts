import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFile, openPasted } from '../../src/open/open-file.ts';
import {
  docx,
  paragraph,
  picture,
  pptx,
  relations,
  run,
  shape,
  lines,
  zipOf,
} from './make-office.ts';
import { latin, png } from './small-pictures.ts';
import { withSize } from './zip-size.ts';
import { opened } from './lesson-seen.ts';

const open = (bytes: Uint8Array | string, name = 'a-file.docx') =>
  openFile({ name, bytes: typeof bytes === 'string' ? latin(bytes) : bytes });
const utf16 = (words: string) => [...words].map((one) => `${one}\0`).join('');
const OLD = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

describe('a file that is no lesson', () => {
  test.each([
    [
      'a Word document of before 2007',
      `${OLD}${'\0'.repeat(600)}${utf16('WordDocument')}`,
      /\.doc\).*save it as a Word document/,
    ],
    [
      'a presentation of before 2007',
      `${OLD}${'\0'.repeat(600)}${utf16('PowerPoint Document')}`,
      /\.ppt\).*PowerPoint/,
    ],
    ['a PDF', '%PDF-1.7\n', /a PDF.*Open the document/],
    ['rich text', '{\\rtf1 x}', /rich text/],
    ['a picture', '\x89PNG\r\n\x1a\nxxxx', /a picture/],
    ['a film', '\0\0\0\x18ftypmp42', /a film/],
    ['a program', 'MZ\x90\0', /a program/],
    ['bytes that are no text', '\x01\x02\x03\0\xff\xfe\0\x07', /no text, document or presentation/],
    ['an empty file', '', /it is empty/],
  ])('%s gets a sentence that says what it is and what to do', (_, bytes, sentence) => {
    expect(open(bytes)).toMatchObject({
      kind: 'not-opened',
      message: expect.stringMatching(sentence),
    });
  });

  test.each([
    ['OpenDocument text', { mimetype: 'application/vnd.oasis.opendocument.text' }, /\.odt/],
    [
      'OpenDocument slides',
      { mimetype: 'application/vnd.oasis.opendocument.presentation' },
      /\.odp/,
    ],
    ['a Keynote presentation', { 'Index/Slide-1.iwa': 'x' }, /Keynote.*Export/],
    ['a Pages document', { 'Index/Document.iwa': 'x' }, /Pages/],
    ['a spreadsheet', { 'xl/workbook.xml': '<x/>' }, /spreadsheet/],
    ['any zip file', { 'a.txt': 'x' }, /Unpack it/],
  ])('%s, which is a zip file, too', (_, parts, sentence) => {
    expect(open(zipOf(parts))).toMatchObject({
      code: 'other-kind',
      message: expect.stringMatching(sentence),
    });
  });

  test('one with a password is named as such, of either kind', () => {
    const locked = `${OLD}${'\0'.repeat(600)}${utf16('EncryptedPackage')}`;
    expect(open(locked)).toMatchObject({ code: 'password' });
    const zipped = docx(paragraph('x')).slice();
    const at = Buffer.from(zipped).indexOf(Buffer.from('PK\x01\x02'));
    for (
      let entry = at;
      entry >= 0;
      entry = Buffer.from(zipped).indexOf(Buffer.from('PK\x01\x02'), entry + 1)
    ) {
      zipped[entry + 8] = 1;
    }
    expect(open(zipped)).toMatchObject({ code: 'password' });
  });

  test('the name of a file decides nothing: a document is one whatever it is called', () => {
    expect(open(docx(paragraph('Soil', 'H1')), 'soil.md')).toMatchObject({
      kind: 'opened',
      source: 'docx',
    });
    expect(open(pptx([{ shapes: shape('title', lines(['Soil'])) }]), 'soil.docx')).toMatchObject({
      source: 'pptx',
    });
    expect(open('# Soil\n', 'soil.docx')).toMatchObject({ kind: 'opened', source: 'text' });
    expect(open('<!doctype html><h1>Soil</h1>', 'soil.docx')).toMatchObject({ source: 'html' });
  });
});

describe('more than one lesson has', () => {
  const tooMuch = {
    code: 'too-large',
    message: expect.stringContaining('too much in it for one lesson'),
  };
  const box = (inner: string) =>
    `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const boxes = (deep: number): string =>
    deep === 0 ? paragraph('x') : paragraph(`${box(boxes(deep - 1))}`);
  const cell = `<w:tc>${paragraph('x')}</w:tc>`;

  test.each([
    ['paragraphs', docx(paragraph('x').repeat(20_001))],
    ['runs in one paragraph', docx(paragraph(run('x').repeat(100_001)))],
    ['breaks in one run', docx(paragraph(`<w:r>${'<w:t>x</w:t><w:br/>'.repeat(100_001)}</w:r>`))],
    ['things of other programs', docx(paragraph(`<w:r>${'<w:object/>'.repeat(100_001)}</w:r>`))],
    ['text boxes within text boxes', docx(boxes(15))],
    [
      'empty cells beside full ones',
      docx(
        `<w:tbl><w:tr>${cell.repeat(1000)}</w:tr>${`<w:tr>${cell}</w:tr>`.repeat(1000)}</w:tbl>`,
      ),
    ],
    [
      'lines on slides',
      pptx(
        Array.from({ length: 21 }, () => ({ shapes: shape('body', lines(Array(1000).fill('x'))) })),
      ),
    ],
    ['lines of text', latin('x\n\n'.repeat(30_001))],
    ['text', latin(`${'x '.repeat(1000)}\n\n`.repeat(1001))],
    ['paragraphs of a page', latin(`<!doctype html>${'<p>x'.repeat(20_001)}`)],
  ])('in %s is refused with a sentence', (_, bytes) => {
    expect(open(bytes)).toMatchObject(tooMuch);
  });

  test('is not what a long plan has: a year of it opens, and a paragraph of many runs', () => {
    const runs = `${run('x', '<w:b/>')}${run('y ')}`.repeat(40_000);
    expect(open(docx(paragraph(runs)))).toMatchObject({ kind: 'opened' });
    expect(open(docx(paragraph('Talk it over').repeat(3000)))).toMatchObject({ kind: 'opened' });
  });
});

describe('a hostile file', () => {
  test.each(['../../evil.xml', '/etc/passwd', 'C:/evil.xml', '..\\evil.xml', 'word/../../evil'])(
    'with %s in it is refused',
    (name) => {
      expect(open(zipOf({ 'word/document.xml': '<x/>', [name]: 'x' }))).toMatchObject({
        code: 'unsafe-file',
        message: expect.stringContaining('outside its folder'),
      });
    },
  );

  test('that unpacks to more than there is room for is refused before it is unpacked in full', () => {
    const bomb = zipSync({
      '_rels/.rels': strToU8(relations({ r: ['officeDocument', 'word/document.xml'] })),
      'word/document.xml': [new Uint8Array(90_000_000), { level: 1 }],
    });
    const before = process.memoryUsage().arrayBuffers;
    expect(open(bomb)).toMatchObject({ code: 'too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80_000_000);
  });

  test('that says less of its size than it has is held to what it has', () => {
    const zipped = zipSync({
      '_rels/.rels': strToU8(relations({ r: ['officeDocument', 'word/document.xml'] })),
      'word/document.xml': [new Uint8Array(60_000_000), { level: 1 }],
    });
    const bytes = Buffer.from(zipped);
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) {
      bytes.writeUInt32LE(10, at + 24);
    }
    expect(open(new Uint8Array(bytes))).toMatchObject({ code: 'too-large' });
  });

  test('whose packed data are no data is damaged, and so is half a file', () => {
    const whole = docx(paragraph('Soil'));
    expect(open(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'damaged-file' });
    const broken = whole.slice();
    const at = Buffer.from(broken).indexOf('word/document.xml') + 'word/document.xml'.length;
    broken.fill(0xff, at, at + 60);
    expect(open(broken)).toMatchObject({ kind: 'not-opened' });
  });

  test('that declares entities is refused, whatever they are', () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
    for (const text of [bomb, bomb.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')]) {
      const bytes = docx('', { parts: { 'word/document.xml': text } });
      expect(open(bytes)).toMatchObject({
        code: 'unsafe-file',
        message: expect.stringContaining('entities'),
      });
    }
  });

  test('of elements in each other without end is too large', () => {
    const deep = docx(
      `${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}`,
    );
    expect(open(deep)).toMatchObject({ code: 'too-large' });
  });

  test('with styles that are based on each other, and parts that lead to themselves, is read', () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="H1"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="H1"/></w:style></w:styles>`;
    const bytes = docx(paragraph('Soil', 'H1'), { parts: { 'word/styles.xml': styles } });
    expect(opened('x.docx', bytes).text).toContain('Soil');
  });

  test('with a picture too large, of another kind or from elsewhere is read without it, and says so', () => {
    const cases: readonly (readonly [string, Uint8Array | string, RegExp])[] = [
      ['image', png(40_000, 40_000), /1600 megapixels/],
      ['image', latin('<svg onload="alert(1)"/>'), /browsers cannot show it/],
      ['image', latin('\x89PNG\r\n\x1a\n'), /browsers cannot show it/],
    ];
    for (const [type, bytes, why] of cases) {
      const made = opened(
        'x.docx',
        docx(paragraph(run('Words')) + paragraph(picture('p', 'A jar')), {
          parts: { 'word/media/i.png': bytes },
          related: { p: [type, 'media/i.png'] },
        }),
      );
      expect(made.media).toEqual([]);
      expect(made.text).not.toContain('![');
      expect(made.findings).toContainEqual(
        expect.objectContaining({ kind: 'left-out', words: expect.stringMatching(why) }),
      );
    }
    const linked = docx(paragraph('Words') + paragraph(picture('p', 'A jar')), {
      related: { p: ['image', 'https://example.org/a.png'] },
    });
    expect(opened('x.docx', linked).findings).toContainEqual(
      expect.objectContaining({ kind: 'left-out', words: expect.stringContaining('on a website') }),
    );
  });

  test('with a picture larger than any part of it may be is read without it, and says so', () => {
    const bytes = docx(paragraph(run('Words')) + paragraph(picture('p', 'A jar')), {
      parts: { 'word/media/i.png': latin('large') },
      related: { p: ['image', 'media/i.png'] },
    });
    const made = opened('x.docx', withSize(bytes, 'word/media/i.png', 41_000_000));
    expect(made.text).toContain('Words');
    expect(made.findings).toContainEqual(
      expect.objectContaining({
        kind: 'left-out',
        words:
          'The picture “A jar”: it has 41.0 MB, and 30.0 MB is the limit: make it smaller, and add it again',
      }),
    );
  });

  test('pasted HTML in which nothing ends takes no time, and gives its words', () => {
    const found = openPasted({ html: `${'<div><b><p>'.repeat(20_000)}words`, text: '' });
    expect(found).toMatchObject({ kind: 'opened', text: expect.stringContaining('words') });
  });
});
