import type { Document, Node } from '../document/nodes.ts';
import { toText } from '../document/to-text.ts';
import { foldedOf } from '../lesson/fold-notes.ts';

/** The paragraphs of a slide's notes that a teacher has in view, as the presenter folds them. */
export function notesInView(notes: Document): readonly Node[] {
  const children = notes.children.filter(({ kind }) => kind !== 'break');
  const folded = foldedOf(children.map(openingOf));
  return children.filter((_, at) => folded[at] === false);
}

// The bold words with which a paragraph begins.
function openingOf(node: Node): string {
  const first = node.kind === 'paragraph' ? node.children[0] : undefined;
  return first?.kind === 'strong' ? toText(first) : '';
}
