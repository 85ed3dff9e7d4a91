import { isParent, type Document, type Node } from './nodes.ts';
import { onceEach } from '../text/once-each.ts';
import { nodesIn } from './visit.ts';

/** How many things of a document come one by one, each with a step of its own. */
export const stepsIn = onceEach(countSteps);

function countSteps(document: Document): number {
  let steps = 0;
  for (const node of nodesIn(document)) {
    if (node.kind === 'code') steps = Math.max(steps, node.marked.at(-1)?.step ?? 0);
    if (isParent(node) && node.step !== undefined) steps = Math.max(steps, node.step);
  }
  return steps;
}

/** A document with as many of its steps as are named: what comes later is not in it at all. */
export function shownBy(document: Document, step: number): Document {
  return { ...document, children: nodesShownBy(document.children, step) };
}

/** Some nodes with as many of their steps. */
export function nodesShownBy(nodes: readonly Node[], step: number): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (node.kind === 'code') {
      return [{ ...node, marked: node.marked.filter((one) => (one.step ?? 0) <= step) }];
    }
    if (!isParent(node)) return [node];
    return (node.step ?? 0) > step
      ? []
      : [{ ...node, children: nodesShownBy(node.children, step) }];
  });
}
