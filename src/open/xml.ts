import { decodeEntities } from './decode-entities.ts';
import { decodeText } from './decode-text.ts';
import { LIMITS, type Amount } from './limits.ts';
import { CannotOpen, countIn, tooMuch } from './opened.ts';
import { tagEnd } from './tag-end.ts';

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

type Open = {
  readonly raw: string;
  readonly element: { readonly children: (XmlElement | string)[] } & XmlElement;
  readonly prefixes: ReadonlyMap<string, string>;
};

/** Reads a part of an Office file, in time and memory that grow with its length. A declaration of entities, by which a small file can become a huge one or name files of this computer, is refused, and so is more than one lesson has; `parsed` is what was read of the same file before. */
export function parseXml(
  bytes: Uint8Array,
  parsed: Amount = { paragraphs: 0, runs: 0 },
): XmlElement {
  const { text } = decodeText(bytes);
  const root = { name: '', attributes: new Map<string, string>(), children: [] };
  const stack: Open[] = [{ raw: '', element: root, prefixes: new Map() }];
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const open = stack.at(-1);
    if (open === undefined) throw damagedXml();
    const next = text.indexOf('<', at);
    const words = text.slice(at, next < 0 ? text.length : next);
    if (words !== '' && stack.length > 1) open.element.children.push(decodeEntities(words, NAMED));
    if (next < 0) break;
    if (text.startsWith('<!--', next)) at = after(text, '-->', next + 4);
    else if (text.startsWith('<![CDATA[', next)) {
      const end = after(text, ']]>', next + 9);
      open.element.children.push(text.slice(next + 9, end - 3));
      at = end;
    } else if (text.startsWith('<!', next)) throw entities();
    else if (text.startsWith('<?', next)) at = after(text, '?>', next + 2);
    else {
      const end = tagEndIn(text, next + 1);
      const tag = text.slice(next + 1, end);
      at = end + 1;
      if (tag.startsWith('/')) {
        if (stack.length < 2 || tag.slice(1).trim() !== open.raw) throw damagedXml();
        stack.pop();
        continue;
      }
      count += 1;
      if (count > LIMITS.elements || stack.length > LIMITS.depth) throw tooMuch();
      const isEmpty = tag.endsWith('/');
      const started = startElement(isEmpty ? tag.slice(0, -1) : tag, open.prefixes);
      countIn(parsed, started.element.name);
      open.element.children.push(started.element);
      if (!isEmpty) stack.push(started);
    }
  }
  const [element, more] = root.children.filter((child) => typeof child !== 'string');
  if (stack.length !== 1 || element === undefined || more !== undefined) throw damagedXml();
  return element;
}

function startElement(tag: string, outer: ReadonlyMap<string, string>): Open {
  const nameEnd = /[\s/]/.exec(tag)?.index ?? tag.length;
  const raw = tag.slice(0, nameEnd);
  const written = readAttributes(tag, nameEnd);
  const declared = written.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  let prefixes = outer;
  if (declared.length > 0) {
    const own = new Map(outer);
    for (const [name, uri] of declared) own.set(name.slice(6), PREFIXES.get(uri) ?? '?');
    if (own.size > LIMITS.prefixes) throw tooMuch();
    prefixes = own;
  }
  const attributes =
    written.length === 0
      ? NONE
      : new Map(
          written.map(([name, value]) => [
            name.includes(':') ? nameIn(prefixes, name) : name,
            decodeEntities(value, NAMED),
          ]),
        );
  return { raw, element: { name: nameIn(prefixes, raw), attributes, children: [] }, prefixes };
}

const NONE: ReadonlyMap<string, string> = new Map();

function nameIn(prefixes: ReadonlyMap<string, string>, raw: string): string {
  const colon = raw.indexOf(':');
  const prefix = prefixes.get(colon < 0 ? '' : raw.slice(0, colon));
  return prefix === undefined ? raw : `${prefix}:${raw.slice(colon + 1)}`;
}

function readAttributes(tag: string, from: number): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  let at = from;
  while (at < tag.length) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) break;
    const name = tag.slice(at, equals).trim();
    let quoteAt = equals + 1;
    while (/\s/.test(tag[quoteAt] ?? '')) quoteAt += 1;
    const quote = tag[quoteAt];
    if (quote !== '"' && quote !== "'") throw damagedXml();
    const end = tag.indexOf(quote, quoteAt + 1);
    if (end < 0) throw damagedXml();
    found.push([name, tag.slice(quoteAt + 1, end)]);
    at = end + 1;
  }
  return found;
}

function tagEndIn(text: string, from: number): number {
  const end = tagEnd(text, from);
  if (end < 0) throw damagedXml();
  return end;
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  if (at < 0) throw damagedXml();
  return at + end.length;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

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
