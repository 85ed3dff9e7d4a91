import { isParent, type Document } from './nodes.ts';
import { nodesIn } from './visit.ts';

/** How many things of a document come one by one, each with a step of its own. */
export function stepsIn(document: Document): number {
  let steps = 0;
  for (const node of nodesIn(document)) {
    if (isParent(node) && node.step !== undefined) steps = Math.max(steps, node.step);
  }
  return steps;
}
