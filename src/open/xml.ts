import { SaxesParser } from 'saxes';
import { decodeText } from './decode-text.ts';
import { LIMITS, type Amount } from './limits.ts';
import { CannotOpen, countIn, tooMuch } from './opened.ts';

/** An element of XML: its name with the prefix by which Office files are always written, `w:p`, whatever this file calls it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

// The namespaces of Office files, each in its two editions (ECMA-376 transitional and strict).
const OFFICE = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OFFICE}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OFFICE}presentationml/2006/main`, 'p'],
  [`${STRICT}presentationml/main`, 'p'],
  [`${OFFICE}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${OFFICE}drawingml/2006/picture`, 'pic'],
  [`${STRICT}drawingml/picture`, 'pic'],
  [`${OFFICE}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${OFFICE}drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}drawingml/diagram`, 'dgm'],
  [`${OFFICE}drawingml/2006/chart`, 'c'],
  [`${STRICT}drawingml/chart`, 'c'],
  [`${OFFICE}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OFFICE}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OFFICE}package/2006/relationships`, 'rel'],
  [`${OFFICE}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas', 'wpc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/drawing/2010/main', 'a14'],
  ['http://schemas.microsoft.com/office/drawing/2017/decorative', 'adec'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);

/** An element whose end is not read yet. */
type Open = XmlElement & { readonly children: (XmlElement | string)[] };

/** Reads a part of an Office file, in time and memory that grow with its length. A declaration of entities, by which a small file can become a huge one or name files of this computer, is refused, and so is more than one lesson has; `parsed` is what was read of the same file before. */
export function parseXml(
  bytes: Uint8Array,
  parsed: Amount = { paragraphs: 0, runs: 0 },
): XmlElement {
  const open: Open[] = [{ name: '', attributes: new Map(), children: [] }];
  const add = (child: XmlElement | string) => void open.at(-1)?.children.push(child);
  let count = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', () => {
    throw damagedXml();
  });
  parser.on('doctype', () => {
    throw entities();
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ uri, local, attributes }) => {
    count += 1;
    if (count > LIMITS.elements || open.length > LIMITS.depth) throw tooMuch();
    const element: Open = {
      name: nameIn(uri, local),
      attributes: new Map(
        Object.values(attributes).map((one) => [nameIn(one.uri, one.local), one.value]),
      ),
      children: [],
    };
    countIn(parsed, element.name);
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(decodeText(bytes).text).close();
  const [root] = childrenOf(open[0]);
  if (root === undefined) throw damagedXml();
  return root;
}

// A namespace that is not read has a prefix of no other.
function nameIn(uri: string, local: string): string {
  return uri === '' ? local : `${PREFIXES.get(uri) ?? '?'}:${local}`;
}

/** The elements of this name right below another, or all of its elements. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element by a path of names, each right below the one before. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]) {
  return path.reduce<XmlElement | undefined>((from, name) => childrenOf(from, name)[0], element);
}

/** All elements of this name at any depth, in order. */
export function elementsIn(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (from: XmlElement) => {
    for (const child of childrenOf(from)) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

/** All the words in an element. */
export function wordsIn(element: XmlElement): string {
  const words: string[] = [];
  const visit = (from: XmlElement) => {
    for (const child of from.children) {
      if (typeof child === 'string') words.push(child);
      else visit(child);
    }
  };
  visit(element);
  return words.join('');
}

function damagedXml(): CannotOpen {
  return new CannotOpen(
    'damaged-file',
    'Cannot open this file: a part of it cannot be read. Open it in the program it was made with, save it under another name, and open that',
  );
}

function entities(): CannotOpen {
  return new CannotOpen(
    'unsafe-file',
    'Cannot open this file: it declares entities, by which a file can reach into others or grow without end. No program that teachers use writes such a file: ask where it comes from',
  );
}
