import type { Token } from 'markdown-it';
import type { SourceLine } from './source-line.ts';
import { htmlAttributes, htmlTags } from './html-tags.ts';
import type { Span } from './nodes.ts';
import { writtenAddress } from './pictures.ts';

/** A picture as it is parsed, and the lines of the slide its paragraph is on, from 0 up to but without `to`. */
type Parsed = {
  readonly src: string;
  readonly alt: string;
  readonly from: number;
  readonly to: number;
};

// After so many words that are written otherwise than they read, a picture's paragraph has to do: it keeps the work small.
const MAX_MISSED = 100;

/** Finds where each picture of a slide is written, asked by their addresses in their order. Where an address reads otherwise than it is written, the picture's words are looked for, and else its paragraph has to do. */
export function pictureFinder(
  tokens: readonly Token[],
  lines: readonly SourceLine[],
): (src: string) => Span {
  const left = picturesOf(tokens);
  const definitions = lines
    .filter(({ text }) => /^ {0,3}\[[^\]]{1,80}\]:/.test(text))
    .slice(0, MAX_MISSED);
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  let [at, from, missed] = [0, 0, 0];
  const lookFor = (words: string, within: Parsed): Span | undefined => {
    if (missed > MAX_MISSED) return undefined;
    for (
      let line = Math.max(at, within.from);
      words !== '' && line < Math.min(within.to, lines.length);
      line += 1
    ) {
      const found = (lines[line]?.text ?? '').indexOf(words, line === at ? from : 0);
      if (found < 0) continue;
      [at, from] = [line, found + words.length];
      return { line: lines[line]?.line ?? 1, column: found + 1 };
    }
    missed += 1;
    return undefined;
  };
  return (src) => {
    const next = left.findIndex((picture) => picture.src === src);
    const [picture = { src, alt: '', from: 0, to: lines.length }] =
      next < 0 ? [] : left.splice(next, 1);
    const place =
      lookFor(src, picture) ??
      lookFor(writtenAddress(src), picture) ??
      definitionOf(src, definitions) ??
      lookFor(picture.alt, picture);
    if (place !== undefined) return place;
    return { line: lines[next < 0 ? first : picture.from]?.line ?? 1, column: 1 };
  };
}

// `![A jar][jar]` has its address further down, `[jar]: soil/jar.png`.
function definitionOf(src: string, definitions: readonly SourceLine[]): Span | undefined {
  const found = src === '' ? undefined : definitions.find(({ text }) => text.includes(src));
  return found === undefined
    ? undefined
    : { line: found.line, column: found.text.indexOf(src) + 1 };
}

function picturesOf(tokens: readonly Token[]): Parsed[] {
  const pictures: Parsed[] = [];
  let [from, to] = [0, 0];
  const take = (token: Token) => {
    if (token.type === 'image') {
      pictures.push({ src: String(token.attrGet('src') ?? ''), alt: token.content, from, to });
    } else if (token.type === 'html_block' || token.type === 'html_inline') {
      pictures.push(...htmlPictures(token.content).map((one) => ({ ...one, from, to })));
    }
    token.children?.forEach(take);
  };
  for (const token of tokens) {
    if (token.map !== null) [from, to] = token.map;
    take(token);
  }
  return pictures;
}

function htmlPictures(html: string): readonly Pick<Parsed, 'src' | 'alt'>[] {
  const tags = html.includes('<')
    ? htmlTags(html).filter(({ name }) => name.toLowerCase() === 'img')
    : [];
  return tags.map((tag) => {
    const attributes = new Map(htmlAttributes(tag).map(({ name, value }) => [name, value]));
    return { src: attributes.get('src') ?? '', alt: attributes.get('alt') ?? '' };
  });
}
