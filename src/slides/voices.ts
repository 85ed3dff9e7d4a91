import type { Document, Node, NodeOf } from '../document/nodes.ts';
import { toText } from '../document/to-text.ts';
import { has } from '../document/visit.ts';
import { isSpeaker } from './speaker.ts';
import { heightLeft } from './is-full.ts';
import { BODY, linesOf } from './text-size.ts';

/** How many voices there are at once: a longer list is one of words. */
const MAX_VOICES = 4;
/** How wide a slide is between its margins, the column of voices beside a picture, and what a bubble has around its words and a name below it, of 1280. */
const WIDE = { slide: 1136, column: 643, gap: 24, around: 60, aroundName: 72 } as const;
/** What a bubble has above and below its words, a line of the name below it and the space above that, and what is between two, of 720. */
const HIGH = { around: 32, name: 43, aboveName: 20, gap: 16 } as const;
/** The size of a name below its bubble, of 720. */
const NAME = 36;
/** How wide a letter of a long word is, in parts of its size: wider than the average of many words, which have spaces. */
const LETTER = 0.52;

/** What someone says, or thinks: who it is, where the line says so, and their words. */
type Voice = { readonly who: readonly Node[]; readonly words: readonly Node[] };
/** A list of them, as an item of the list each. */
type Spoken = readonly { readonly item: NodeOf<'item'>; readonly voice: Voice }[];

/** What a list of voices is drawn by: the height of what stands above it, of 720, and what the lesson’s characters are called. */
type Among = { readonly above: number; readonly names: Readonly<Record<string, string>> };

/**
 * A slide's body in which a list of what people say, `- {Jo}: “It’s hard.”`, has a bubble for every one of them: side by side where no picture is on the slide, or one below the other beside one. It is the same body where there is no such list, or where an estimate says that its bubbles do not fit below what stands above.
 */
export function withVoices(body: Document, { above, names }: Among): Document {
  const at = body.children.findIndex((node) => node.kind === 'list' || node.kind === 'columns');
  const node = body.children[at];
  if (node === undefined) return body;
  const others = body.children.filter((one) => one !== node);
  const room = heightLeft({ ...body, children: others }, above);
  // A picture above or below takes what room there is.
  const isAlone = node.kind === 'list' && !others.some((one) => has(one, 'picture'));
  const space = { room, names };
  const drawn = isAlone ? sideBySide(node, space) : besidePicture(node, space);
  return drawn === null ? body : { ...body, children: body.children.with(at, drawn) };
}

type Space = Pick<Among, 'names'> & { readonly room: number };

function sideBySide(list: NodeOf<'list'>, { room, names }: Space): Node | null {
  const spoken = spokenIn(list, names);
  if (spoken === null) return null;
  const across = spoken.length === 4 ? 2 : spoken.length;
  const rows = spoken.length / across;
  const width = (WIDE.slide - (across - 1) * WIDE.gap) / across;
  const named = spoken.map(({ voice }) => heightOfName(voice, width - WIDE.aroundName));
  const lines = spoken.map(({ voice }) => linesIn(toText(voice.words), width - WIDE.around));
  const row = Math.max(...lines) * BODY * 1.2 + HIGH.around + Math.max(...named);
  const height = rows * row + HIGH.gap;
  if (height > room) return null;
  const items = spoken.map(({ item, voice }) => ({
    ...item,
    children: [
      ...(voice.who.length === 0 ? [] : [nameOf(item, voice)]),
      { kind: 'paragraph' as const, span: item.span, children: voice.words },
    ],
  }));
  return listOf(list, `voices voices--by-${across}`, items);
}

// Two columns, of which one has the voices alone, and the other, which is narrower then, a picture.
function besidePicture(node: Node, space: Space): Node | null {
  if (node.kind !== 'columns') return null;
  const both = node.children.filter(({ kind }) => kind === 'column');
  const columns = both.map((column) => inColumn(column, space));
  const [first, second] = columns;
  if (both.length !== 2 || (first === null) === (second === null)) return null;
  if (!both.some((column) => has(column, 'picture'))) return null;
  return {
    kind: 'element',
    span: node.span,
    tag: 'div',
    attributes: { class: `columns columns--voices-${first ? 'first' : 'second'}` },
    children: both.map((column, at) => columns[at] ?? column),
  };
}

function inColumn(column: Node, { room, names }: Space): Node | null {
  if (column.kind !== 'column') return null;
  const [list, ...others] = column.children.filter(({ kind }) => kind !== 'break');
  if (list?.kind !== 'list' || others.length > 0) return null;
  const spoken = spokenIn(list, names);
  if (spoken === null) return null;
  const lines = spoken.map(({ item }) => linesIn(toText(item).trim(), WIDE.column - WIDE.around));
  const heights = lines.map((count) => count * BODY * 1.2 + HIGH.around);
  const height = heights.reduce((sum, one) => sum + one + HIGH.gap, -HIGH.gap);
  if (height > room) return null;
  const items = spoken.map(({ item, voice }) => ({
    ...item,
    children:
      voice.who.length === 0
        ? voice.words
        : [
            nameOf(item, voice),
            { kind: 'text' as const, span: item.span, text: ': ' },
            ...voice.words,
          ],
  }));
  return { ...column, children: [listOf(list, 'voices', items)] };
}

function nameOf({ span }: NodeOf<'item'>, { who }: Voice): Node {
  return { kind: 'strong', span, children: who };
}

function listOf({ span }: NodeOf<'list'>, name: string, children: readonly Node[]): Node {
  return { kind: 'element', span, tag: 'ul', attributes: { class: name }, children };
}

function heightOfName({ who }: Voice, width: number): number {
  if (who.length === 0) return HIGH.gap;
  return HIGH.aboveName + linesOf(toText(who), { size: NAME, width, face: 'heading' }) * HIGH.name;
}

// Past any room where a word is longer than a line.
function linesIn(words: string, width: number): number {
  const longest = Math.max(...words.split(/[\s-]+/u).map((word) => word.length));
  if (longest * BODY * LETTER > width) return Infinity;
  return linesOf(words, { size: BODY, width, face: 'text' });
}

function spokenIn(list: NodeOf<'list'>, names: Among['names']): Spoken | null {
  const items = list.children.filter((child): child is NodeOf<'item'> => child.kind === 'item');
  const spoken = items.flatMap((item) => {
    const voice = voiceOf(lineOf(item), names);
    return voice === null ? [] : [{ item, voice }];
  });
  const isWhole = !list.isOrdered && spoken.length === items.length;
  return isWhole && spoken.length > 1 && spoken.length <= MAX_VOICES ? spoken : null;
}

// Where blank lines are between the lines of a list, each is a paragraph.
function lineOf({ children }: NodeOf<'item'>): readonly Node[] {
  const [only, ...others] = children.filter(({ kind }) => kind !== 'break');
  return only?.kind === 'paragraph' && others.length === 0 ? only.children : children;
}

// Words in quotation marks to the end; before them who says them, in bold or not, and a colon, or, where they are double, nothing.
function voiceOf(line: readonly Node[], names: Among['names']): Voice | null {
  const [first, ...after] = line;
  if (first === undefined) return null;
  if (first.kind === 'text' && SPEAKS.test(first.text)) return toItsEnd([], line);
  const voice = first.kind === 'strong' ? afterBold(first.children, after) : afterColon(line);
  return voice !== null && isSpeaker(toText(voice.who), names)
    ? toItsEnd(voice.who, voice.words)
    : null;
}

const OPENS = /^[“"‘']/u;
// Single ones alone are more often words to learn than words that someone says.
const SPEAKS = /^[“"]/u;

// `**Jo:** “…”`, or `**Jo**: “…”`.
function afterBold(children: readonly Node[], after: readonly Node[]): Voice | null {
  const last = children.at(-1);
  const hasColon = last?.kind === 'text' && /:\s*$/u.test(last.text);
  const who =
    last?.kind === 'text' && hasColon
      ? [...children.slice(0, -1), { ...last, text: last.text.replace(/:\s*$/u, '') }]
      : children;
  const words = wordsAfter(after, hasColon ? /^\s+/u : /^:\s+/u);
  return words === null ? null : { who: who.filter((one) => toText(one) !== ''), words };
}

// Only words and names may be before the colon.
function afterColon(line: readonly Node[]): Voice | null {
  const at = line.findIndex((one) => one.kind === 'text' && BEGINS.test(one.text));
  const node = line[at];
  const before = line.slice(0, Math.max(0, at));
  if (node?.kind !== 'text' || before.some(({ kind }) => kind !== 'text' && kind !== 'field')) {
    return null;
  }
  const [head = ''] = BEGINS.exec(node.text) ?? [];
  const name = head.replace(/:\s+$/u, '');
  const rest = { ...node, text: node.text.slice(head.length) };
  return {
    who: name === '' ? before : [...before, { ...node, text: name }],
    words: [rest, ...line.slice(at + 1)],
  };
}

const BEGINS = /^[^:“"]{0,30}:\s+(?=[“"‘'])/su;

function wordsAfter([first, ...after]: readonly Node[], colon: RegExp): readonly Node[] | null {
  if (first?.kind !== 'text' || !colon.test(first.text)) return null;
  const text = first.text.replace(colon, '');
  return OPENS.test(text) ? [{ ...first, text }, ...after] : null;
}

// One quotation, from its first mark to its last: what is as well an apostrophe is one between two letters.
function toItsEnd(who: readonly Node[], words: readonly Node[]): Voice | null {
  return QUOTATION.test(toText(words).trim()) ? { who, words } : null;
}

const QUOTATION =
  /^(?:“[^”]*”|"[^"]*"|‘(?:[^‘’]|(?<=\p{L})’(?=\p{L}))*’|'(?:[^']|(?<=\p{L})'(?=\p{L}))*')$/u;
