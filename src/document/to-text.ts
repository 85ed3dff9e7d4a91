import { isParent, type Node, type NodeOf } from './nodes.ts';
import { isInline, isList, type Tree } from './visit.ts';

/** The words of a tree as a browser's `textContent` would have them, with names still in their braces. */
export function toText(tree: Tree): string {
  return textOf(tree, '');
}

/** The words of a tree on one line, parted by a blank wherever a box begins or ends. */
export function toWords(tree: Tree): string {
  return textOf(tree, ' ').replaceAll(/\s+/g, ' ').trim();
}

function textOf(tree: Tree, between: string): string {
  if (isList(tree)) return tree.map((node) => textOf(node, between)).join('');
  if (tree.kind === 'document') return textOf(tree.children, between);
  return isInline(tree) ? nodeText(tree, between) : between + nodeText(tree, between) + between;
}

function nodeText(node: Node, between: string): string {
  if (isParent(node)) return textOf(node.children, between);
  switch (node.kind) {
    case 'text':
    case 'codeSpan':
    case 'code':
      return node.text;
    case 'maths':
      return writtenMaths(node);
    case 'field':
      return `{${node.name}}`;
    case 'break':
      return node.isForced ? between : '\n';
    case 'sourceMark':
      return node.number ?? '';
    case 'rule':
    case 'picture':
      return '';
  }
}

/** A formula in words on one line; one that cannot be read, as it is written. */
export function writtenMaths({ read, tex, isDisplay }: NodeOf<'maths'>): string {
  if ('words' in read) return read.words;
  const mark = isDisplay ? '$$' : '$';
  return mark + tex + mark;
}
