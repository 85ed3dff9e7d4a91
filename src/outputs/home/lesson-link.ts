import type { Lesson } from '../../lesson/lesson.ts';
import { fillWords } from '../../lesson/names.ts';
import { needsApproval } from '../../subjects/pack.ts';

/** What a link to a page says of it, in a chat or a search: its name and a sentence or two. */
export type LinkWords = {
  readonly title: string;
  readonly description: string;
  /** True where the picture beside it is not to speak of pressure. */
  readonly isQuiet?: boolean;
};

/** What a link says that leads to a lesson’s page for parents; the title is the page’s own, and no other lesson’s: several have one title on the board. */
export function lessonLink({ title, summary, subject, names }: Lesson): LinkWords {
  const named = (words: string) => fillWords(words, names);
  const isClose = needsApproval(subject);
  const what = isClose ? 'What your child saw' : 'What your child learned';
  return {
    title: `${what}: ${named(title)}`,
    description:
      `${named(summary)} For parents and carers, with three questions to ask at home.`.trim(),
    isQuiet: !isClose,
  };
}
