import katex from 'katex';
import * as v from 'valibot';
import { nearest } from '../text/nearest.ts';
import { number, readAs, record, type Schema } from '../text/schema.ts';
import type { Attributes, MathsNode, ReadMaths } from './maths-nodes.ts';
import { alphabetOf } from './maths-letters.ts';
import { mathsWords } from './maths-words.ts';

/** A formula longer than this is none that anyone could read on a board. */
const MAX_LENGTH = 2_000;

/** KaTeX draws in this colour what it knows and may not draw; no formula has it by chance. */
const REFUSED = '#0b0b0c';

type Way = { readonly isDisplay: boolean };

// A lesson has the same letters again and again.
const cache = new Map<string, ReadMaths>();
const MAX_CACHED = 500;

/** Reads a formula of TeX into MathML. Never throws on what is written there. */
export function readMaths(tex: string, { isDisplay }: Way): ReadMaths {
  const key = `${isDisplay} ${tex}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const read = readNew(tex, { isDisplay });
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, read);
  return read;
}

function readNew(tex: string, { isDisplay }: Way): ReadMaths {
  if (tex.length > MAX_LENGTH) {
    const message = `it has ${tex.length} characters, it needs at most ${MAX_LENGTH}`;
    return { wrong: message, at: 0 };
  }
  try {
    const tree = treeOf(tex, isDisplay);
    const mathml = tree.flatMap(nodesOf);
    const refused = refusedIn(mathml);
    if (refused !== null) {
      const at = Math.max(0, tex.indexOf(refused));
      return { wrong: `it has “${refused}”, which no lesson may use: leave it out`, at };
    }
    return { mathml, words: mathsWords(mathml) };
  } catch (error) {
    return wrongWith(tex, error);
  }
}

// What KaTeX makes of a formula before it is text. It is no part of what KaTeX promises: its version is pinned, and `tests/document/maths.test.ts` holds what is relied on.
type Made = {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly character?: string | null | undefined;
  readonly width?: number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly children?: readonly Made[] | undefined;
};

const made: Schema<Made> = v.object({
  type: v.optional(v.string()),
  text: v.optional(v.string()),
  character: v.nullish(v.string()),
  width: v.optional(number),
  attributes: v.optional(record(v.pipe(v.unknown(), v.transform(String)))),
  children: v.optional(v.array(v.lazy(() => made))),
});

function treeOf(tex: string, displayMode: boolean): readonly Made[] {
  const draw: unknown = Reflect.get(katex, '__renderToDomTree');
  if (typeof draw !== 'function') throw new Error('KaTeX has another way to draw than before');
  const drawn: unknown = draw(tex, {
    output: 'mathml',
    displayMode,
    strict: 'ignore',
    errorColor: REFUSED,
    maxExpand: 200,
    maxSize: 10,
  });
  const { children } = readAs(made, drawn) ?? {};
  if (children === undefined) throw new Error('KaTeX draws in another form than before');
  return children;
}

// What MathML has that browsers draw, and the attributes that say how. All else is no more than what is in it.
const TAGS: ReadonlySet<string> = new Set(
  'math mrow mi mn mo mtext mspace mfrac msqrt mroot msup msub msubsup mover munder munderover mtable mtr mtd mstyle mpadded mphantom menclose'.split(
    ' ',
  ),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'display stretchy fence separator accent accentunder lspace rspace minsize maxsize width height depth voffset linethickness columnalign rowspacing columnspacing scriptlevel displaystyle mathcolor mathbackground notation largeop movablelimits'.split(
    ' ',
  ),
);

function nodesOf(made: Made): readonly MathsNode[] {
  const { type, text, character = null, width, children = [] } = made;
  if (text !== undefined) return text === '' ? [] : [{ text }];
  if (type === undefined && width !== undefined) return [space(width, character)];
  // Its TeX, which nothing reads.
  if (type === 'annotation') return [];
  const inside = children.flatMap(nodesOf);
  if (type === undefined || !TAGS.has(type)) return inside;
  const { mathvariant, ...others } = made.attributes ?? {};
  const known = Object.entries(others).filter(([name]) => ATTRIBUTES.has(name));
  const isUpright = mathvariant === 'normal' && type === 'mi';
  const attributes = Object.fromEntries([
    ...known.map(([name, value]) => [name, String(value)]),
    ...(isUpright ? [['mathvariant', 'normal']] : []),
  ]);
  const letters = mathvariant === undefined ? null : alphabetOf(mathvariant);
  return [{ tag: type, attributes, children: letters === null ? inside : inside.map(letters) }];
}

function space(width: number, character: string | null): MathsNode {
  return character === null
    ? { tag: 'mspace', attributes: { width: `${Math.round(width * 1000) / 1000}em` }, children: [] }
    : { tag: 'mtext', attributes: {}, children: [{ text: character }] };
}

function refusedIn(nodes: readonly MathsNode[]): string | null {
  for (const node of nodes) {
    if ('text' in node) continue;
    const found =
      node.attributes['mathcolor'] === REFUSED
        ? mathsWords(node.children)
        : refusedIn(node.children);
    if (found !== null) return found;
  }
  return null;
}

function wrongWith(tex: string, error: unknown): ReadMaths {
  if (!(error instanceof katex.ParseError)) {
    const isTooDeep = error instanceof RangeError;
    return {
      wrong: isTooDeep ? 'it is nested too deeply, it needs to be simpler' : plainly(String(error)),
      at: 0,
    };
  }
  const { rawMessage, position } = error;
  const at = Math.max(0, Math.min(position ?? 0, tex.length - 1));
  return { wrong: plainly(rawMessage), at };
}

/** Commands that lessons use most: one of them may have been meant. */
const COMMANDS =
  'frac sqrt times div cdot pm leq geq neq approx equiv pi theta alpha beta gamma delta lambda mu sigma omega phi sum int infty lim sin cos tan log ln degree circ angle perp parallel triangle text mathrm mathbf mathbb vec overline hat dot left right begin end quad to rightarrow Rightarrow therefore because in notin cup cap subset emptyset binom'.split(
    ' ',
  );

// What KaTeX says, in a teacher's words.
function plainly(raw: string): string {
  const [, command] = /^Undefined control sequence: \\(.+)$/.exec(raw) ?? [];
  if (command !== undefined) {
    const near = nearest(command, COMMANDS);
    const meant = near?.[0] !== command[0] ? 'it needs another command' : `is it “\\${near}”?`;
    return `it has “\\${command.slice(0, 40)}”, which is not known: ${meant}`;
  }
  if (/^Expected '\}', got 'EOF'|^Unexpected end of input/.test(raw)) {
    return 'it has a “{” without its end, it needs a “}”';
  }
  if (raw.startsWith("Expected 'EOF', got '}'")) {
    return 'it has a “}” without its “{”, it needs both';
  }
  const [, kind] = /^Double (superscript|subscript)/.exec(raw) ?? [];
  if (kind !== undefined) {
    const mark = kind === 'superscript' ? '^' : '_';
    return `it has two “${mark}” for one letter, it needs braces, such as “x${mark}{2${mark}3}”`;
  }
  const [, after] =
    /^Expected group (?:after|as argument to) '?(\S+?)'?(?: at .*)?$/.exec(raw) ?? [];
  if (after !== undefined) return `it has nothing behind “${after}”, it needs something there`;
  if (/\\right|\\left/.test(raw)) return 'it has “\\left” or “\\right” alone, it needs both';
  const [, unended] = /^No such environment: (.+)$/.exec(raw) ?? [];
  if (unended !== undefined) return `it has “\\begin{${unended.slice(0, 40)}}”, which is not known`;
  return `it cannot be read here (${raw.slice(0, 80)})`;
}
