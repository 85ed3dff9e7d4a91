import { INLINE_TAGS } from './inline-tags.ts';
import { isParent, type Document, type Kind, type Node, type NodeOf } from './nodes.ts';

/** A document, one of its nodes, or some of them. */
export type Tree = Document | Node | readonly Node[];

/** Every node of a tree in the order of the text, each before what is in it. */
export function* nodesIn(tree: Tree): Generator<Node> {
  if (isList(tree)) for (const node of tree) yield* nodesIn(node);
  else {
    if (tree.kind !== 'document') yield tree;
    if (tree.kind === 'document' || isParent(tree)) yield* nodesIn(tree.children);
  }
}

/** The nodes of one kind, in the order of the text. */
export function allOf<K extends Kind>(tree: Tree, kind: K): readonly NodeOf<K>[] {
  const found: NodeOf<K>[] = [];
  collect(tree, (node): node is NodeOf<K> => node.kind === kind, found);
  return found;
}

function collect<N extends Node>(tree: Tree, isOne: (node: Node) => node is N, into: N[]): void {
  if (isList(tree)) for (const node of tree) collect(node, isOne, into);
  else {
    if (tree.kind !== 'document' && isOne(tree)) into.push(tree);
    if (tree.kind === 'document' || isParent(tree)) collect(tree.children, isOne, into);
  }
}

/** True where a tree has a node of this kind. */
export function has(tree: Tree, kind: Kind): boolean {
  for (const node of nodesIn(tree)) if (node.kind === kind) return true;
  return false;
}

/** True for some nodes side by side, and not for one of them or a document. */
export function isList(tree: Tree): tree is readonly Node[] {
  return Array.isArray(tree);
}

/** True for a node that keeps its place within a line; all others are boxes. */
export function isInline(node: Node): boolean {
  switch (node.kind) {
    case 'text':
    case 'field':
    case 'codeSpan':
    case 'break':
    case 'picture':
    case 'sourceMark':
    case 'emphasis':
    case 'strong':
    case 'struck':
    case 'link':
    case 'cardWords':
    case 'who':
      return true;
    case 'maths':
      return !node.isDisplay;
    case 'element':
      return INLINE.has(node.tag);
    case 'paragraph':
    case 'heading':
    case 'list':
    case 'item':
    case 'quote':
    case 'code':
    case 'rule':
    case 'table':
    case 'tableHead':
    case 'tableBody':
    case 'row':
    case 'cell':
    case 'thread':
    case 'turn':
    case 'between':
    case 'columns':
    case 'column':
    case 'cards':
    case 'sortedCards':
    case 'cardGroup':
    case 'mixedCards':
    case 'groupNames':
    case 'cardList':
    case 'card':
    case 'timer':
    case 'timerClock':
    case 'working':
    case 'linkCard':
    case 'later':
    case 'sources':
    case 'source':
      return false;
  }
}

const INLINE: ReadonlySet<string> = new Set([...INLINE_TAGS, 'br', 'span']);
