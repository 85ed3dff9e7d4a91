import { drawnAs } from './drawn-as.ts';
import { drawnBy, plainPen, type Html, type Pen } from '../text/html.ts';
import { isParent, type Node, type NodeOf, type ParentNode, type PlainKind } from './nodes.ts';
import type { ColouredCode } from './code-colours.ts';
import { linesInWords } from './code-lines.ts';
import { toText, writtenMaths } from './to-text.ts';
import type { MathsNode } from './maths-nodes.ts';
import { isStep } from './step-class.ts';
import { isList, type Tree } from './visit.ts';

/** How a tree is drawn: from which page it is seen, and what of it. */
export type View = {
  /** What goes before a picture's path under `media/`: `../../media/` for a page two folders deep. */
  readonly mediaBase: string;
  /** How many levels its headings are raised, where a heading above them is no `h3`. */
  readonly raised?: number;
  /** True where each node that comes by a step says with which: the board turns through them. */
  readonly hasSteps?: boolean;
  /** True where pictures are loaded once they are in sight, or sooner where a script asks for them. */
  readonly hasLatePictures?: boolean;
  /** What stands for a name in braces; null, or none asked, leaves it as it is written. */
  readonly field?: (name: string) => Html | null;
  /** How names are drawn that are left; without one they stay in their braces. */
  readonly pen?: Pen;
};

/** Pages that show a lesson stand two folders deep: `board/<slug>/` and its like. */
export const LESSON_VIEW: View = { mediaBase: '../../media/' };

/** The one way from a tree to HTML: safe, since every tag and attribute is written here or was let through by the allow-list. */
export function toHtml(tree: Tree, view: View = LESSON_VIEW): string {
  if (isList(tree)) return tree.map((node) => nodeHtml(node, view)).join('');
  return tree.kind === 'document' ? toHtml(tree.children, view) : nodeHtml(tree, view);
}

function nodeHtml(node: Node, view: View): string {
  if (isParent(node)) return parentHtml(node, view);
  switch (node.kind) {
    case 'text':
      return escapeText(node.text);
    case 'field':
      return inWords(view.field?.(node.name) ?? `{${node.name}}`, view);
    case 'codeSpan':
      return `<code>${escapeText(node.text)}</code>`;
    case 'maths':
      return mathsHtml(node);
    case 'code':
      return codeHtml(node, view);
    case 'break':
      return node.isForced ? '<br />' : '\n';
    case 'rule':
      return '<hr />';
    case 'picture': {
      const src = view.mediaBase + encodeURI(node.path);
      const size = named(node.size && `picture--${node.size}`);
      const late: Attributes = view.hasLatePictures ? [['loading', 'lazy']] : [];
      return `<img${attributes([...late, ['src', src], ['alt', toText(node.words)], ...size], view)} />`;
    }
    case 'sourceMark':
      return node.number === null ? '' : `<sup class="source">${escapeText(node.number)}</sup>`;
  }
}

function parentHtml(node: ParentNode, view: View): string {
  const { tag, own = [] } = isPlain(node) ? plainTag(node.kind) : tagOf(node, view);
  const all = attributes(node.step === undefined ? own : stepped(own, node.step, view), view);
  if (VOID.has(tag)) return `<${tag}${all} />`;
  return `<${tag}${all}>${node.children.map((child) => nodeHtml(child, view)).join('')}</${tag}>`;
}

function codeHtml({ colours, text, marked }: NodeOf<'code'>, view: View): string {
  const pieces = colours ?? [{ text, look: null }];
  if (marked.length === 0) return `<pre><code>${pieces.map(pieceHtml).join('')}</code></pre>`;
  // Where nothing comes later, only what is marked from the start is.
  const shown = view.hasSteps === true ? marked : marked.length === 1 ? marked : [];
  const steps = shown.flatMap(({ step, lines }) =>
    step === null
      ? []
      : `<i class="code-step" data-step="${step}">${escapeText(linesInWords(lines))}:</i>`,
  );
  const lines = linePieces(pieces).map((line, at) => {
    const groups = shown.flatMap((group, nth) =>
      group.lines.includes(at + 1) ? ` mark-${nth}` : [],
    );
    return `<span class="code-line${groups.join('')}">${line.map(pieceHtml).join('')}\n</span>`;
  });
  return `<pre class="code-lines"><code>${steps.join('')}${lines.join('')}</code></pre>`;
}

function pieceHtml({ text, look }: ColouredCode[number]): string {
  return look === null ? escapeText(text) : `<span class="code-${look}">${escapeText(text)}</span>`;
}

// A piece that runs over lines, such as a comment, has its look on each of them.
function linePieces(pieces: ColouredCode): readonly ColouredCode[] {
  const lines: ColouredCode[number][][] = [[]];
  for (const { text, look } of pieces) {
    for (const [nth, part] of text.split('\n').entries()) {
      if (nth > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, look });
    }
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}

function mathsHtml(node: NodeOf<'maths'>): string {
  if ('mathml' in node.read) return node.read.mathml.map(mathmlOf).join('');
  return `<code>${escapeText(writtenMaths(node))}</code>`;
}

function mathmlOf(node: MathsNode): string {
  if ('text' in node) return escapeText(node.text);
  const own = attributes(Object.entries(node.attributes), LESSON_VIEW);
  return `<${node.tag}${own}>${node.children.map(mathmlOf).join('')}</${node.tag}>`;
}

type Tag = { readonly tag: string; readonly own?: Attributes };
type Plain = Extract<ParentNode, { readonly kind: PlainKind }>;

function isPlain(node: ParentNode): node is Plain {
  return Object.hasOwn(drawnAs, node.kind);
}

function plainTag(kind: PlainKind): Tag {
  const [tag, name = null] = drawnAs[kind];
  return { tag, own: named(name) };
}

function tagOf(node: Exclude<ParentNode, Plain>, { raised = 0 }: View): Tag {
  switch (node.kind) {
    case 'heading':
      return { tag: `h${Math.max(4, node.level) - raised}` };
    case 'list':
      if (!node.isOrdered) return { tag: 'ul' };
      return { tag: 'ol', own: node.start === null ? [] : [['start', String(node.start)]] };
    case 'cell':
      return { tag: node.isHead ? 'th' : 'td', own: named(node.side && `to-${node.side}`) };
    case 'turn':
      return {
        tag: 'li',
        own: named(node.isRight ? 'chat__turn chat__turn--right' : 'chat__turn'),
      };
    case 'card':
      return { tag: 'li', own: [['value', String(node.number)]] };
    case 'source':
      return { tag: 'li' };
    case 'link': {
      const own = {
        ...(node.href !== null && { href: node.href }),
        ...(node.title !== '' && { title: node.title }),
      };
      return { tag: 'a', own: Object.entries(own) };
    }
    case 'element':
      return { tag: node.tag, own: Object.entries(node.attributes) };
  }
}

/** The same, to be put into a page. */
export function draw(tree: Tree, view: View = LESSON_VIEW): Html {
  return drawnBy((pen) => toHtml(tree, { ...view, pen }));
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

type Attributes = readonly (readonly [name: string, value: string])[];

function named(name: string | null): Attributes {
  return name === null ? [] : [['class', name]];
}

// The step's own class is the last of all, and its number stands before them.
function stepped(own: Attributes, step: number, { hasSteps = false }: View): Attributes {
  const number: Attributes = hasSteps ? [['data-step', String(step)]] : [];
  if (!own.some(([name]) => name === 'class')) return [...own, ...number, ['class', 'step']];
  return own.flatMap(([name, value]): Attributes => {
    if (name !== 'class') return [[name, value]];
    return [...number, [name, isStep(value) ? value : `${value} step`]];
  });
}

function attributes(some: Attributes, view: View): string {
  return some.map(([name, value]) => attribute(name, value, view)).join('');
}

// An address has no names in it, whatever its braces are.
function attribute(name: string, value: string, { pen = plainPen }: View): string {
  if (value === '' && name !== 'alt') return ` ${name}`;
  return value.includes('{') && name !== 'href' && name !== 'src'
    ? pen([` ${name}="`, '"'], [value])
    : ` ${name}="${escapeAttribute(value)}"`;
}

function inWords(words: Html | string, { pen = plainPen }: View): string {
  return pen(['', ''], [words]);
}

function escapeText(words: string): string {
  return /[&<>]/.test(words)
    ? words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : words;
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}
