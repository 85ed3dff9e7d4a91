import type { Span } from '../document/nodes.ts';
import type { Lesson } from './lesson.ts';

/** Where a field of a lesson is written: its first words. Where it has none, the lesson's title, or else its first slide, since a finding of what is missing speaks of the lesson as a whole. */
export function placeOfField(
  lesson: Pick<Lesson, 'fields' | 'blocks'>,
  ...names: readonly string[]
): Span {
  for (const name of [...names, 'title']) {
    const span = spanOf(lesson, name);
    if (span !== null) return span;
  }
  const [first] = lesson.blocks.flatMap(({ slides }) => slides);
  return { line: first?.line ?? 1, column: 1 };
}

function spanOf({ fields }: Pick<Lesson, 'fields'>, name: string): Span | null {
  const field = fields.find((one) => one.name === name);
  const node = field?.words.children.find((one) => 'span' in one && one.span !== null);
  return node !== undefined && 'span' in node ? node.span : null;
}
