import { isParent, type Node } from './nodes.ts';

/** Words on one line: whatever is white between them is one blank, and there is none at either end. */
export function onOneLine(nodes: readonly Node[]): readonly Node[] {
  return withoutLastBlank(collapsed(nodes, { isBlank: true }));
}

// `isBlank` is true behind a blank, and where the line begins.
function collapsed(nodes: readonly Node[], behind: { isBlank: boolean }): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (isParent(node)) {
      if (node.children.length === 0) behind.isBlank = false;
      return [{ ...node, children: collapsed(node.children, behind) }];
    }
    if (node.kind === 'break' && !node.isForced) {
      if (behind.isBlank) return [];
      behind.isBlank = true;
      return [BLANK];
    }
    if (node.kind !== 'text') {
      behind.isBlank = false;
      return [node];
    }
    const single = node.text.replaceAll(/\s+/g, ' ');
    const text = behind.isBlank ? single.trimStart() : single;
    if (text === '') return [];
    behind.isBlank = text.endsWith(' ');
    return [{ ...node, text }];
  });
}

const BLANK: Node = { kind: 'text', span: null, text: ' ' };

function withoutLastBlank(nodes: readonly Node[]): readonly Node[] {
  const last = nodes.at(-1);
  if (last?.kind !== 'text') return nodes;
  const text = last.text.trimEnd();
  const before = nodes.slice(0, -1);
  return text === '' ? withoutLastBlank(before) : [...before, { ...last, text }];
}
