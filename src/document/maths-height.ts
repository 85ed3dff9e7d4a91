import type { MathsNode } from './maths-nodes.ts';

/** An index, or a fraction within one, is so much smaller than what it belongs to. */
const SCRIPT = 0.71;

/** How high a formula in display style is, in lines of words, from 1: an estimate, to set what is around it. */
export function mathsLines(nodes: readonly MathsNode[]): number {
  return Math.max(1, Math.round(highest(nodes, true) * 10) / 10);
}

function highest(nodes: readonly MathsNode[], isDisplay: boolean): number {
  return Math.max(1, ...nodes.map((node) => heightOf(node, isDisplay)));
}

function heightOf(node: MathsNode, isDisplay: boolean): number {
  if ('text' in node) return 1;
  const { tag, children } = node;
  const sum = (some: readonly MathsNode[], way: boolean) =>
    some.reduce((all, one) => all + heightOf(one, way), 0);
  const [base, ...scripts] = children;
  switch (tag) {
    case 'mfrac':
      return (sum(children, false) + 0.05) * (isDisplay ? 1 : SCRIPT);
    case 'msqrt':
    case 'mroot':
      return highest(children, isDisplay) + 0.2;
    case 'msup':
    case 'msub':
    case 'msubsup':
      // A script stands half beside its base.
      return highest(base ? [base] : [], isDisplay) + (sum(scripts, false) * SCRIPT) / 2;
    case 'munder':
    case 'mover':
    case 'munderover':
      return highest(base ? [base] : [], isDisplay) + sum(scripts, false) * SCRIPT;
    case 'mtable':
      return sum(children, false) * 1.1;
    default:
      return highest(children, isDisplay);
  }
}
