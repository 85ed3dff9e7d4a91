import { isEmpty, type Document } from '../../document/nodes.ts';
import { toWords } from '../../document/to-text.ts';
import { slidesOf, type Lesson, type Slide } from '../../lesson/lesson.ts';
import { fillWords } from '../../lesson/names.ts';
import { shownBody } from '../../slides/kinds.ts';

/** The words of each slide that someone reads who reviews it: what the class sees and what its teacher reads, a line for each part. */
export function slideWords(lesson: Lesson): readonly string[] {
  return slidesOf(lesson).map((slide) =>
    fillWords(linesOf(slide, lesson).filter(Boolean).join('\n'), lesson.names),
  );
}

function linesOf(slide: Slide, { questions }: Lesson): readonly string[] {
  const asked = slide.kind === 'poll' ? slide.question : null;
  const question = questions.find(({ id }) => id === asked);
  return [
    ...(question === undefined
      ? [slide.heading, ...partsOf(shownBody(slide))]
      : [
          question.prompt,
          ...question.options.map(({ label, text }) => `${label} ${text}`),
          ...(question.tag === 'knowledge' ? [`Right: ${rightOf(question)}`] : []),
          question.explanation,
        ]),
    ...(isEmpty(slide.notes) ? [] : ['Notes:', ...partsOf(slide.notes)]),
  ];
}

function rightOf(question: Extract<Lesson['questions'][number], { tag: 'knowledge' }>): string {
  const labels = new Map(question.options.map(({ id, label }) => [id, label]));
  return question.right.map((id) => labels.get(id) ?? id).join(', ');
}

function partsOf({ children }: Document): readonly string[] {
  return children.map((part) => toWords([part]));
}
