import { isParent, type Document, type Node } from '../../document/nodes.ts';
import { html, type Html } from '../../text/html.ts';

const NUMBER = /(\d[\d ]*\d)/;

/** A text with its numbers the right way round: between words that run from right to left, the parts of a telephone number would change places. */
export function numbersForward(document: Document): Document {
  return { ...document, children: document.children.flatMap(forward) };
}

/** The same for words without marks. */
export function wordsForward(words: string): Html {
  return html`${words.split(NUMBER).map((part, at) => (at % 2 === 0 ? part : html`<bdi dir="ltr">${part}</bdi>`))}`;
}

function forward(node: Node): readonly Node[] {
  if (isParent(node)) return [{ ...node, children: node.children.flatMap(forward) }];
  if (node.kind !== 'text') return [node];
  const parts = node.text.split(NUMBER).map((text): Node => ({ ...node, text }));
  return parts.map((part, at) =>
    at % 2 === 0
      ? part
      : {
          kind: 'element',
          tag: 'bdi',
          attributes: { dir: 'ltr' },
          span: node.span ?? { line: 1, column: 1 },
          children: [part],
        },
  );
}
