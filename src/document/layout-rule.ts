import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import type { Problem } from '../document/problem.ts';
import { closesCode, codeOpening, type CodeMark } from './code-blocks.ts';

/** Tells of a mistake on a line of the slide, counted from 0. */
export type Tell = (at: number, problem: Pick<Problem, 'code' | 'severity' | 'message'>) => void;

/** What is known of a text beside its lines. */
export type TextContext = { readonly tell?: Tell; readonly sourceNames?: ReadonlySet<string> };

const contexts = new WeakMap<object, TextContext>();

/** The environment in which markdown-it parses a text of which this is known. */
export function parseEnv(context: TextContext): Record<string, unknown> {
  const env = {};
  contexts.set(env, context);
  return env;
}

/** What is known of the text that markdown-it parses in an environment. */
export function contextIn(env: object): TextContext {
  return contexts.get(env) ?? {};
}

/** The lines between a layout's fences, `from` up to but without `to`, counted from 0, and the words behind its name. */
export type LayoutInside = {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly tell: Tell;
};

/** Lays out a part of a slide: turns the lines between its fences into tokens. */
export type Layout = (state: StateBlock, inside: LayoutInside) => void;

/** Makes Markdown read fences such as `::: chat`: every way to lay them out, by its word. */
export function useLayouts(markdown: MarkdownIt, layouts: Readonly<Record<string, Layout>>): void {
  const rule = (...[state, from, end, silent]: [StateBlock, number, number, boolean]): boolean => {
    const line = lineOf(state, from);
    if (!line.startsWith(':::')) return false;
    const [, word = '', words = ''] =
      /^:::+[ \t]*\{?\.?([a-z]+)\b[ \t]*([^}]*)\}?$/i.exec(line) ?? [];
    const layout = Object.hasOwn(layouts, word.toLowerCase())
      ? layouts[word.toLowerCase()]
      : undefined;
    const to = layout === undefined ? -1 : closingLine(state, from + 1, end);
    if (layout === undefined || to < 0) return false;
    if (silent) return true;
    layout(state, {
      from: from + 1,
      to,
      words: words.trim(),
      tell: contextIn(state.env).tell ?? (() => undefined),
    });
    state.line = to + 1;
    return true;
  };
  markdown.block.ruler.before('fence', 'layout', rule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

/** A line without its indent and without blanks at its end; empty where it is indented as code. */
export function lineOf(state: StateBlock, at: number): string {
  if ((state.sCount[at] ?? 0) - state.blkIndent >= 4) return '';
  return state.src
    .slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at])
    .trimEnd();
}

/** Pushes words of Markdown as they stand on a line of the slide, and hands them back. */
export function pushInline(state: StateBlock, content: string, at: number): Token {
  const token = state.push('inline', '', 0);
  token.content = content;
  token.map = [at, at + 1];
  token.children = [];
  return token;
}

/** Pushes the opening of an element, with a class of ours. */
export function openTag(state: StateBlock, tag: string, name?: string): void {
  const token = state.push(`${tag}_open`, tag, 1);
  token.block = true;
  if (name !== undefined) token.attrs = [['class', name]];
}

/** Pushes the end of an element. */
export function closeTag(state: StateBlock, tag: string): void {
  state.push(`${tag}_close`, tag, -1).block = true;
}

/** Reads the lines from `from` up to but without `to` as the blocks of Markdown that they are. */
export function readBlocks(
  state: StateBlock,
  { from, to }: Pick<LayoutInside, 'from' | 'to'>,
): void {
  const { lineMax, parentType } = state;
  Object.assign(state, { lineMax: to, parentType: 'root' });
  state.md.block.tokenize(state, from, to);
  Object.assign(state, { lineMax, parentType });
}

/** The lines between a layout's fences that stand in no code and in no fence within; the openings of those fences are among them. */
export function outerLines(
  state: StateBlock,
  { from, to }: Pick<LayoutInside, 'from' | 'to'>,
): readonly { readonly line: string; readonly at: number }[] {
  const found: { line: string; at: number }[] = [];
  walk(state, { from, to, code: true }, (depth, line, at) => {
    if (depth === 1) found.push({ line, at });
    return false;
  });
  return found;
}

// The `:::` that closes a fence, past the fences and the code in it.
function closingLine(state: StateBlock, from: number, end: number): number {
  const closes = (depth: number, line: string) => depth === 1 && /^:::+$/.test(line);
  const found = walk(state, { from, to: end, code: true }, closes);
  // Code without an end would hide the fence's own.
  return found < 0 ? walk(state, { from, to: end, code: false }, closes) : found;
}

type Walk = { readonly from: number; readonly to: number; readonly code: boolean };

// Goes through lines with the depth of fences each stands in, from 1, without those in code; stops where `see` says so.
function walk(
  state: StateBlock,
  { from, to, code: hasCode }: Walk,
  see: (depth: number, line: string, at: number) => boolean,
): number {
  let [depth, code]: [number, CodeMark | undefined] = [1, undefined];
  for (let at = from; at < to; at += 1) {
    const line = lineOf(state, at);
    if (code !== undefined) {
      if (closesCode(line, code)) code = undefined;
      continue;
    }
    if (see(depth, line, at)) return at;
    if (line.startsWith(':::')) depth += /^:+$/.test(line) ? -1 : 1;
    else if (hasCode) code = codeOpening(line);
  }
  return -1;
}
