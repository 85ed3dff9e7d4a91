import { parse, type Node } from './syntax.ts';

/** Every function of more than `most` lines, as `deck/deck.ts:12 has 45 lines`. Lines of the functions inside it are not its own: a factory may hold many short ones. */
export function longFunctions(path: string, text: string, most: number): readonly string[] {
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
  const functions = parse(path, text)
    .nodes.map(({ node }) => node)
    .filter(isFunction);
  return functions.flatMap((node) => {
    const inner = functions.filter((other) => other !== node && isInside(other, node));
    const nearest = inner.filter((one) => !inner.some((other) => other !== one && isInside(one, other)));
    const linesOfInner = nearest.reduce((sum, { start, end }) => sum + lineOf(end) - lineOf(start), 0);
    const lines = lineOf(node.end) - lineOf(node.start) + 1 - linesOfInner;
    return lines > most ? [`${path}:${lineOf(node.start)} has ${lines} lines`] : [];
  });
}

function isFunction({ type }: Node): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(type);
}

function isInside(inner: Node, outer: Node): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
