import { isInline } from '../../document/visit.ts';
import { toWords } from '../../document/to-text.ts';
import { isParent, type Document, type Node, type NodeOf } from '../../document/nodes.ts';

/** A task for the worksheet: the words of an item, on one line. */
export type Sentence = readonly Node[];

/** The list items of a slide's body that end in "…": sentences for pupils to finish, which get lines on the worksheet. Bold, steps and lists within lists change nothing. */
export function sentencesToFinish(body: Document): readonly Sentence[] {
  return itemsIn(body.children).filter((item) => /(?:…|\.\.\.)\s*[”"’']?$/.test(toWords(item)));
}

/** True for a slide that says “on your worksheet”. */
export function isForSheet(body: Document): boolean {
  return /\bon your worksheet\b/i.test(toWords(body));
}

/** The questions among the list items of a slide that says “on your worksheet”. */
export function questionsForSheet(body: Document): readonly Sentence[] {
  if (!isForSheet(body)) return [];
  return itemsIn(body.children).filter((item) => /\?\s*[”"’']?$/.test(toWords(item)));
}

// Items in the order they begin, each with its own words; one that lies in another is an item of its own.
function itemsIn(nodes: readonly Node[]): readonly Sentence[] {
  return nodes.flatMap((node): readonly Sentence[] => {
    if (!isParent(node) || isNoTask(node)) return [];
    const inside = itemsIn(node.children);
    return isItem(node) ? [onOneLine(ownWords(node.children)), ...inside] : inside;
  });
}

// Messages, and cards to sort, are no list of tasks.
function isNoTask({ kind }: Node): boolean {
  return kind === 'thread' || kind === 'groupNames' || kind === 'cardList';
}

function isItem(node: Node): node is NodeOf<'item'> | NodeOf<'element'> {
  return node.kind === 'item' || (node.kind === 'element' && node.tag === 'li');
}

// What keeps its place within a line; a box parts it from the next, and a list within is none of its own words.
function ownWords(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (isItem(node) || isNoTask(node)) return [];
    if (isInline(node) && node.kind !== 'picture') {
      return isParent(node) ? [{ ...node, children: ownWords(node.children) }] : [node];
    }
    return [BLANK, ...(isParent(node) ? ownWords(node.children) : []), BLANK];
  });
}

const BLANK: Node = { kind: 'break', isForced: false };

/** Words on one line: whatever is white between them is one blank, and there is none at either end. */
function onOneLine(nodes: readonly Node[]): readonly Node[] {
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
      return [ONE_SPACE];
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

const ONE_SPACE: Node = { kind: 'text', span: null, text: ' ' };

function withoutLastBlank(nodes: readonly Node[]): readonly Node[] {
  const last = nodes.at(-1);
  if (last?.kind !== 'text') return nodes;
  const text = last.text.trimEnd();
  const before = nodes.slice(0, -1);
  return text === '' ? withoutLastBlank(before) : [...before, { ...last, text }];
}
