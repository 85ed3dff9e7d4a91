import type { Kind, Node } from '../document/nodes.ts';
import { nodesIn, type Tree } from '../document/visit.ts';
import { nodesOf } from '../document/word-fields.ts';
import { slidesOf, type Lesson, type Slide } from '../lesson/lesson.ts';
import { ownWords } from '../slides/kinds.ts';
import { onceEach } from '../text/once-each.ts';

/** The name of a style sheet that is loaded only where a lesson needs it. */
export type SheetName = 'maths' | 'lesson-parts' | 'slides-on-paper';

/** All of them. */
export const SHEET_NAMES: readonly SheetName[] = ['maths', 'lesson-parts', 'slides-on-paper'];

/** The style sheets that the pages of a lesson need, by what is in it: others do not load them. */
export const sheetsFor = onceEach((lesson: Lesson): readonly SheetName[] => {
  const { staff, blocks } = lesson;
  const trees: readonly Tree[] = [
    ...slidesOf(lesson).flatMap(treesOf),
    ...blocks.map(({ landSafely }) => landSafely),
    ...staff.hardQuestions.map(({ answer }) => answer),
    ...staff.toReview.map(({ points }) => points),
    staff.alternativeTask,
    staff.adaptations,
    staff.grouping,
  ];
  const needed = new Set(trees.flatMap(sheetsIn));
  return SHEET_NAMES.filter((name) => needed.has(name));
});

function treesOf(slide: Slide): readonly Tree[] {
  const { body, notes, asked, headingNodes } = slide;
  return [
    body,
    ...ownWords(slide).map(({ words }) => nodesOf(words)),
    notes,
    ...(asked === null ? [] : [headingNodes, asked.prompt, asked.explanation]),
    ...(asked?.options ?? []).map(({ nodes }) => nodes),
  ];
}

const LOOKS: Readonly<Partial<Record<Kind, SheetName>>> = {
  maths: 'maths',
  timer: 'lesson-parts',
  linkCard: 'lesson-parts',
  code: 'lesson-parts',
};

// Of a lesson that is being changed, parts that stay as they are are the same objects.
const sheetsIn = onceEach((tree: Tree): readonly SheetName[] => {
  const found = new Set<SheetName>();
  for (const node of nodesIn(tree)) {
    const name = sheetOf(node);
    if (name !== null) found.add(name);
  }
  return [...found];
});

function sheetOf(node: Node): SheetName | null {
  const isPlain = node.kind === 'code' && node.colours === null && node.marked.length === 0;
  return isPlain ? null : (LOOKS[node.kind] ?? null);
}
