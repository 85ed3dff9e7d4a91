import { isEmpty } from '../../document/nodes.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { blocksOf, runsOf, type OfficeBlock } from './office-blocks.ts';

/** What a plan says to the teacher alone, by its headings; a section in which nothing is written is left out. */
export function staffBlocks({ staff, names }: Pick<Lesson, 'staff' | 'names'>): readonly {
  readonly title: string;
  readonly blocks: readonly OfficeBlock[];
}[] {
  const { alternativeTask, hardQuestions, adaptations, grouping } = staff;
  const asked = hardQuestions.flatMap(({ questionNodes, answer }) => [
    ...(questionNodes.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            look: 'plain',
            words: runsOf(questionNodes, names).map((run) =>
              run.kind === 'words' ? { ...run, bold: true } : run,
            ),
            inset: 0,
          } as const,
        ]),
    ...blocksOf(answer.children, names),
  ]);
  return [
    { title: 'Hard questions, and what to say', blocks: asked },
    {
      title: 'The other task',
      blocks: isEmpty(alternativeTask) ? [] : blocksOf(alternativeTask.children, names),
    },
    { title: 'Adaptations', blocks: blocksOf(adaptations.children, names) },
    { title: 'Mixed or single-sex groups', blocks: blocksOf(grouping.children, names) },
  ].filter(({ blocks }) => blocks.length > 0);
}
