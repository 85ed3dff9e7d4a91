import type { Token } from 'markdown-it';
import type { SourceLine } from './source-line.ts';
import type { Problem } from './problem.ts';
import { placeHere, startFinder, type WordFinder } from './find-words.ts';
import { htmlNodes } from './html-nodes.ts';
import { htmlProblems } from './html-problems.ts';
import { parseEnv } from './layout-rule.ts';
import { mathsProblems } from './maths-problems.ts';
import { markdown } from './markdown.ts';
import { emptyDocument, isParent, type Audience, type Document, type Node } from './nodes.ts';
import { pictureFinder } from './picture-places.ts';
import { readPicturePath, readPictureTitle, writtenAddress } from './pictures.ts';
import { takesItsText } from './sanitise.ts';
import {
  inlineNodes,
  LINE_END,
  lineNodes,
  tokenNodes,
  wordNodes,
  type Making,
  type Picture,
} from './token-nodes.ts';

/** What is known of some lines beside their words. */
export type ParseOptions = {
  readonly audience: Audience;
  /** The names of sources that are given elsewhere in the text. */
  readonly sourceNames?: ReadonlySet<string>;
  /** The same lines as they are written in the file, where they were rewritten since: spans are found in them. */
  readonly written?: readonly SourceLine[];
};

/** A picture's file: its path under `media/`, and where it is named. */
export type PicturePlace = {
  readonly path: string;
  readonly line: number;
  readonly column: number;
};

/** Parsed Markdown: the tree, the pictures in it, and what is wrong with it. */
export type Parsed = {
  readonly document: Document;
  readonly pictures: readonly PicturePlace[];
  readonly problems: readonly Problem[];
};

/**
 * More on one slide than anyone could read is shown as plain text: parsing time stays in step with
 * length.
 */
const LONGEST_SLIDE = 100_000;

/** Parses lines of Markdown, of a slide or of anything else. Never throws on what is written there. */
export function parseDocument(lines: readonly SourceLine[], options: ParseOptions): Parsed {
  const { audience, sourceNames = new Set<string>(), written = lines } = options;
  const first = lines.find(({ text }) => text.trim() !== '')?.line;
  if (first === undefined) {
    return { document: emptyDocument(audience), pictures: [], problems: [] };
  }
  const source = lines.map(({ text }) => text).join('\n');
  if (source.length > LONGEST_SLIDE) return tooLong(lines, first, options);
  const problems: Problem[] = [];
  const env = parseEnv({
    sourceNames,
    tell: (at, problem) => problems.push({ ...problem, line: lines[at]?.line ?? first, column: 1 }),
  });
  const tokens = markdown.parse(source, env);
  if (source.includes('/>')) closeTags(tokens);
  // What is left out of HTML, and where links lead, is written with one of these.
  if (/[<[]/.test(source)) problems.push(...htmlProblems(tokens, lines));
  const gallery = openGallery(() => pictureFinder(tokens, lines), problems);
  const finder = startFinder(written);
  let steps = 0;
  const making: Making = {
    finder,
    nextStep: () => (steps += 1),
    picture: (picture) => pictureNode(gallery.hang(picture), picture.alt, making),
  };
  const children =
    source.includes('<') && hasHtml(tokens)
      ? htmlNodes(tokens, env, {
          ...making,
          place: gallery.place,
          placed: (src, alt) => pictureNode(gallery.at(src), alt, making),
        })
      : tokenNodes(tokens, making);
  if (source.includes('$')) problems.push(...mathsProblems(children));
  return {
    document: { kind: 'document', audience, children },
    pictures: gallery.pictures,
    problems,
  };
}

// What may mean something within a line or ends it, or is taken out of it.
const MARKED = /[\\`*_~[\]<&$\0\uE000\n]/;

/** Parses words on one line or a few, such as a heading or an option, whose places `finder` knows. Pictures are left out, and of HTML all but its words. */
export function parseInline(words: string, finder: WordFinder): readonly Node[] {
  if (!MARKED.test(words)) return wordNodes(words, finder);
  const [inline] = markdown.parseInline(words.slice(0, LONGEST_SLIDE), {});
  const tokens = (inline?.children ?? []).filter(({ type }) => type !== 'image');
  const nodes: Node[] = [];
  inlineNodes(tokens, { finder, nextStep: () => 0, picture: () => LINE_END }, nodes);
  return nodes;
}

/** The same nodes as words of ours, which stand nowhere in the text. */
export function asOurs(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((node): Node => {
    if (isParent(node)) {
      const children = asOurs(node.children);
      return node.kind === 'link' ? { ...node, written: '', children } : { ...node, children };
    }
    return node.kind === 'text' || node.kind === 'field' ? { ...node, span: null } : node;
  });
}

function tooLong(lines: readonly SourceLine[], line: number, options: ParseOptions): Parsed {
  const { audience, written = lines } = options;
  const finder = startFinder(written);
  const length = lines.reduce((sum, { text }) => sum + text.length + 1, -1);
  const message = `Cannot lay out this slide: it has ${length} characters, it needs fewer than ${LONGEST_SLIDE}`;
  const span = { line, column: 1 };
  return {
    document: {
      kind: 'document',
      audience,
      children: [
        {
          kind: 'paragraph',
          span,
          children: lines.flatMap(({ text }, at): readonly Node[] => [
            ...(at === 0 ? [] : [LINE_END]),
            ...lineNodes(text, finder),
          ]),
        },
      ],
    },
    pictures: [],
    problems: [{ code: 'slide-too-long', severity: 'error', ...span, message }],
  };
}

type Hung = Pick<Extract<Node, { readonly kind: 'picture' }>, 'path' | 'size'>;

type Gallery = {
  readonly pictures: readonly PicturePlace[];
  /** A picture that may be shown; null for one whose words alone may be. */
  readonly hang: (picture: Picture) => Hung | null;
  /** The same for the allow-list, through which a picture goes under a number. */
  readonly place: (src: string, alt: string, title: string) => { src: string; alt: string } | null;
  readonly at: (number: string) => Hung | null;
};

// The pictures of a slide, in the order they are shown, and what is wrong with them.
function openGallery(
  startFind: () => ReturnType<typeof pictureFinder>,
  problems: Problem[],
): Gallery {
  let find: ReturnType<typeof pictureFinder> | null = null;
  const pictures: PicturePlace[] = [];
  const all: Hung[] = [];
  const hang = ({ src, alt, title }: Picture): Hung | null => {
    find ??= startFind();
    const place = find(src);
    const read = readPicturePath(src);
    const name = writtenAddress(src).slice(0, 80);
    if ('refused' in read) {
      problems.push({
        code: 'picture-path',
        severity: 'error',
        ...place,
        message: `Cannot show ${name === '' ? 'a picture here' : `the picture “${name}”`}: ${read.refused}, it needs a path under media/ such as “my-film/phone.svg”`,
      });
      return null;
    }
    const titled = readPictureTitle(title);
    if (alt.trim() === '' && titled?.isDecorative !== true) {
      problems.push({
        code: 'no-alt-text',
        severity: 'error',
        ...place,
        message: `Cannot describe the picture “${name}”: it has no words for those who cannot see it, it needs “![what it shows](${src.slice(0, 80)})”, or “decorative” in quotes behind its address where it only decorates`,
      });
    }
    pictures.push({ path: read.path, ...place });
    if (titled === null) {
      const words = title.slice(0, 40);
      const message = `Cannot read the size “${words}”: it needs to be “small”, “medium”, “large” or “full”, or “decorative”; what the picture shows goes between “[” and “]”`;
      problems.push({ code: 'picture-size', severity: 'warning', ...place, message });
    }
    const hung = { path: read.path, size: titled?.size ?? null };
    all.push(hung);
    return hung;
  };
  return {
    pictures,
    hang,
    place: (src, alt, title) =>
      hang({ src, alt, title }) === null ? null : { src: String(all.length - 1), alt },
    at: (number) => all[Number(number)] ?? null,
  };
}

// In place of what is no picture of ours stand its words.
function pictureNode(hung: Hung | null, alt: string, { finder }: Making): Node {
  const span = placeHere(finder);
  const words = wordNodes(alt, finder);
  return hung === null
    ? { kind: 'element', tag: 'span', attributes: {}, span, children: words }
    : { kind: 'picture', span, ...hung, words };
}

// Tools that read HTML as Vue does close `<iframe src="…" />`; browsers would take what follows into it.
function closeTags(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.children !== null) closeTags(token.children);
    if (token.type !== 'html_block' && token.type !== 'html_inline') continue;
    if (!token.content.includes('/>')) continue;
    token.content = token.content.replaceAll(CLOSED, (tag, name: string) =>
      takesItsText(name) ? `${tag}</${name}>` : tag,
    );
  }
}

const CLOSED = /<([a-z]+)(?:\s[^<>]{0,2000})?\/>/gi;

function hasHtml(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ type, children }) =>
      type === 'html_block' || type === 'html_inline' || (children !== null && hasHtml(children)),
  );
}
