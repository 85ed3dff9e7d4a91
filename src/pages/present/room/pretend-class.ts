import { PASS, writeAnswer, type Answer } from '../../../poll/answer.ts';
import { randomBelow, type Random } from '../../../poll/ballot.ts';
import type { Question } from '../../../poll/question.ts';

/** An answer that someone in a class might give, for a rehearsal: right more often than not, and never from anyone. */
export function pretendAnswer(question: Question, random: Random): Answer {
  const isFor = (percent: number) => randomBelow(100, random) < percent;
  if (isFor(5)) return PASS;
  const ids = question.options.map(({ id }) => id);
  const right = question.tag === 'knowledge' ? question.right : [];
  switch (question.picks) {
    case 'one':
      return right.length > 0 && isFor(65) ? writeAnswer(right) : writeAnswer([midOf(ids, random)]);
    case 'several':
      return writeAnswer(
        ids.filter((id, at) =>
          isFor(right.length > 0 ? (right.includes(id) ? 80 : 20) : 70 - 15 * at),
        ),
      );
    case 'order':
      return writeAnswer(right.length > 0 && isFor(60) ? right : shuffled(ids, random));
  }
}

// The middle of two draws: more of what stands in the middle than at the ends, so that there is something to see.
function midOf(ids: readonly string[], random: Random): string {
  const draws = [randomBelow(ids.length, random), randomBelow(ids.length, random)];
  return ids[Math.ceil(draws.reduce((sum, draw) => sum + draw, 0) / 2)] ?? PASS;
}

function shuffled(ids: readonly string[], random: Random): readonly string[] {
  if (ids.length === 0) return [];
  const at = randomBelow(ids.length, random);
  return [...ids.slice(at, at + 1), ...shuffled(ids.toSpliced(at, 1), random)];
}
