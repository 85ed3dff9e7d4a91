import type { Document, Node, NodeOf } from '../document/nodes.ts';
import { toText } from '../document/to-text.ts';
import { has } from '../document/visit.ts';
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

/**
 * A slide's body in which a list of what people say, `- {Jo}: “It’s hard.”`, has a bubble for every one of them: side by side where no picture is on the slide, or one below the other beside one. It is the same body where there is no such list, or where an estimate says that its bubbles do not fit below what stands above (its height of 720).
 */
export function withVoices(body: Document, above: number): Document {
  const at = body.children.findIndex((node) => node.kind === 'list' || node.kind === 'columns');
  const node = body.children[at];
  if (node === undefined) return body;
  const others = body.children.filter((one) => one !== node);
  const room = heightLeft({ ...body, children: others }, above);
  // A picture above or below takes what room there is.
  const isAlone = node.kind === 'list' && !others.some((one) => has(one, 'picture'));
  const drawn = isAlone ? sideBySide(node, room) : besidePicture(node, room);
  return drawn === null ? body : { ...body, children: body.children.with(at, drawn) };
}

function sideBySide(list: NodeOf<'list'>, room: number): Node | null {
  const spoken = spokenIn(list);
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
function besidePicture(node: Node, room: number): Node | null {
  if (node.kind !== 'columns') return null;
  const both = node.children.filter(({ kind }) => kind === 'column');
  const columns = both.map((column) => inColumn(column, room));
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

function inColumn(column: Node, room: number): Node | null {
  if (column.kind !== 'column') return null;
  const [list, ...others] = column.children.filter(({ kind }) => kind !== 'break');
  if (list?.kind !== 'list' || others.length > 0) return null;
  const spoken = spokenIn(list);
  if (spoken === null) return null;
  const lines = spoken.map(({ item }) => linesIn(toText(item), WIDE.column - WIDE.around));
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

function spokenIn(list: NodeOf<'list'>): Spoken | null {
  const items = list.children.filter((child): child is NodeOf<'item'> => child.kind === 'item');
  const spoken = items.flatMap((item) => {
    const voice = voiceOf(item.children);
    return voice === null ? [] : [{ item, voice }];
  });
  const isWhole = !list.isOrdered && spoken.length === items.length;
  return isWhole && spoken.length > 1 && spoken.length <= MAX_VOICES ? spoken : null;
}

// A name, a colon, and words in quotation marks, straight as keyboards type them or not, to the end; or such words alone.
function voiceOf([first, second, ...rest]: readonly Node[]): Voice | null {
  if (first?.kind === 'field' && second?.kind === 'text' && /^: [“"]/u.test(second.text)) {
    return toItsEnd([first], [{ ...second, text: second.text.slice(2) }, ...rest]);
  }
  if (first?.kind !== 'text') return null;
  const after = second === undefined ? [] : [second, ...rest];
  if (/^[“"]/u.test(first.text)) return toItsEnd([], [first, ...after]);
  const [, name, quoted] = /^(\p{Lu}[^:“"]{0,20}): ([“"].*)$/su.exec(first.text) ?? [];
  if (name === undefined || quoted === undefined) return null;
  return toItsEnd([{ ...first, text: name }], [{ ...first, text: quoted }, ...after]);
}

// One quotation, from its first mark to its last.
function toItsEnd(who: readonly Node[], words: readonly Node[]): Voice | null {
  return /^(?:“[^”]*”|"[^"]*")$/u.test(toText(words).trim()) ? { who, words } : null;
}
