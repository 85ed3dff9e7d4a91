import sanitizeHtml from 'sanitize-html';
import { INLINE_TAGS } from './inline-tags.ts';

/** A picture as it is to be: one of our classes gives its size, an empty one none. */
type Placed = { readonly src: string; readonly alt: string; readonly size?: string };

/** A picture as it is written, `title` being what stands in quotes behind its address, and as it is to be; null shows its words instead. */
export type PlacePicture = (src: string, alt: string, title: string) => Placed | null;

const TEXT = [
  'p',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'hr',
  'br',
  'figure',
  'figcaption',
  'div',
  'span',
];
const TABLES = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'];

// These go with all that stands in them.
const WITH_TEXT: ReadonlySet<string> = new Set(
  'script style textarea option noscript iframe object svg math template title xmp noembed noframes plaintext'.split(
    ' ',
  ),
);

/** The classes that our own ways to lay out a slide give, by tag; no other is let through. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  p: ['step', 'timer__clock', 'link-card'],
  ol: ['chat', 'cards__list', 'sources', 'working'],
  sup: ['source'],
  ul: ['cards__names'],
  li: ['step', 'chat__turn', 'chat__turn--right', 'chat__between'],
  div: [
    'step',
    'columns',
    'column',
    'cards',
    'cards__sorted',
    'cards__mixed',
    'cards__group',
    'timer',
  ],
  b: ['chat__who'],
  span: ['code-keyword', 'code-name', 'code-string', 'code-number', 'code-comment'],
  th: ['to-middle', 'to-right'],
  td: ['to-middle', 'to-right'],
  img: ['picture--small', 'picture--medium', 'picture--large', 'picture--full'],
};

const allowed: ReadonlySet<string> = new Set([...TEXT, ...INLINE_TAGS, ...TABLES, 'img']);

/** True for a tag that stays, or becomes one that does; its name in lower case. */
export function isAllowedTag(name: string): boolean {
  return allowed.has(name) || /^h[123]$/.test(name);
}

/** True where all classes of a tag are our own, and stay. */
export function areOurClasses(tag: string, names: string): boolean {
  return names.split(/\s+/).every((name) => name === '' || (CLASSES[tag] ?? []).includes(name));
}

/** True for a tag that is left out with all that stands in it. */
export function takesItsText(name: string): boolean {
  return WITH_TEXT.has(name.toLowerCase());
}

/** The attribute by which an element keeps, through the allow-list, the number of the token that it was made of; no HTML of a lesson can have it. */
export const MARK = 'n\uE002';

/** The attribute by which a link keeps its address as it is written, where `sanitise` is asked to: words alone are left of a link that may lead nowhere, and checks look at it all the same. */
export const WRITTEN = 'w\uE002';

/** HTML of a lesson without what only a mark of ours may have. */
export function withoutMarks(html: string): string {
  return html.replaceAll('\uE002', '');
}

/** Elements within elements, at most; what lies deeper keeps its words alone. */
const DEEPEST = 200;

const settings: sanitizeHtml.IOptions = {
  allowedTags: [...allowed],
  // No ids, names or styles, and no classes but our own: nothing in a lesson can stand in for a part of the page.
  allowedAttributes: {
    '*': ['lang', 'dir', MARK],
    a: ['href', 'title', WRITTEN],
    abbr: ['title'],
    img: ['src', 'alt'],
    ol: ['start'],
    li: ['value'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedClasses: Object.fromEntries(
    Object.entries(CLASSES).map(([tag, names]) => [tag, [...names]]),
  ),
  allowedSchemes: ['https'],
  allowedSchemesByTag: { img: [] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  nonTextTags: [...WITH_TEXT],
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  nestingLimit: DEEPEST,
};

/** HTML with nothing left in it but text, tables, links to https or to our own pages, and the pictures `place` lets stand. */
export function sanitise(
  html: string,
  place: PlacePicture,
  { keepsAddresses = false }: { readonly keepsAddresses?: boolean } = {},
): string {
  let [before, after] = [html, pass(html, place, keepsAddresses)];
  // Broken HTML may need a second look: what comes out must be what a browser would read again.
  for (let looks = 0; looks < 5 && after !== before; looks += 1) {
    [before, after] = [after, pass(after, null, false)];
  }
  return after;
}

// Without a place, pictures stand as they are: they were placed before.
function pass(html: string, place: PlacePicture | null, keepsAddresses: boolean): string {
  return sanitizeHtml(html, {
    ...settings,
    transformTags: {
      h1: 'h4',
      h2: 'h4',
      h3: 'h4',
      ...(keepsAddresses && { a: withWritten }),
      img: (tagName, { src = '', alt = '', title = '', class: size = '' }) => {
        const placed = place === null ? { src, alt, size } : place(src, alt, title);
        if (placed === null) return { tagName: 'span', attribs: {}, text: alt };
        return {
          tagName,
          attribs: {
            src: placed.src,
            alt: placed.alt,
            ...(placed.size ? { class: placed.size } : {}),
          },
        };
      },
    },
  });
}

function withWritten(tagName: string, attribs: Readonly<Record<string, string>>) {
  const { href } = attribs;
  return { tagName, attribs: href === undefined ? attribs : { ...attribs, [WRITTEN]: href } };
}

/** A part of HTML that `sanitise` has made: a tag that opens or closes an element, or the words between tags. */
export type CleanPart =
  | {
      readonly is: 'opens';
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly isVoid: boolean;
    }
  | { readonly is: 'closes'; readonly tag: string }
  | { readonly is: 'words'; readonly words: string };

const PART = /<(\/?)([a-z][a-z0-9]*)((?: [^\s=<>"/]+(?:="[^"]*")?)*)( \/)?>|[^<]+/g;
const ATTRIBUTE = / ([^\s=<>"/]+)(?:="([^"]*)")?/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** The parts of HTML that `sanitise` has made, in their order; of any other HTML it promises nothing. */
export function* cleanParts(html: string): Generator<CleanPart> {
  for (const [whole, end, tag, attributes = '', empty] of html.matchAll(PART)) {
    if (tag === undefined) yield { is: 'words', words: decoded(whole) };
    else if (end === '/') yield { is: 'closes', tag };
    else {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(
        ([, name = '', value = '']) => [name, decoded(value)] as const,
      );
      yield {
        is: 'opens',
        tag,
        attributes: Object.fromEntries(pairs),
        isVoid: empty !== undefined,
      };
    }
  }
}

function decoded(words: string): string {
  return words.includes('&')
    ? words.replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    : words;
}
