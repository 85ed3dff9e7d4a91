import { allOf } from '../../document/visit.ts';
import { toText } from '../../document/to-text.ts';
import { isParent, type Document, type Node, type NodeOf } from '../../document/nodes.ts';
import { html, type Html } from '../../text/html.ts';
import { fillWording, wordings } from '../../text/wording.ts';

/** A table whose rows have heads; each cell knows its column’s name, for windows in which a row is a paragraph. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  kind = '',
): Html {
  return html`<table class="facts-table ${kind}"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first = '', ...more]) => html`<tr><th scope="row">${first}</th>${more.map((cell, at) => html`<td data-label="${heads[at + 1] ?? ''}">${cell}</td>`)}</tr>`)}</tbody></table>`;
}

/** A text with its tables as such: each cell knows its column’s name, and the first one is the row’s head. */
export function labelTables(document: Document): Document {
  return { ...document, children: document.children.map(labelTable) };
}

function labelTable(node: Node): Node {
  if (!isParent(node)) return node;
  if (node.kind !== 'table') return { ...node, children: node.children.map(labelTable) };
  const heads = allOf(node, 'cell')
    .filter(({ isHead }) => isHead)
    .map((cell) => fillWording(toText(cell), wordings.school).replaceAll('"', ''));
  return { ...node, children: labelRows(node.children, heads) };
}

function labelRows(nodes: readonly Node[], heads: readonly string[]): readonly Node[] {
  return nodes.map((node) => {
    if (!isParent(node)) return node;
    const children =
      node.kind === 'row' ? labelCells(node.children, heads) : labelRows(node.children, heads);
    return { ...node, children };
  });
}

function labelCells(cells: readonly Node[], heads: readonly string[]): readonly Node[] {
  let at = -1;
  return cells.map((node) => {
    if (node.kind !== 'cell') return node;
    if (node.isHead) return element(node, 'th', { scope: 'col' });
    at += 1;
    return at === 0
      ? element(node, 'th', { scope: 'row' })
      : element(node, 'td', { 'data-label': heads[at] ?? '' });
  });
}

function element(
  { span, children }: NodeOf<'cell'>,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Node {
  return { kind: 'element', tag, attributes, span, children };
}
