import type { Document, Node, NodeOf } from '../document/nodes.ts';
import { toText } from '../document/to-text.ts';

/** How many people speak on one slide at most: a longer list is one of words. */
const MAX_VOICES = 4;

/** What someone says: who it is, and their words. */
type Voice = { readonly who: readonly Node[]; readonly words: readonly Node[] };

/** A slide's body in which each list of what people say, `- {Jo}: “It’s hard.”`, has a bubble for every one of them; all else is as it was. */
export function withVoices(body: Document): Document {
  return { ...body, children: body.children.map(inBubbles) };
}

function inBubbles(node: Node): Node {
  if (node.kind === 'list') return voicesOf(node) ?? node;
  if (node.kind !== 'columns' && node.kind !== 'column') return node;
  return { ...node, children: node.children.map(inBubbles) };
}

function voicesOf({ span, isOrdered, children }: NodeOf<'list'>): Node | null {
  if (isOrdered) return null;
  const items = children.filter((child): child is NodeOf<'item'> => child.kind === 'item');
  const voices = items.map((item) => {
    const voice = voiceOf(item.children);
    return voice === null ? null : itemOf(item, voice);
  });
  const areVoices = voices.length > 1 && voices.length <= MAX_VOICES;
  if (!areVoices || voices.includes(null)) return null;
  return {
    kind: 'element',
    span,
    tag: 'ul',
    attributes: { class: 'voices' },
    children: voices.filter((voice) => voice !== null),
  };
}

function itemOf(item: NodeOf<'item'>, { who, words }: Voice): Node {
  const { span } = item;
  return {
    ...item,
    children: [
      { kind: 'strong', span, children: who },
      { kind: 'paragraph', span, children: words },
    ],
  };
}

// A name, a colon, and words in quotation marks to the end.
function voiceOf([first, second, ...rest]: readonly Node[]): Voice | null {
  if (first?.kind === 'field' && second?.kind === 'text' && second.text.startsWith(': “')) {
    return toItsEnd([first], [{ ...second, text: second.text.slice(2) }, ...rest]);
  }
  const [, name, quoted] =
    (first?.kind === 'text' && /^(\p{Lu}[^:“]{0,20}): (“.*)$/su.exec(first.text)) || [];
  if (first?.kind !== 'text' || name === undefined || quoted === undefined) return null;
  const after = second === undefined ? [] : [second, ...rest];
  return toItsEnd([{ ...first, text: name }], [{ ...first, text: quoted }, ...after]);
}

function toItsEnd(who: readonly Node[], words: readonly Node[]): Voice | null {
  return toText(words).trim().endsWith('”') ? { who, words } : null;
}
