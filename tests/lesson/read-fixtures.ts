import { isEmpty, type Document } from '../../src/document/nodes.ts';
import { toHtml } from '../../src/document/to-html.ts';
import { readdirSync, readFileSync } from 'node:fs';
import type { Question } from '../../src/poll/question.ts';
import type { ReadLesson, Slide } from '../../src/lesson/lesson.ts';
import { shownBody } from '../../src/slides/kinds.ts';

/** One example of a fixture file: a sentence, what is read, and the outline wanted, a line each. */
export type Fixture = {
  readonly sentence: string;
  readonly source: string;
  readonly wanted: readonly string[];
};

/** Reads `*.txt` beside this file: a sentence, then `.`, Markdown, `.`, outline and `.` each on lines of their own. `→` is a tab, `·` a blank at a line's end. */
export function readFixtures(): readonly {
  readonly file: string;
  readonly fixtures: readonly Fixture[];
}[] {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted();
  return files.map((file) => ({
    file: file.replace('.txt', ''),
    fixtures: readOne(readFileSync(new URL(file, folder), 'utf8')),
  }));
}

function readOne(text: string): readonly Fixture[] {
  const parts = text.split(/^\.\n/m);
  return Array.from({ length: Math.floor(parts.length / 3) }, (_, at) => ({
    sentence: (parts[at * 3] ?? '').trim(),
    source: (parts[at * 3 + 1] ?? '').replaceAll('→', '\t').replaceAll('·', ' ').replace(/\n$/, ''),
    wanted: (parts[at * 3 + 2] ?? '').split('\n').filter((line) => line !== ''),
  }));
}

/** A lesson's outline: a line for each block, slide, question, cut, picture and problem. */
export function outlineOf({ lesson, problems }: ReadLesson): readonly string[] {
  const flat = (document: Document) =>
    toHtml(document)
      .replaceAll(/>\s*\n\s*|\s*\n\s*</g, (gap) => gap.trim())
      .replaceAll(/\s*\n\s*/g, ' ');
  const blocks = lesson.blocks.flatMap(({ title, minutes, optional, slides, landSafely }) => [
    `block ${title}${minutes === null ? '' : `, ${minutes} min`}${optional ? ', optional' : ''}`,
    ...slides.flatMap((slide) => {
      const body = shownBody(slide);
      return [
        `${slide.kind} ${slide.id}${partOf(slide)}: ${slide.heading}`,
        ...(isEmpty(body) ? [] : [`  ${flat(body)}`]),
        ...(isEmpty(slide.notes) ? [] : [`  notes ${flat(slide.notes)}`]),
      ];
    }),
    ...(isEmpty(landSafely) ? [] : [`land ${flat(landSafely)}`]),
  ]);
  const questions = lesson.questions.map((question) => {
    const options = question.options
      .map(({ id, text }) => `${id}${rightMark(question, id)} ${text}`.trim())
      .join(' / ');
    return `question ${question.id} (${question.kind}, ${question.tag}${question.paired ? ', before and after' : ''}): ${question.prompt} ${options}${question.explanation === '' ? '' : ` > ${question.explanation}`}`;
  });
  const { hardQuestions, toReview, ...sections } = lesson.staff;
  const staff = [
    ...Object.entries(sections).flatMap(([name, document]) =>
      isEmpty(document) ? [] : [`${name} ${flat(document)}`],
    ),
    ...hardQuestions.map(
      ({ question, answer, line }) => `hard question ${line} ${question}: ${flat(answer)}`,
    ),
    ...toReview.map(
      ({ reviewer, points, line }) => `to review ${line} ${reviewer}: ${flat(points)}`,
    ),
  ];
  const { from, to, stops } = lesson.filmTimes;
  const stopTimes = Object.entries(stops).map(([stop, seconds]) => `, ${stop} ${seconds}`);
  const times =
    from === null && to === null && stopTimes.length === 0
      ? []
      : [`film from ${from ?? 'start'} to ${to ?? 'end'}${stopTimes.join('')}`];
  const cuts = lesson.cuts.map(({ name, fits, sessions }) => {
    const parts = sessions.map(
      ({ blocks, asks }) =>
        blocks.map(({ block, minutes }) => `${block} ${minutes ?? '?'}`).join(', ') +
        (asks ? ', asks' : ''),
    );
    return `cut ${name} (${fits?.least} to ${fits?.most}): ${parts.join(' | ')}`;
  });
  const pictures = lesson.pictures.map(
    ({ path, line, column }) => `picture ${line}:${column} ${path}`,
  );
  return [
    ...blocks,
    ...staff,
    ...questions,
    ...times,
    ...cuts,
    ...pictures,
    ...problems.map(
      ({ line, column, severity, code, message }) =>
        `${line}:${column} ${severity} ${code}: ${message}`,
    ),
  ];
}

function partOf(slide: Slide): string {
  if (slide.kind === 'film') return ` (${slide.from ?? 'start'} to ${slide.to ?? 'end'})`;
  if (slide.kind === 'stop') return ` (${slide.n} of ${slide.of})`;
  return slide.kind === 'poll' && slide.moment !== 'once' ? ` (${slide.moment})` : '';
}

// A star for what is right, and its place where the answer is an order.
function rightMark(question: Question, id: string): string {
  const place = question.tag === 'knowledge' ? question.right.indexOf(id) + 1 : 0;
  if (place === 0) return '';
  return question.picks === 'order' ? String(place) : '*';
}
