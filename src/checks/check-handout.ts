import type { Handout, ReadHandout } from '../outputs/handouts/handout.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { emptyLesson } from '../lesson/empty-lesson.ts';
import { ownHandouts } from '../outputs/handouts/own-handouts.ts';
import type { Problem } from '../document/problem.ts';
import { checkTextBlocks, hazards, hazardsOf, type CheckOptions } from './check-text.ts';
import { handoutTextBlocks } from './handout-text-blocks.ts';
import type { Hazard } from './hazard.ts';

/** What a lesson needs as a whole, and a sheet does not: help in its first ten minutes, times that add up, a story with all sides. */
const OF_LESSONS: ReadonlySet<string> = new Set([
  'help-slide',
  'help-unseen',
  'missing-facts',
  'content-note',
  'timings',
  'times-differ',
  'cut-sums',
  'notes-run-over',
  'long-notes',
  'land-safely',
  'right-to-pass',
  'bystander-absent',
  'one-sided-roles',
  'answers-shown',
  'age-shown',
]);
/** Of what pupils read alone; parents may be sent to a helpline for adults, and have a telephone of their own. */
const OF_PUPILS: ReadonlySet<string> = new Set(['adult-service', 'phone-step']);

/** Everything wrong with a handout: what cannot be read of it, and what in its words may hurt a child, as lessons are checked. `text` is what it was read from. */
export function checkHandout(
  { handout, problems }: ReadHandout,
  text: string,
  { today }: CheckOptions = {},
): readonly Problem[] {
  const textBlocks = handoutTextBlocks(handout);
  const general = hazards.filter(({ code }) => !OF_LESSONS.has(code));
  const wanted =
    handout.audience === 'pupils'
      ? [...general, nameLine]
      : general.filter(({ code }) => !OF_PUPILS.has(code));
  const found = allOf(
    checkTextBlocks(
      { lesson: asLesson(handout), text, textBlocks },
      { ...(today !== undefined && { today }), hazards: wanted },
    ),
  );
  return [...problems, ...found].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** What is found in a lesson as a whole, and said of it once. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  'review-overdue',
  'reviewed-by',
  'unchecked-translation',
]);

/** Everything wrong with the handouts that are written in a lesson: what cannot be read of them, and what its subject’s pack looks for in words. */
export function* checkHandoutsIn(
  lesson: Lesson,
  { today }: CheckOptions,
): Generator<void, readonly Problem[], void> {
  const found: Problem[] = [];
  const general = hazardsOf(lesson).filter(
    ({ code }) => !OF_LESSONS.has(code) && !OF_THE_WHOLE.has(code),
  );
  const asksNoName = general.some(({ code }) => code === 'disclosure-seeking-question');
  // What the lesson and its film are called is looked at once, with the lesson.
  for (const [at, { handout, problems }] of ownHandouts(lesson).entries()) {
    const { line, text } = lesson.handouts[at] ?? { line: 0, text: '' };
    const isPupils = handout.audience === 'pupils';
    const wanted = isPupils ? general : general.filter(({ code }) => !OF_PUPILS.has(code));
    const { title, slug } = handout;
    const words = yield* checkTextBlocks(
      {
        lesson: {
          ...lesson,
          ...{ slug, title, boardTitle: title, films: [] },
          stage: isPupils ? lesson.stage : 'adults',
        },
        text: '\n'.repeat(line) + text,
        textBlocks: handoutTextBlocks(handout),
      },
      {
        ...(today !== undefined && { today }),
        hazards: isPupils && asksNoName ? [...wanted, nameLine] : wanted,
      },
    );
    found.push(...problems, ...words);
  }
  return found;
}

// As the hazards see it: whose ages, in which language, and when it was reviewed.
function asLesson({ slug, title, stages, audience, reviewed, translation }: Handout): Lesson {
  const stage = audience === 'pupils' ? (stages.find((one) => one !== 'pupils') ?? null) : 'adults';
  const translated =
    translation === null
      ? {}
      : { language: translation.language, translationCheckedBy: translation.checkedBy };
  return {
    ...emptyLesson(slug),
    title,
    boardTitle: title,
    stage,
    nation: 'England',
    reviewed,
    ...translated,
  };
}

function allOf(parts: Generator<void, readonly Problem[], void>): readonly Problem[] {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** “Your name: ___”, “Name and class ___”; not “name three people: ___”, which asks for others’ names or for none. */
const NAME_LINE =
  /\b(?:sur|fore)?names?\b(?! +(?:of )?(?:an?|the|any|some|someone|somebody|people|one|two|three|four|five|\d+)\b)[^_]{0,20}_{3}/iu;

/** A pupil’s sheet is handed back or left lying: it has no line for whose it is. A check of pupils’ handouts alone. */
const nameLine: Hazard = {
  row: 'M8',
  code: 'name-line',
  severity: 'error',
  audience: 'pupils',
  source: 'What pupils write in a lesson needs nobody’s name (UK GDPR, data minimisation)',
  find: ({ lines }) =>
    lines.flatMap(({ text, line }) => {
      // An underscore or two around a word only stress it.
      if (!NAME_LINE.test(text.replaceAll(/(?<!_)_{1,2}(?!_)/g, ' '))) return [];
      const message =
        'Cannot have a line for a name on a pupils’ sheet: leave it out, as every sheet may be seen by others';
      return [{ line, column: text.search(/\S/) + 1, message }];
    }),
};
