import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pretendAnswer } from '../../../src/pages/present/room/pretend-class.ts';
import { kindOf } from '../../../src/questions/kinds.ts';
import type { Question } from '../../../src/poll/question.ts';
import { law, pressure, signs, sure } from '../../poll/questions.ts';

const order: Question = { ...pressure, id: 'order', kind: 'order', picks: 'order' };

test('a pretend pupil gives an answer that the question takes, whatever is drawn', () => {
  const bytes = fc.infiniteStream(fc.nat({ max: 255 }));
  fc.assert(
    fc.property(
      bytes,
      fc.constantFrom<Question>(law, pressure, signs, sure, order),
      (stream, question) => {
        const answer = pretendAnswer(question, (count) =>
          Uint8Array.from({ length: count }, () => stream.next().value),
        );
        expect(kindOf(question.kind)?.accept(question, answer)).toBe(answer);
      },
    ),
  );
});
