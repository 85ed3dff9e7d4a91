import { htmlAttributes } from '../document/html-tags.ts';
import { LIMITS } from './limits.ts';
import { CannotOpen } from './opened.ts';

/** An element of HTML that was copied: its name in lower case, what is in it, and what says how it looks. */
export type HtmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly style: string;
  readonly classes: readonly string[];
  readonly children: (HtmlElement | string)[];
};

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const RAW: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes'.split(' '),
);
/** What a tag ends that its author left open. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  p: ['p'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
};
const STOPS: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'dl', 'body']);

/** Reads HTML as far as a clipboard has it, in time that grows with its length; what is not closed ends with the element it is in. */
export function parseHtml(html: string): HtmlElement {
  const text = html.slice(0, LIMITS.part);
  const lower = text.toLowerCase();
  const root = newElement('body', '');
  const stack: HtmlElement[] = [root];
  let count = 0;
  let at = 0;
  const push = (words: string) => {
    if (words !== '') stack.at(-1)?.children.push(decodeHtml(words));
  };
  while (at < text.length) {
    const next = text.indexOf('<', at);
    push(text.slice(at, next < 0 ? text.length : next));
    if (next < 0) break;
    at = next;
    if (text.startsWith('<!--', at)) {
      at = afterComment(text, at);
      continue;
    }
    if (text.startsWith('<![if !supportLists]>', at)) {
      // What a list's marks look like is not part of its words.
      at = after(text, '<![endif]>', at);
      continue;
    }
    const [, slash = '', raw] =
      /^<(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(text.slice(at, at + 48)) ?? [];
    if (raw === undefined) {
      const isMark = text[at + 1] === '!' || text[at + 1] === '?' || text[at + 1] === '/';
      if (isMark) at = after(text, '>', at);
      else {
        push('<');
        at += 1;
      }
      continue;
    }
    const name = raw.toLowerCase();
    const end = tagEnd(text, at + 1 + slash.length + raw.length);
    if (slash === '/') close(stack, name);
    else {
      count += 1;
      if (count > LIMITS.elements) throw tooMuch();
      endOpen(stack, name);
      const element = newElement(name, text.slice(at + 1 + raw.length, end));
      stack.at(-1)?.children.push(element);
      const isEmpty = VOID.has(name) || text[end - 1] === '/';
      if (RAW.has(name)) {
        const close = lower.indexOf(`</${name}`, end);
        at = close < 0 ? text.length : tagEnd(text, close) + 1;
        continue;
      }
      if (!isEmpty && stack.length < LIMITS.depth) stack.push(element);
    }
    at = end + 1;
  }
  return root;
}

function newElement(name: string, written: string): HtmlElement {
  const attributes = new Map<string, string>();
  if (written.trim() !== '') {
    for (const one of htmlAttributes({ at: 0, name, attributes: written, ends: true })) {
      if (!attributes.has(one.name)) attributes.set(one.name, decodeHtml(one.value));
    }
  }
  return {
    name,
    attributes,
    style: (attributes.get('style') ?? '').slice(0, 4000),
    classes: (attributes.get('class') ?? '').slice(0, 1000).split(/\s/),
    children: [],
  };
}

function close(stack: HtmlElement[], name: string): void {
  const from = stack.findLastIndex((one, at) => at > 0 && one.name === name);
  if (from > 0) stack.splice(from);
}

function endOpen(stack: HtmlElement[], name: string): void {
  const ended = ENDS[name];
  if (ended === undefined) return;
  for (let at = stack.length - 1; at > 0; at -= 1) {
    const open = stack[at]?.name ?? '';
    if (STOPS.has(open)) return;
    if (ended.includes(open)) return void stack.splice(at);
  }
}

// Where the tag ends that a text is within: at its `>`, but for one between quotation marks; or where the text does.
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return text.length;
}

// Of a list from Word what stands between these two is its bullet.
function afterComment(text: string, at: number): number {
  const end = after(text, '-->', at + 4);
  return text.startsWith('<!--[if !supportLists]', at) ? after(text, '<!--[endif]-->', end) : end;
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  times: '×',
  divide: '÷',
  deg: '°',
  pound: '£',
  euro: '€',
  copy: '©',
  rarr: '→',
  larr: '←',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup2: '²',
  sup3: '³',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
};

// Entities as the characters they stand for: by their number, or by a name of the table; any other stays as it is. None stands for another entity, so a text never grows.
function decodeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6}\d{0,2});/gi,
    (whole: string, name: string) => {
      if (!name.startsWith('#')) return NAMED[name] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : '';
    },
  );
}

function tooMuch(): CannotOpen {
  return new CannotOpen(
    'too-large',
    'Cannot open this: there is too much in it for one lesson. Copy the part the lesson needs, and paste that',
  );
}
