import { isParent, type Document, type Node, type ParentNode } from '../../document/nodes.ts';
import { toText } from '../../document/to-text.ts';
import { html, type Html } from '../../text/html.ts';
import { schoolPlace } from './handout-fields.ts';

const NOWHERE = { line: 1, column: 1 };
const LINE_END: Node = { kind: 'break', isForced: false };

/** A box to tick. */
const TICK = element('span', { class: 'sheet__box' }, []);

/** Makes what is to be filled in by hand of a text: `Date: ___` becomes a line to write on, `Lead: {DSL}` one that the school’s data fills, and `[ ]` a box to tick. */
export function writeOn(document: Document): Document {
  return { ...document, children: document.children.flatMap(written) };
}

/** The words of one line without a label. */
const ONE_LINE = 'A line to write on';

/** So many lines to write on, and words for a screen reader: once for all of them. */
export function writeLines(
  count: number,
  words = count === 1 ? ONE_LINE : `${count} lines to write on`,
): Html {
  return html`<div class="write-lines">${places(count, words)}</div>`;
}

/** A frame for an answer, as high as so many lines. */
export function writeFrame(count: number): Html {
  return html`<div class="write-frame">${places(count, 'A frame to write in')}</div>`;
}

/** So many bubbles side by side, each for a message to write. */
export function writeBubbles(count: number): Html {
  const words = count === 1 ? 'A speech bubble to write in' : `${count} speech bubbles to write in`;
  return html`<div class="write-bubbles">${places(count, words)}</div>`;
}

// The words are in the first place, so that there are as many places as without them.
function places(count: number, words: string): readonly Html[] {
  return Array.from(
    { length: count },
    (_, at) => html`<div>${at === 0 ? html`<p class="write-words">${words}</p>` : ''}</div>`,
  );
}

function written(node: Node): readonly Node[] {
  if (!isParent(node)) return [node];
  if (node.kind === 'item' && node.step === undefined) return [writtenItem(node)];
  const lines = node.kind === 'paragraph' && node.step === undefined ? linesOf(node) : null;
  return lines ?? [{ ...node, children: ticked(node.children).flatMap(written) }];
}

// Null where a line of the paragraph is none to write on.
function linesOf({ children }: ParentNode): readonly Node[] | null {
  const merged = mergeText(children);
  const rows: Node[][] = [[]];
  for (const [at, node] of merged.entries()) {
    // A forced end of a line is written with one that is not behind it.
    if (node.kind !== 'break') rows.at(-1)?.push(node);
    else if (node.isForced || merged[at - 1]?.kind !== 'break') rows.push([]);
  }
  const made: Node[] = [];
  for (const row of rows) {
    const one = writeRow(trimmed(row));
    if (one === null) return null;
    made.push(...(made.length === 0 ? [] : [LINE_END]), one);
  }
  return made;
}

function writtenItem(item: ParentNode): Node {
  const children = ticked(item.children);
  const isTick = children[0] === TICK;
  const own = children.some(isBox) ? null : writeRow(isTick ? children.slice(1) : children);
  const inside = own === null ? children.flatMap(written) : [...(isTick ? [TICK] : []), own];
  return isTick ? element('li', { class: 'tick' }, inside) : { ...item, children: inside };
}

function isBox(node: Node): boolean {
  return node.kind === 'list' || node.kind === 'item' || node.kind === 'paragraph';
}

// `[ ]` before a blank, or with nothing behind it.
function ticked(nodes: readonly Node[]): readonly Node[] {
  const merged = mergeText(nodes);
  return merged.flatMap((node, at): readonly Node[] => {
    if (node.kind !== 'text' || !node.text.includes('[ ]')) return [node];
    const next = merged[at + 1];
    const isLast = next === undefined || isParent(next) || (next.kind === 'break' && next.isForced);
    const parts = node.text.split(isLast ? /\[ \](?: |$)/ : /\[ \] /);
    return parts.flatMap((text, nth) => [
      ...(nth === 0 ? [] : [TICK]),
      ...(text === '' ? [] : [{ ...node, text }]),
    ]);
  });
}

// A line to write on, or several side by side; null where the words leave no room for one.
function writeRow(words: readonly Node[]): Node | null {
  const last = words.at(-1);
  const label = trimmed(words.slice(0, -1));
  const place = last?.kind === 'field' ? schoolPlace(last.name) : null;
  if (place !== null && endsInColon(label)) return line(label, place);
  if (last?.kind !== 'text' || !/_{3,}$/.test(last.text)) return null;
  const lines = labelsOf(words).map((one) => line(one, ''));
  return lines.length === 1 ? (lines[0] ?? null) : element('div', { class: 'write-row' }, lines);
}

function endsInColon(label: readonly Node[]): boolean {
  const last = label.at(-1);
  return (last?.kind === 'text' || last?.kind === 'strong') && toText(last).endsWith(':');
}

// What stands before each run of underscores.
function labelsOf(words: readonly Node[]): readonly (readonly Node[])[] {
  const labels: Node[][] = [[]];
  for (const node of mergeText(words)) {
    if (node.kind !== 'text') labels.at(-1)?.push(node);
    else {
      for (const [nth, text] of node.text.split(/\s*_{3,}\s*/).entries()) {
        if (nth > 0) labels.push([]);
        if (text !== '') labels.at(-1)?.push({ ...node, text });
      }
    }
  }
  return labels.slice(0, -1);
}

function line(label: readonly Node[], place: string): Node {
  const blank: Node = { kind: 'text', span: NOWHERE, text: ' ' };
  const words: Node = { kind: 'text', span: NOWHERE, text: ONE_LINE };
  return element('p', { class: 'write-on' }, [
    element('b', {}, label.length > 0 ? label : [element('i', { class: 'write-words' }, [words])]),
    blank,
    element('span', place === '' ? {} : { 'data-school': place }, []),
  ]);
}

function trimmed(nodes: readonly Node[]): readonly Node[] {
  return nodes
    .map((node, at): Node => {
      if (node.kind !== 'text') return node;
      const text = at === 0 ? node.text.trimStart() : node.text;
      return { ...node, text: at === nodes.length - 1 ? text.trimEnd() : text };
    })
    .filter((node) => node.kind !== 'text' || node.text !== '');
}

function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Node[],
): Node {
  return { kind: 'element', tag, attributes, span: NOWHERE, children };
}

/** Nodes with words that stand side by side in one text, wherever each was found: for what looks at how words begin and end. */
function mergeText(nodes: readonly Node[]): readonly Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { ...last, text: last.text + node.text };
    } else merged.push(node);
  }
  return merged;
}
