import type { Node } from './nodes.ts';
import type { Problem } from './problem.ts';
import { writtenMaths } from './to-text.ts';
import { allOf } from './visit.ts';

/** What is wrong with the formulas among some nodes, each at the character that is. */
export function mathsProblems(nodes: readonly Node[]): readonly Problem[] {
  return allOf(nodes, 'maths').flatMap((node): readonly Problem[] => {
    const { read, span, tex } = node;
    if (!('wrong' in read)) return [];
    const above = tex.slice(0, read.at).split('\n');
    const isFirst = above.length === 1;
    const words = writtenMaths(node).replaceAll(/\s+/g, ' ').slice(0, 60);
    return [
      {
        code: 'formula',
        severity: 'error',
        line: span.line + above.length - 1,
        column: isFirst ? span.column + read.at : 1,
        message: `Cannot draw the formula “${words}”: ${read.wrong}`,
      },
    ];
  });
}
