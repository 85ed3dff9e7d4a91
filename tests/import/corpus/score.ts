import { toWords } from '../../../src/document/to-text.ts';
import { slidesOf, type Lesson } from '../../../src/lesson/lesson.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { openFile } from '../../../src/open/open-file.ts';
import type { CorpusPlan } from './corpus.ts';

/** What of a plan's table the lesson made of it has: counts, each beside how many there are. */
export type Score = {
  /** Lines that a class must not see and sees. */
  readonly leaks: readonly string[];
  readonly shown: number;
  readonly toShow: number;
  readonly questions: number;
  readonly ofQuestions: number;
  /** Questions of the lesson that the table does not have. */
  readonly madeUp: number;
  readonly slides: number;
  readonly bareHeadings: number;
  readonly title: boolean;
  readonly stage: boolean;
  readonly minutes: boolean;
  /** What was to be on the board and is not. */
  readonly missing: readonly string[];
};

const FOR_CLASS: ReadonlySet<string> = new Set(['B', 'Q', 'O']);
const NEVER: ReadonlySet<string> = new Set(['A', 'N', 'X', 'S']);

/** Makes a lesson of a plan as the editor and `import` do, and holds it against its table. */
export function scorePlan(plan: CorpusPlan): Score {
  const opened = openFile(plan.file);
  if (opened.kind === 'not-opened') throw new Error(`${plan.name}: ${opened.message}`);
  const { lesson } = readLesson('a-plan', opened.text);
  const board = ` ${boardOf(lesson).map(plain).join(' ')} `;
  const on = (text: string) => board.includes(` ${plain(text)} `);

  const mayBeSeen = plan.lines
    .filter(({ letter }) => FOR_CLASS.has(letter) || letter === 'H' || letter === 'P')
    .map(({ text }) => plain(text))
    .concat(plan.show.map(plain), plain(plan.title))
    .join(' | ');
  // Of one or two words it can't be said where they come from.
  const isTelling = (text: string) =>
    plain(text).split(' ').length > 2 && !mayBeSeen.includes(plain(text));
  const never = [
    ...plan.lines.filter(({ letter }) => NEVER.has(letter)).map(({ text }) => text),
    ...plan.never,
  ];
  const toShow = [
    ...plan.lines.filter(({ letter }) => FOR_CLASS.has(letter)).map(({ text }) => text),
    ...plan.show,
  ].filter((text) => plain(text) !== '');
  const found = plan.questions.filter((question) => isAsked(lesson, question));
  const slides = slidesOf(lesson);
  return {
    leaks: never.filter((text) => isTelling(text) && on(text)),
    shown: toShow.filter(on).length,
    toShow: toShow.length,
    missing: toShow.filter((text) => !on(text)),
    questions: found.length,
    ofQuestions: plan.questions.length,
    madeUp: Math.max(0, lesson.questions.length - found.length),
    slides: slides.length,
    bareHeadings: slides.filter(
      ({ kind, heading, body }) => kind === 'text' && heading !== '' && toWords(body) === '',
    ).length,
    title: plain(lesson.title) === plain(plan.title),
    stage: (lesson.stage ?? 'none') === plan.stage,
    minutes: lesson.minutes === plan.minutes,
  };
}

// What a class sees before anything is pressed: headings, words, questions with their options.
function boardOf(lesson: Lesson): readonly string[] {
  return slidesOf(lesson).flatMap(({ heading, body, asked }) => [
    heading,
    toWords(body),
    ...(asked === null
      ? []
      : [toWords(asked.prompt), ...asked.options.map(({ nodes }) => toWords(nodes))]),
  ]);
}

function isAsked(lesson: Lesson, { words, options, right }: CorpusPlan['questions'][number]) {
  return lesson.questions.some((question) => {
    const made = question.options.map(({ text }) => plain(text));
    const isRight =
      question.tag === 'knowledge'
        ? question.options.flatMap(({ id }, at) => (question.right.includes(id) ? [at + 1] : []))
        : [];
    return (
      plain(question.prompt).includes(plain(words)) &&
      made.join('|') === options.map(plain).join('|') &&
      isRight.join() === right.join()
    );
  });
}

// Letters and figures alone, without what marks an item, so that bold and numbers don't count.
function plain(text: string): string {
  return text
    .replace(/^\s*(?:[-*+•▪➢–]|\d{1,2}[.)]|\(?[a-zA-Z][.)](?=\s))\s*/u, '')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
