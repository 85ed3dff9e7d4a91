import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { contextIn, lineOf } from './layout-rule.ts';

const NAME = '[\\w-](?:[\\w -]{0,58}[\\w-])?';

/** The line that says what a source is, `[^study]: …`: its name and its words. */
export const FOOTNOTE_LINE = new RegExp(`^ {0,3}\\[\\^(${NAME})\\]:[ \\t]+(\\S.*)$`);

/** The marks that point to a source, `[^study]`. */
export const FOOTNOTE_MARK = new RegExp(`\\[\\^(${NAME})\\](?!:)`, 'g');

/**
 * Makes Markdown read sources: a mark becomes a number, and what it points to stands at the end under that number.
 *
 *     Most pupils say no.[^study]
 *
 *     [^study]: A study, 2024, 5,000 pupils in England
 */
export function useFootnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'footnote', footnoteBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.inline.ruler.before('link', 'footnote', footnoteMark);
  markdown.core.ruler.after('inline', 'footnotes', gather);
  markdown.renderer.rules['footnote_mark'] = (tokens, at) => {
    const token = tokens[at];
    return token === undefined
      ? ''
      : `<sup class="source"${markdown.renderer.renderAttrs(token)}>${sourceNumber(token) ?? ''}</sup>`;
  };
}

/** The number of a mark; null where the class is not shown its source. */
export function sourceNumber({ meta }: Token): number | null {
  const number: unknown = meta?.['number'];
  return typeof number === 'number' ? number : null;
}

function footnoteBlock(
  ...[state, from, end, silent]: [StateBlock, number, number, boolean]
): boolean {
  const line = lineOf(state, from);
  const [, name, first] = line.startsWith('[^') ? (FOOTNOTE_LINE.exec(line) ?? []) : [];
  if (name === undefined || first === undefined) return false;
  if (silent) return true;
  const words = [first];
  let at = from + 1;
  for (; at < end && goesOn(state, at); at += 1) words.push(lineOf(state, at).trim());
  const open = state.push('footnote_open', 'li', 1);
  Object.assign(open, { block: true, meta: { name }, map: [from, at] });
  Object.assign(state.push('inline', '', 0), {
    content: words.join('\n'),
    map: [from, at],
    children: [],
  });
  state.push('footnote_close', 'li', -1).block = true;
  state.line = at;
  return true;
}

// A source may run over lines, as a paragraph does.
function goesOn(state: StateBlock, at: number): boolean {
  const line = lineOf(state, at);
  return (
    line !== '' && !FOOTNOTE_LINE.test(line) && !/^(?:[-*+>#|]|:::|```|~~~|\d{1,3}[.)])/.test(line)
  );
}

function footnoteMark(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  const [mark, name] =
    new RegExp(`^\\[\\^(${NAME})\\](?!:)`).exec(state.src.slice(state.pos, state.pos + 64)) ?? [];
  if (mark === undefined || name === undefined) return false;
  if (!silent) state.push('footnote_mark', 'sup', 0).meta = { name };
  state.pos += mark.length;
  return true;
}

// Numbers the marks in the order they come, and puts what they point to at the end.
function gather(state: StateCore): void {
  if (state.inlineMode || !state.src.includes('[^')) return;
  const found = sourcesIn(state.tokens);
  const rest = state.tokens.filter((token) => !found.taken.has(token));
  const order = new Map<string, number>();
  const { tell, sourceNames } = contextIn(state.env);
  for (const { children, map } of [...rest, ...found.taken]) {
    for (const token of children ?? []) {
      const name = token.type === 'footnote_mark' ? String(token.meta?.['name']) : undefined;
      if (name === undefined) continue;
      if (found.sources.has(name)) token.meta = { name, number: numberOf(order, name) };
      else {
        // A source in the notes alone has no number, which the class would look for in vain.
        if (sourceNames?.has(name)) continue;
        Object.assign(token, { type: 'text', tag: '', content: `[^${name}]` });
        tell?.(map?.[0] ?? 0, unknown(name));
      }
    }
  }
  if (found.sources.size === 0) return;
  const names = [...found.sources.keys()];
  names.forEach((name) => numberOf(order, name));
  const list = names
    .toSorted((a, b) => numberOf(order, a) - numberOf(order, b))
    .flatMap((name) => found.sources.get(name) ?? []);
  state.tokens = [...rest, listTag(state, 1), ...list, listTag(state, -1)];
}

function unknown(name: string) {
  const message = `Cannot find the source “[^${name}]”: it needs a line “[^${name}]: …” below the words it stands by`;
  return { code: 'unknown-source', severity: 'error', message } as const;
}

function sourcesIn(tokens: readonly Token[]): {
  readonly sources: ReadonlyMap<string, readonly Token[]>;
  readonly taken: ReadonlySet<Token>;
} {
  const sources = new Map<string, readonly Token[]>();
  const taken = new Set<Token>();
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'footnote_open') continue;
    const own = tokens.slice(at, at + 3);
    own.forEach((one) => taken.add(one));
    const name = String(token.meta?.['name']);
    if (!sources.has(name)) sources.set(name, own);
  }
  return { sources, taken };
}

function numberOf(order: Map<string, number>, name: string): number {
  const number = order.get(name) ?? order.size + 1;
  order.set(name, number);
  return number;
}

function listTag(state: StateCore, nesting: 1 | -1): Token {
  const tag = new state.Token(nesting === 1 ? 'sources_open' : 'sources_close', 'ol', nesting);
  tag.block = true;
  if (nesting === 1) tag.attrs = [['class', 'sources']];
  return tag;
}
