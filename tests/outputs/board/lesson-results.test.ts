import { describe, expect, test } from 'vitest';
import { headlineOf } from '../../../src/outputs/board/finding.ts';
import { fitResult } from '../../../src/outputs/board/fit-result.ts';
import { resultHtml } from '../../../src/outputs/board/poll-result.ts';
import { disclose } from '../../../src/poll/disclose.ts';
import { askedOf, mayShowOnBoard, type SharedQuestion } from '../../../src/poll/question.ts';
import { noAnswers } from '../../../src/poll/tally.ts';
import { shippedLessons } from '../../checks/shipped-lessons.ts';

const PUPILS = 30;
const questions = shippedLessons().flatMap(({ slug, lesson }) =>
  lesson.questions.filter(mayShowOnBoard).map((question) => ({ slug, question })),
);

/** Answers so long, or so many, that their slide has no room for a sentence beside them: five of up to seven words, and three that the sentence says again. */
const FULL = [
  'power-and-putting-it-right easier-to-tell',
  'power-and-putting-it-right-in-messages easier-to-tell',
  'rehearsal put-right',
];

/** Hands for each option, in sixes: all that come to thirty, or, where several may be chosen, some of everything. */
function everyCount({ options, picks }: SharedQuestion): readonly (readonly number[])[] {
  const some = picks === 'several' ? [0, 12, 30] : [0, 6, 12, 18, 24, 30];
  return options
    .reduce<readonly (readonly number[])[]>(
      (all) => all.flatMap((before) => some.map((count) => [...before, count])),
      [[]],
    )
    .filter((counts) => picks === 'several' || counts.reduce((a, b) => a + b, 0) === PUPILS);
}

function publishedBy(question: SharedQuestion, counts: readonly number[]) {
  const chose = Object.fromEntries(question.options.map(({ id }, at) => [id, counts[at] ?? 0]));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const hands = { answering: question.picks === 'several' ? PUPILS : all, chose };
  return disclose(question, { tablets: noAnswers(question), hands });
}

describe('A result of a lesson’s question', () => {
  test.for(questions.filter(({ slug, question }) => !FULL.includes(`${slug} ${question.id}`)))(
    'keeps the sentence of what it comes to, and its blocks: $slug, $question.id',
    ({ question }) => {
      const asked = askedOf(question);
      for (const counts of everyCount(question)) {
        const published = publishedBy(question, counts);
        const fit = fitResult(asked, published);
        const hasBlocks = published.rung === 'bands' || published.rung === 'each';
        expect({ counts, finding: fit.finding !== null, blocks: fit.bar !== null }).toEqual({
          counts,
          finding: headlineOf(asked, published) !== '',
          blocks: hasBlocks,
        });
      }
    },
  );

  test('says which answer is right once, by the mark in its row', () => {
    const found = questions.find(
      ({ slug, question }) => slug === 'speech-bubbles' && question.id === 'who-is-responsible',
    );
    if (found === undefined) throw new Error('The lesson has lost its question');
    const { question } = found;
    const shown = `${resultHtml(askedOf(question), publishedBy(question, [5, 5, 18]))}`;
    const published = publishedBy(question, [5, 5, 18]);
    const right = question.options.find(({ id }) => published.right.includes(id))?.text ?? '';
    expect(shown.split(right)).toHaveLength(2);
    expect(shown).toContain('About two thirds chose C.');
    expect(shown).toContain('class="blocks"');
    expect(shown).toContain('So does each one who stops.');
    expect(shown).toContain('class="result__mark"');
  });
});
