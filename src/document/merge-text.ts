import type { Node } from './nodes.ts';

/** Nodes with words that stand side by side in one text, wherever each was found: for what looks at how words begin and end. */
export function mergeText(nodes: readonly Node[]): readonly Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { ...last, text: last.text + node.text };
    } else merged.push(node);
  }
  return merged;
}
